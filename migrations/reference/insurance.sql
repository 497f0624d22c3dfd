CREATE TABLE public.submissions (
    id SERIAL PRIMARY KEY,
    submission_id VARCHAR NOT NULL UNIQUE,
    broker_name VARCHAR NOT NULL,
    client_name VARCHAR NOT NULL,
    risk_level VARCHAR NOT NULL,
    recommended_line VARCHAR,
    details JSONB,
    status VARCHAR DEFAULT 'pending',
    assigned_to VARCHAR,
    documentation_status VARCHAR DEFAULT 'complete',
    missing_documents TEXT[],
    issue_flags JSONB,
    action_required VARCHAR,
    last_interaction_date TIMESTAMP,
    rachel_notes TEXT,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX submissions_assigned_to_idx ON public.submissions (assigned_to);
CREATE INDEX submissions_status_idx ON public.submissions (status);
CREATE INDEX submissions_risk_level_idx ON public.submissions (risk_level);

CREATE TABLE public.incidents (
    id SERIAL PRIMARY KEY,
    incident_id VARCHAR NOT NULL UNIQUE,
    title VARCHAR NOT NULL,
    description TEXT,
    priority VARCHAR DEFAULT 'medium',
    status VARCHAR DEFAULT 'open',
    assigned_to VARCHAR,
    reported_by VARCHAR,
    resolution TEXT,
    escalation_required VARCHAR,
    critical_flags JSONB,
    action_required VARCHAR,
    last_interaction_date TIMESTAMP,
    john_notes TEXT,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX incidents_assigned_to_idx ON public.incidents (assigned_to);
CREATE INDEX incidents_status_idx ON public.incidents (status);
CREATE INDEX incidents_priority_idx ON public.incidents (priority);

CREATE TABLE public.commercial_property_workflows (
    id SERIAL PRIMARY KEY,
    submission_id VARCHAR NOT NULL UNIQUE,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    current_step INTEGER DEFAULT 1,
    completed_steps INTEGER[],
    status VARCHAR DEFAULT 'in_progress',
    step_data JSONB DEFAULT '{}',
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX commercial_property_workflows_user_id_idx ON public.commercial_property_workflows (user_id);
CREATE INDEX commercial_property_workflows_status_idx ON public.commercial_property_workflows (status);

CREATE TABLE public.commercial_property_cope_data (
    id SERIAL PRIMARY KEY,
    submission_id VARCHAR NOT NULL UNIQUE REFERENCES public.commercial_property_workflows(submission_id) ON DELETE CASCADE,
    construction_type VARCHAR,
    year_built INTEGER,
    total_floors INTEGER,
    basement_levels INTEGER,
    primary_occupancy VARCHAR,
    occupancy_classification VARCHAR,
    business_description TEXT,
    sprinkler_system BOOLEAN DEFAULT false,
    sprinkler_type VARCHAR,
    fire_alarm_system BOOLEAN DEFAULT false,
    central_station BOOLEAN DEFAULT false,
    security_system BOOLEAN DEFAULT false,
    exposure_north VARCHAR,
    exposure_south VARCHAR,
    exposure_east VARCHAR,
    exposure_west VARCHAR,
    hydrant_distance INTEGER,
    fire_station_distance INTEGER,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE public.commercial_property_submissions (
    id SERIAL PRIMARY KEY,
    workflow_id INTEGER NOT NULL REFERENCES public.commercial_property_workflows(id) ON DELETE CASCADE,
    submission_id VARCHAR NOT NULL UNIQUE,
    property_address VARCHAR,
    property_city VARCHAR,
    property_state VARCHAR,
    property_zip VARCHAR,
    building_value DECIMAL(12,2),
    contents_value DECIMAL(12,2),
    business_income_value DECIMAL(12,2),
    attachments JSONB,
    additional_info JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX commercial_property_submissions_workflow_id_idx ON public.commercial_property_submissions (workflow_id);
