CREATE TABLE public.user_journey_interactions (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    session_id VARCHAR NOT NULL,
    persona VARCHAR NOT NULL,
    interaction_type VARCHAR NOT NULL,
    target_element VARCHAR,
    command_input TEXT,
    workflow_step VARCHAR,
    duration INTEGER,
    coordinates JSONB,
    viewport JSONB,
    device_info JSONB,
    timestamp TIMESTAMP DEFAULT NOW(),
    metadata JSONB
);
CREATE INDEX user_journey_interactions_user_id_idx ON public.user_journey_interactions (user_id);
CREATE INDEX user_journey_interactions_session_id_idx ON public.user_journey_interactions (session_id);
CREATE INDEX user_journey_interactions_persona_idx ON public.user_journey_interactions (persona);
CREATE INDEX user_journey_interactions_timestamp_idx ON public.user_journey_interactions (timestamp);

CREATE TABLE public.user_journey_sessions (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    session_id VARCHAR NOT NULL UNIQUE,
    start_time TIMESTAMP DEFAULT NOW(),
    end_time TIMESTAMP,
    total_duration INTEGER,
    persona_switches INTEGER DEFAULT 0,
    commands_executed INTEGER DEFAULT 0,
    workflows_completed INTEGER DEFAULT 0,
    primary_persona VARCHAR,
    session_goals JSONB,
    completion_rate DECIMAL(5,2),
    metadata JSONB
);
CREATE INDEX user_journey_sessions_user_id_idx ON public.user_journey_sessions (user_id);
CREATE INDEX user_journey_sessions_start_time_idx ON public.user_journey_sessions (start_time DESC);

CREATE TABLE public.user_journey_heatmaps (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    persona VARCHAR NOT NULL,
    page_route VARCHAR NOT NULL,
    component_id VARCHAR NOT NULL,
    interaction_count INTEGER DEFAULT 0,
    total_duration INTEGER DEFAULT 0,
    avg_duration DECIMAL(10,2),
    click_coordinates JSONB,
    heatmap_data JSONB,
    last_updated TIMESTAMP DEFAULT NOW(),
    date_range VARCHAR DEFAULT '7d'
);
CREATE INDEX user_journey_heatmaps_user_id_idx ON public.user_journey_heatmaps (user_id);
CREATE INDEX user_journey_heatmaps_persona_idx ON public.user_journey_heatmaps (persona);
CREATE INDEX user_journey_heatmaps_page_route_idx ON public.user_journey_heatmaps (page_route);
CREATE INDEX user_journey_heatmaps_component_id_idx ON public.user_journey_heatmaps (component_id);
