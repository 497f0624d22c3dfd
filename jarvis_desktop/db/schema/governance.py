"""AI Governance Tables of the schema reference."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, Base, Json, LongText, TextList


class AiModel(Base):
    """AI model registry."""

    __tablename__ = "ai_models"

    id: Mapped[int] = mapped_column(primary_key=True)
    model_name: Mapped[str] = mapped_column(String(100), index=True)
    model_version: Mapped[str | None] = mapped_column(String(50))
    provider: Mapped[str] = mapped_column(String(50), index=True)  # openai|anthropic|custom
    model_type: Mapped[str | None] = mapped_column(String(50))  # chat|completion|embedding
    performance_metrics: Mapped[Json | None]
    risk_level: Mapped[str | None] = mapped_column(String(10), server_default="medium")
    compliance_status: Mapped[str | None] = mapped_column(String(20), server_default="pending", index=True)
    last_evaluated: Mapped[datetime | None]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class RiskAssessment(Base):
    """Comprehensive risk assessments for agents/models/workflows."""

    __tablename__ = "risk_assessments"

    id: Mapped[int] = mapped_column(primary_key=True)
    target_type: Mapped[str] = mapped_column(String(20))  # agent|model|workflow
    target_id: Mapped[str] = mapped_column(String(50))
    target_name: Mapped[str] = mapped_column(String(100))
    overall_risk: Mapped[str | None] = mapped_column(String(10), server_default="medium", index=True)
    bias_risk: Mapped[str | None] = mapped_column(String(10), server_default="low")
    privacy_risk: Mapped[str | None] = mapped_column(String(10), server_default="low")
    robustness_risk: Mapped[str | None] = mapped_column(String(10), server_default="low")
    assessed_date: Mapped[datetime | None] = mapped_column(server_default=NOW)
    assessor_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    assessor_notes: Mapped[LongText | None]
    mitigation_actions: Mapped[TextList | None]
    next_review_date: Mapped[datetime | None]

    # EU AI Act compliance
    eu_ai_act_compliance: Mapped[str | None] = mapped_column(String(20), server_default="pending", index=True)
    eu_ai_act_risk_category: Mapped[str | None] = mapped_column(String(30), server_default="limited")
    eu_ai_act_requirements: Mapped[TextList | None]

    # Explainability
    decision_reasoning: Mapped[LongText | None]
    explainability_score: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    decision_factors: Mapped[Json | None]

    # Bias detection
    bias_test_results: Mapped[Json | None]
    fairness_metrics: Mapped[Json | None]
    bias_categories: Mapped[TextList | None]
    bias_detection_method: Mapped[str | None] = mapped_column(String(50))

    __table_args__ = (Index("risk_assessments_target_type_target_id_idx", "target_type", "target_id"),)


class AuditTrail(Base):
    """Governance audit history."""

    __tablename__ = "audit_trails"

    id: Mapped[int] = mapped_column(primary_key=True)
    audit_type: Mapped[str] = mapped_column(String(50), index=True)
    target_type: Mapped[str] = mapped_column(String(20))
    target_id: Mapped[str] = mapped_column(String(50))
    target_name: Mapped[str | None] = mapped_column(String(100))
    auditor_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    findings: Mapped[LongText | None]
    recommendations: Mapped[LongText | None]
    compliance_status: Mapped[str | None] = mapped_column(String(20))
    audit_date: Mapped[datetime | None] = mapped_column(server_default=NOW, index=True)

    # EU AI Act specific
    eu_ai_act_articles: Mapped[TextList | None]
    eu_ai_act_compliance_status: Mapped[str | None] = mapped_column(String(20))

    # Decision reasoning
    decision_reasoning_quality: Mapped[str | None] = mapped_column(String(20))
    explanation_gaps: Mapped[Json | None]

    # Bias remediation
    bias_remediation_plan: Mapped[LongText | None]
    bias_impact_assessment: Mapped[Json | None]

    __table_args__ = (Index("audit_trails_target_type_target_id_idx", "target_type", "target_id"),)


class GovernanceMetric(Base):
    """Governance KPIs and metrics."""

    __tablename__ = "governance_metrics"

    id: Mapped[int] = mapped_column(primary_key=True)
    metric_type: Mapped[str] = mapped_column(String(50), index=True)
    metric_name: Mapped[str] = mapped_column(String(100), index=True)
    value: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    target: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    unit: Mapped[str | None] = mapped_column(String(20))
    period_start: Mapped[datetime | None]
    period_end: Mapped[datetime | None]
    recorded_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime | None] = mapped_column(server_default=NOW, index=True)
    metadata_: Mapped[Json | None] = mapped_column("metadata")
