CREATE TABLE public.role_personas (
    id SERIAL PRIMARY KEY,
    persona_key VARCHAR NOT NULL UNIQUE,
    display_name VARCHAR NOT NULL,
    agent_role VARCHAR,
    department VARCHAR,
    avatar_url VARCHAR,
    baseline_user_profile JSONB,
    baseline_user_preferences JSONB,
    source_agent_id INTEGER REFERENCES public.agents(id),
    persona_type VARCHAR DEFAULT 'static',
    is_active BOOLEAN DEFAULT true,
    generation_metadata JSONB,
    dashboard_config JSONB,
    capability_manifest JSONB,
    access_level VARCHAR DEFAULT 'standard',
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX role_personas_persona_type_idx ON public.role_personas (persona_type);
CREATE INDEX role_personas_is_active_idx ON public.role_personas (is_active);

CREATE TABLE public.experience_layer (
    id SERIAL PRIMARY KEY,
    company_name VARCHAR NOT NULL,
    metadata JSONB,
    effective_from TIMESTAMP DEFAULT NOW(),
    effective_to TIMESTAMP,
    is_active BOOLEAN DEFAULT true,
    created_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE public.step_definitions (
    id SERIAL PRIMARY KEY,
    workflow_type VARCHAR NOT NULL,
    step_number INTEGER NOT NULL,
    step_name VARCHAR NOT NULL,
    description TEXT,
    form_schema JSONB,
    validation_rules JSONB,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE public.step_form_submissions (
    id SERIAL PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES public.step_definitions(id),
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    submission_data JSONB NOT NULL,
    created_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE public.errors (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR REFERENCES public.users(id),
    error_type VARCHAR NOT NULL,
    error_message TEXT NOT NULL,
    stack_trace TEXT,
    context JSONB,
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX errors_user_id_idx ON public.errors (user_id);
CREATE INDEX errors_error_type_idx ON public.errors (error_type);
CREATE INDEX errors_created_at_idx ON public.errors (created_at DESC);
