CREATE TABLE public.emails (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    from_email VARCHAR NOT NULL,
    to_email VARCHAR,
    subject VARCHAR,
    body TEXT,
    attachments JSONB,
    processing_status VARCHAR DEFAULT 'pending',
    delivery_status VARCHAR,
    extracted_intent_data JSONB,
    submission_id VARCHAR,
    priority VARCHAR DEFAULT 'medium',
    created_at TIMESTAMP DEFAULT NOW(),
    processed_at TIMESTAMP
);
CREATE INDEX emails_user_id_idx ON public.emails (user_id);
CREATE INDEX emails_processing_status_idx ON public.emails (processing_status);
CREATE INDEX emails_created_at_idx ON public.emails (created_at DESC);

CREATE TABLE public.commands (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    persona VARCHAR NOT NULL,
    command VARCHAR NOT NULL,
    execution_id VARCHAR,
    status VARCHAR DEFAULT 'pending',
    result JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    executed_at TIMESTAMP
);
CREATE INDEX commands_user_id_idx ON public.commands (user_id);
CREATE INDEX commands_persona_idx ON public.commands (persona);
CREATE INDEX commands_created_at_idx ON public.commands (created_at DESC);

CREATE TABLE public.activities (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR REFERENCES public.users(id),
    persona VARCHAR,
    activity_type VARCHAR NOT NULL,
    description TEXT NOT NULL,
    metadata JSONB,
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX activities_user_id_idx ON public.activities (user_id);
CREATE INDEX activities_activity_type_idx ON public.activities (activity_type);
CREATE INDEX activities_created_at_idx ON public.activities (created_at DESC);

CREATE TABLE public.voice_transcripts (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id),
    persona VARCHAR NOT NULL,
    transcript TEXT NOT NULL,
    confidence DECIMAL(5,2),
    command_executed VARCHAR,
    success BOOLEAN,
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX voice_transcripts_user_id_idx ON public.voice_transcripts (user_id);
CREATE INDEX voice_transcripts_persona_idx ON public.voice_transcripts (persona);
CREATE INDEX voice_transcripts_created_at_idx ON public.voice_transcripts (created_at DESC);
