CREATE TABLE public.ai_models (
    id SERIAL PRIMARY KEY,
    model_name VARCHAR(100) NOT NULL,
    model_version VARCHAR(50),
    provider VARCHAR(50) NOT NULL,
    model_type VARCHAR(50),
    performance_metrics JSONB,
    risk_level VARCHAR(10) DEFAULT 'medium',
    compliance_status VARCHAR(20) DEFAULT 'pending',
    last_evaluated TIMESTAMP,
    created_by VARCHAR REFERENCES public.users(id),
    created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX ai_models_model_name_idx ON public.ai_models (model_name);
CREATE INDEX ai_models_provider_idx ON public.ai_models (provider);
CREATE INDEX ai_models_compliance_status_idx ON public.ai_models (compliance_status);

CREATE TABLE public.risk_assessments (
    id SERIAL PRIMARY KEY,
    target_type VARCHAR(20) NOT NULL,
    target_id VARCHAR(50) NOT NULL,
    target_name VARCHAR(100) NOT NULL,
    overall_risk VARCHAR(10) DEFAULT 'medium',
    bias_risk VARCHAR(10) DEFAULT 'low',
    privacy_risk VARCHAR(10) DEFAULT 'low',
    robustness_risk VARCHAR(10) DEFAULT 'low',
    assessed_date TIMESTAMP DEFAULT NOW(),
    assessor_id VARCHAR NOT NULL REFERENCES public.users(id),
    assessor_notes TEXT,
    mitigation_actions TEXT[],
    next_review_date TIMESTAMP,
    eu_ai_act_compliance VARCHAR(20) DEFAULT 'pending',
    eu_ai_act_risk_category VARCHAR(30) DEFAULT 'limited',
    eu_ai_act_requirements TEXT[],
    decision_reasoning TEXT,
    explainability_score DECIMAL(5,2),
    decision_factors JSONB,
    bias_test_results JSONB,
    fairness_metrics JSONB,
    bias_categories TEXT[],
    bias_detection_method VARCHAR(50)
);
CREATE INDEX risk_assessments_target_type_target_id_idx ON public.risk_assessments (target_type, target_id);
CREATE INDEX risk_assessments_overall_risk_idx ON public.risk_assessments (overall_risk);
CREATE INDEX risk_assessments_eu_ai_act_compliance_idx ON public.risk_assessments (eu_ai_act_compliance);

CREATE TABLE public.audit_trails (
    id SERIAL PRIMARY KEY,
    audit_type VARCHAR(50) NOT NULL,
    target_type VARCHAR(20) NOT NULL,
    target_id VARCHAR(50) NOT NULL,
    target_name VARCHAR(100),
    auditor_id VARCHAR NOT NULL REFERENCES public.users(id),
    findings TEXT,
    recommendations TEXT,
    compliance_status VARCHAR(20),
    audit_date TIMESTAMP DEFAULT NOW(),
    eu_ai_act_articles TEXT[],
    eu_ai_act_compliance_status VARCHAR(20),
    decision_reasoning_quality VARCHAR(20),
    explanation_gaps JSONB,
    bias_remediation_plan TEXT,
    bias_impact_assessment JSONB
);
CREATE INDEX audit_trails_audit_type_idx ON public.audit_trails (audit_type);
CREATE INDEX audit_trails_target_type_target_id_idx ON public.audit_trails (target_type, target_id);
CREATE INDEX audit_trails_audit_date_idx ON public.audit_trails (audit_date);

CREATE TABLE public.governance_metrics (
    id SERIAL PRIMARY KEY,
    metric_type VARCHAR(50) NOT NULL,
    metric_name VARCHAR(100) NOT NULL,
    value DECIMAL(10,2) NOT NULL,
    target DECIMAL(10,2),
    unit VARCHAR(20),
    period_start TIMESTAMP,
    period_end TIMESTAMP,
    recorded_by VARCHAR REFERENCES public.users(id),
    recorded_at TIMESTAMP DEFAULT NOW(),
    metadata JSONB
);
CREATE INDEX governance_metrics_metric_type_idx ON public.governance_metrics (metric_type);
CREATE INDEX governance_metrics_metric_name_idx ON public.governance_metrics (metric_name);
CREATE INDEX governance_metrics_recorded_at_idx ON public.governance_metrics (recorded_at);
