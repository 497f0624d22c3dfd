CREATE TABLE public.users (
    id VARCHAR PRIMARY KEY,
    email VARCHAR NOT NULL UNIQUE,
    first_name VARCHAR,
    last_name VARCHAR,
    profile_image_url VARCHAR,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);

CREATE TABLE public.user_profiles (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id) ON DELETE CASCADE,
    bio TEXT,
    phone VARCHAR,
    timezone VARCHAR,
    language VARCHAR DEFAULT 'en',
    avatar_url VARCHAR,
    metadata JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX user_profiles_user_id_idx ON public.user_profiles (user_id);

CREATE TABLE public.user_preferences (
    id SERIAL PRIMARY KEY,
    user_id VARCHAR NOT NULL REFERENCES public.users(id) ON DELETE CASCADE,
    theme VARCHAR DEFAULT 'light',
    notifications_enabled BOOLEAN DEFAULT true,
    default_persona VARCHAR DEFAULT 'admin',
    preferences JSONB,
    created_at TIMESTAMP DEFAULT NOW(),
    updated_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX user_preferences_user_id_idx ON public.user_preferences (user_id);

CREATE TABLE public.sessions (
    sid VARCHAR PRIMARY KEY,
    sess JSONB NOT NULL,
    expire TIMESTAMP NOT NULL
);
CREATE INDEX idx_sessions_expire ON public.sessions (expire);
