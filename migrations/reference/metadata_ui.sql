CREATE TABLE public.form_field_definitions (
    id SERIAL PRIMARY KEY,
    form_type VARCHAR(50) NOT NULL,
    field_key VARCHAR(100) NOT NULL,
    field_type VARCHAR(50) NOT NULL,
    label VARCHAR(200) NOT NULL,
    description TEXT,
    placeholder VARCHAR(200),
    validation_rules JSONB,
    options JSONB,
    ui_props JSONB,
    persona VARCHAR(50),
    maturity_level VARCHAR(10),
    scope VARCHAR(50) DEFAULT 'global',
    order_index INTEGER DEFAULT 0,
    is_required BOOLEAN DEFAULT false,
    is_active BOOLEAN DEFAULT true,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX form_field_definitions_form_type_idx ON public.form_field_definitions (form_type);
CREATE INDEX form_field_definitions_field_key_idx ON public.form_field_definitions (field_key);
CREATE INDEX form_field_definitions_persona_idx ON public.form_field_definitions (persona);
CREATE INDEX form_field_definitions_is_active_idx ON public.form_field_definitions (is_active);

CREATE TABLE public.form_templates (
    id SERIAL PRIMARY KEY,
    template_name VARCHAR(100) NOT NULL UNIQUE,
    form_type VARCHAR(50) NOT NULL,
    description TEXT,
    configuration JSONB NOT NULL,
    persona VARCHAR(50),
    maturity_level VARCHAR(10),
    is_default BOOLEAN DEFAULT false,
    is_active BOOLEAN DEFAULT true,
    usage_count INTEGER DEFAULT 0,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX form_templates_form_type_idx ON public.form_templates (form_type);
CREATE INDEX form_templates_persona_idx ON public.form_templates (persona);
CREATE INDEX form_templates_is_default_idx ON public.form_templates (is_default);

CREATE TABLE public.ui_component_registry (
    id SERIAL PRIMARY KEY,
    component_name VARCHAR(100) NOT NULL UNIQUE,
    component_type VARCHAR(50) NOT NULL,
    category VARCHAR(50) NOT NULL,
    description TEXT,
    props JSONB,
    default_props JSONB,
    configuration JSONB,
    dependencies TEXT[],
    persona_compatibility TEXT[],
    maturity_level_support TEXT[],
    version VARCHAR(20) DEFAULT '1.0.0',
    is_active BOOLEAN DEFAULT true,
    usage_count INTEGER DEFAULT 0,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX ui_component_registry_component_type_idx ON public.ui_component_registry (component_type);
CREATE INDEX ui_component_registry_category_idx ON public.ui_component_registry (category);
CREATE INDEX ui_component_registry_is_active_idx ON public.ui_component_registry (is_active);

CREATE TABLE public.tab_configurations (
    id SERIAL PRIMARY KEY,
    tab_key VARCHAR(100) NOT NULL UNIQUE,
    tab_name VARCHAR(100) NOT NULL,
    tab_type VARCHAR(50) NOT NULL,
    icon VARCHAR(100),
    description TEXT,
    order_index INTEGER DEFAULT 0,
    is_visible BOOLEAN DEFAULT true,
    is_active BOOLEAN DEFAULT true,
    persona_access TEXT[] DEFAULT ARRAY['admin', 'rachel', 'john', 'broker'],
    required_permissions TEXT[],
    configuration_keys TEXT[],
    content_config JSONB,
    layout_config JSONB,
    conditional_display JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX tab_configurations_tab_type_idx ON public.tab_configurations (tab_type);
CREATE INDEX tab_configurations_is_active_idx ON public.tab_configurations (is_active);
CREATE INDEX tab_configurations_is_visible_idx ON public.tab_configurations (is_visible);
CREATE INDEX tab_configurations_order_index_idx ON public.tab_configurations (order_index);

CREATE TABLE public.hierarchy_layer_configurations (
    id SERIAL PRIMARY KEY,
    layer_key VARCHAR(50) NOT NULL,
    layer_name VARCHAR(100) NOT NULL,
    layer_level INTEGER NOT NULL,
    description TEXT,
    data_source VARCHAR(100) NOT NULL,
    data_source_query JSONB,
    display_config JSONB,
    branding JSONB,
    scope_identifiers JSONB,
    persona VARCHAR,
    agent_id INTEGER,
    workflow_id INTEGER,
    effective_from TIMESTAMP NOT NULL DEFAULT NOW(),
    effective_to TIMESTAMP,
    version INTEGER DEFAULT 1,
    is_active BOOLEAN DEFAULT true,
    created_by VARCHAR REFERENCES public.users(id),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX hierarchy_layer_configurations_layer_key_idx ON public.hierarchy_layer_configurations (layer_key);
CREATE INDEX hierarchy_layer_configurations_layer_level_idx ON public.hierarchy_layer_configurations (layer_level);
CREATE INDEX hierarchy_layer_configurations_persona_agent_id_workflow_id_idx ON public.hierarchy_layer_configurations (persona, agent_id, workflow_id);

CREATE TABLE public.component_feature_configurations (
    id SERIAL PRIMARY KEY,
    feature_key VARCHAR(100) NOT NULL,
    feature_name VARCHAR(200) NOT NULL,
    parent_tab_id INTEGER REFERENCES public.tab_configurations(id),
    parent_layer_id INTEGER REFERENCES public.hierarchy_layer_configurations(id),
    is_visible BOOLEAN DEFAULT true,
    is_active BOOLEAN DEFAULT true,
    display_rules JSONB,
    data_binding JSONB,
    interaction_logic JSONB,
    access_control JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX component_feature_configurations_feature_key_idx ON public.component_feature_configurations (feature_key);
CREATE INDEX component_feature_configurations_parent_tab_id_idx ON public.component_feature_configurations (parent_tab_id);
CREATE INDEX component_feature_configurations_parent_layer_id_idx ON public.component_feature_configurations (parent_layer_id);
CREATE INDEX component_feature_configurations_is_active_idx ON public.component_feature_configurations (is_active);
