CREATE TABLE public.agents (
    id SERIAL PRIMARY KEY,
    name VARCHAR NOT NULL,
    agent_role VARCHAR,
    persona_name VARCHAR,
    memory_context_profile VARCHAR(30) DEFAULT 'session-only',
    layer VARCHAR NOT NULL,
    persona VARCHAR NOT NULL DEFAULT 'admin',
    specialization VARCHAR,
    description TEXT,
    config JSONB,
    status VARCHAR DEFAULT 'active',
    functional_status VARCHAR DEFAULT 'configured',
    is_custom BOOLEAN DEFAULT false,
    user_id VARCHAR REFERENCES public.users(id),
    cpu_usage INTEGER DEFAULT 0,
    memory_usage INTEGER DEFAULT 0,
    active_users INTEGER DEFAULT 0,
    success_rate DECIMAL DEFAULT 0,
    avg_response_time INTEGER DEFAULT 0,
    last_activity TIMESTAMP DEFAULT NOW(),
    maturity_level INTEGER DEFAULT 1,
    maturity_stage VARCHAR(20) DEFAULT 'L1',
    agent_category VARCHAR(20) DEFAULT 'Reactive',
    governance_status VARCHAR(20) DEFAULT 'pending',
    risk_level VARCHAR(10) DEFAULT 'medium',
    compliance_frameworks TEXT[],
    last_audit_date TIMESTAMP,
    compliance_notes TEXT,
    business_function VARCHAR(50),
    sla_performance DECIMAL(5,2),
    sla_status VARCHAR(10) DEFAULT 'green',
    version_number INTEGER DEFAULT 1,
    can_generate_persona BOOLEAN DEFAULT false,
    persona_generation_config JSONB,
    persona_capabilities JSONB,
    dashboard_template JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX agents_layer_idx ON public.agents (layer);
CREATE INDEX agents_persona_idx ON public.agents (persona);
CREATE INDEX agents_business_function_idx ON public.agents (business_function);
CREATE INDEX agents_functional_status_idx ON public.agents (functional_status);
CREATE INDEX agents_status_idx ON public.agents (status);
CREATE INDEX agents_governance_status_idx ON public.agents (governance_status);
CREATE INDEX agents_maturity_level_idx ON public.agents (maturity_level);

CREATE TABLE public.agent_versions (
    id SERIAL PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES public.agents(id) ON DELETE CASCADE,
    version_number INTEGER NOT NULL,
    changes TEXT,
    snapshot_data JSONB,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX agent_versions_agent_id_idx ON public.agent_versions (agent_id);
CREATE INDEX agent_versions_created_at_idx ON public.agent_versions (created_at DESC);

CREATE TABLE public.agent_executions (
    id SERIAL PRIMARY KEY,
    execution_id VARCHAR NOT NULL UNIQUE,
    user_id VARCHAR REFERENCES public.users(id),
    persona VARCHAR NOT NULL,
    command VARCHAR NOT NULL,
    status VARCHAR NOT NULL DEFAULT 'initializing',
    started_at TIMESTAMP DEFAULT NOW(),
    completed_at TIMESTAMP,
    total_duration INTEGER,
    result JSONB,
    error_details JSONB,
    agent_count INTEGER DEFAULT 0
);
CREATE INDEX agent_executions_user_id_idx ON public.agent_executions (user_id);
CREATE INDEX agent_executions_persona_idx ON public.agent_executions (persona);
CREATE INDEX agent_executions_status_idx ON public.agent_executions (status);

CREATE TABLE public.agent_execution_steps (
    id SERIAL PRIMARY KEY,
    execution_id VARCHAR NOT NULL REFERENCES public.agent_executions(execution_id) ON DELETE CASCADE,
    step_order INTEGER NOT NULL,
    layer VARCHAR NOT NULL,
    agent_id INTEGER REFERENCES public.agents(id),
    agent_name VARCHAR NOT NULL,
    agent_type VARCHAR NOT NULL,
    specialization VARCHAR,
    description TEXT,
    capabilities JSONB,
    action VARCHAR NOT NULL,
    status VARCHAR NOT NULL DEFAULT 'pending',
    started_at TIMESTAMP,
    completed_at TIMESTAMP,
    duration INTEGER,
    input_data JSONB,
    output_data JSONB,
    error_details TEXT,
    group_id VARCHAR,
    is_parallel BOOLEAN DEFAULT false,
    total_in_group INTEGER,
    index_in_group INTEGER,
    parent_step_id INTEGER REFERENCES public.agent_execution_steps(id)
);
CREATE INDEX agent_execution_steps_execution_id_idx ON public.agent_execution_steps (execution_id);
CREATE INDEX agent_execution_steps_step_order_idx ON public.agent_execution_steps (step_order);
CREATE INDEX agent_execution_steps_agent_id_idx ON public.agent_execution_steps (agent_id);
CREATE INDEX agent_execution_steps_status_idx ON public.agent_execution_steps (status);

CREATE TABLE public.agent_resource_usage (
    id SERIAL PRIMARY KEY,
    agent_id INTEGER NOT NULL REFERENCES public.agents(id) ON DELETE CASCADE,
    timestamp TIMESTAMP DEFAULT NOW(),
    cpu_percent DECIMAL(5,2),
    memory_mb INTEGER,
    active_connections INTEGER,
    requests_per_second DECIMAL(8,2),
    error_rate DECIMAL(5,2)
);
CREATE INDEX agent_resource_usage_agent_id_idx ON public.agent_resource_usage (agent_id);
CREATE INDEX agent_resource_usage_timestamp_idx ON public.agent_resource_usage (timestamp DESC);
