CREATE TABLE public.config_registry (
    id SERIAL PRIMARY KEY,
    key VARCHAR(255) NOT NULL UNIQUE,
    description TEXT NOT NULL,
    type VARCHAR(50) NOT NULL,
    default_value_jsonb JSONB,
    scope VARCHAR(50) DEFAULT 'global',
    category VARCHAR(100) NOT NULL,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX config_registry_scope_idx ON public.config_registry (scope);
CREATE INDEX config_registry_category_idx ON public.config_registry (category);
CREATE INDEX config_registry_type_idx ON public.config_registry (type);

CREATE TABLE public.config_values (
    id SERIAL PRIMARY KEY,
    config_key VARCHAR(255) NOT NULL REFERENCES public.config_registry(key),
    scope_identifiers JSONB,
    persona VARCHAR,
    agent_id INTEGER,
    workflow_id INTEGER,
    value JSONB NOT NULL,
    effective_from TIMESTAMP NOT NULL DEFAULT NOW(),
    effective_to TIMESTAMP,
    version INTEGER DEFAULT 1,
    is_active BOOLEAN DEFAULT true,
    created_by VARCHAR REFERENCES public.users(id),
    updated_at TIMESTAMP DEFAULT NOW(),
    UNIQUE (config_key, version, persona, agent_id, workflow_id)
);
CREATE INDEX config_values_config_key_persona_agent_id_workflow_id_is_ac_idx ON public.config_values (config_key, persona, agent_id, workflow_id, is_active);
CREATE INDEX config_values_config_key_effective_from_effective_to_idx ON public.config_values (config_key, effective_from, effective_to);
-- Not in the reference: its unique constraint does not bind where a scope column is NULL.
CREATE UNIQUE INDEX config_values_scope_key ON public.config_values (
    config_key, coalesce(version, 0), coalesce(persona, ''), (persona IS NULL), coalesce(agent_id, -1), coalesce(workflow_id, -1)
);

CREATE TABLE public.config_snapshots (
    id SERIAL PRIMARY KEY,
    snapshot_name VARCHAR(200) NOT NULL,
    description TEXT,
    snapshot_data JSONB NOT NULL,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX config_snapshots_created_at_idx ON public.config_snapshots (created_at DESC);
CREATE INDEX config_snapshots_created_by_idx ON public.config_snapshots (created_by);

CREATE TABLE public.config_change_logs (
    id SERIAL PRIMARY KEY,
    config_key VARCHAR(255) NOT NULL,
    operation VARCHAR(50) NOT NULL,
    old_value JSONB,
    new_value JSONB,
    scope_identifiers JSONB,
    performed_by VARCHAR NOT NULL REFERENCES public.users(id),
    reason TEXT,
    impact_assessment TEXT,
    snapshot_id INTEGER REFERENCES public.config_snapshots(id),
    performed_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX config_change_logs_config_key_idx ON public.config_change_logs (config_key);
CREATE INDEX config_change_logs_performed_by_idx ON public.config_change_logs (performed_by);
CREATE INDEX config_change_logs_performed_at_idx ON public.config_change_logs (performed_at DESC);

CREATE TABLE public.business_rules (
    id SERIAL PRIMARY KEY,
    rule_name VARCHAR(200) NOT NULL,
    rule_engine VARCHAR(50) NOT NULL,
    rule_definition JSONB NOT NULL,
    scope VARCHAR(50) DEFAULT 'global',
    scope_identifiers JSONB,
    persona VARCHAR,
    agent_id INTEGER,
    workflow_id INTEGER,
    effective_from TIMESTAMP NOT NULL DEFAULT NOW(),
    effective_to TIMESTAMP,
    version INTEGER DEFAULT 1,
    is_active BOOLEAN DEFAULT true,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX business_rules_rule_name_idx ON public.business_rules (rule_name);
CREATE INDEX business_rules_scope_idx ON public.business_rules (scope);
CREATE INDEX business_rules_is_active_idx ON public.business_rules (is_active);
CREATE INDEX business_rules_effective_from_effective_to_idx ON public.business_rules (effective_from, effective_to);

CREATE TABLE public.templates (
    id SERIAL PRIMARY KEY,
    template_name VARCHAR(200) NOT NULL,
    template_type VARCHAR(50) NOT NULL,
    content TEXT NOT NULL,
    variables TEXT[],
    scope VARCHAR(50) DEFAULT 'global',
    scope_identifiers JSONB,
    persona VARCHAR,
    agent_id INTEGER,
    effective_from TIMESTAMP NOT NULL DEFAULT NOW(),
    effective_to TIMESTAMP,
    version INTEGER DEFAULT 1,
    is_active BOOLEAN DEFAULT true,
    category VARCHAR(100),
    tags TEXT[],
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX templates_template_name_idx ON public.templates (template_name);
CREATE INDEX templates_template_type_idx ON public.templates (template_type);
CREATE INDEX templates_category_idx ON public.templates (category);
CREATE INDEX templates_is_active_idx ON public.templates (is_active);
