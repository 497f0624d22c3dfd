"""Agent System Tables of the schema reference."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NO, NOW, ONE, ZERO, Base, Json, LongText, TextList


class Agent(Base):
    """Core agent definitions."""

    __tablename__ = "agents"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    agent_role: Mapped[str | None]
    persona_name: Mapped[str | None]
    memory_context_profile: Mapped[str | None] = mapped_column(String(30), server_default="session-only")
    layer: Mapped[str] = mapped_column(index=True)  # Experience|Meta Brain|Role|Process|System|Interface
    persona: Mapped[str] = mapped_column(server_default="admin", index=True)
    specialization: Mapped[str | None]
    description: Mapped[LongText | None]
    config: Mapped[Json | None]
    status: Mapped[str | None] = mapped_column(server_default="active", index=True)
    functional_status: Mapped[str | None] = mapped_column(server_default="configured", index=True)
    is_custom: Mapped[bool | None] = mapped_column(server_default=NO)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"))

    # Performance metrics
    cpu_usage: Mapped[int | None] = mapped_column(server_default=ZERO)
    memory_usage: Mapped[int | None] = mapped_column(server_default=ZERO)
    active_users: Mapped[int | None] = mapped_column(server_default=ZERO)
    success_rate: Mapped[Decimal | None] = mapped_column(server_default=ZERO)
    avg_response_time: Mapped[int | None] = mapped_column(server_default=ZERO)
    last_activity: Mapped[datetime | None] = mapped_column(server_default=NOW)

    # Governance
    maturity_level: Mapped[int | None] = mapped_column(server_default=ONE, index=True)
    maturity_stage: Mapped[str | None] = mapped_column(String(20), server_default="L1")
    agent_category: Mapped[str | None] = mapped_column(String(20), server_default="Reactive")
    governance_status: Mapped[str | None] = mapped_column(String(20), server_default="pending", index=True)
    risk_level: Mapped[str | None] = mapped_column(String(10), server_default="medium")
    compliance_frameworks: Mapped[TextList | None]
    last_audit_date: Mapped[datetime | None]
    compliance_notes: Mapped[LongText | None]

    # Business context
    business_function: Mapped[str | None] = mapped_column(String(50), index=True)
    sla_performance: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    sla_status: Mapped[str | None] = mapped_column(String(10), server_default="green")
    version_number: Mapped[int | None] = mapped_column(server_default=ONE)

    # Persona generation
    can_generate_persona: Mapped[bool | None] = mapped_column(server_default=NO)
    persona_generation_config: Mapped[Json | None]
    persona_capabilities: Mapped[Json | None]
    dashboard_template: Mapped[Json | None]

    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class AgentVersion(Base):
    """Agent version history and snapshots."""

    __tablename__ = "agent_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id", ondelete="CASCADE"), index=True)
    version_number: Mapped[int]
    changes: Mapped[LongText | None]
    snapshot_data: Mapped[Json | None]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("agent_versions_created_at_idx", created_at.desc()),)


class AgentExecution(Base):
    """Real-time agent execution tracking."""

    __tablename__ = "agent_executions"

    id: Mapped[int] = mapped_column(primary_key=True)
    execution_id: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"), index=True)
    persona: Mapped[str] = mapped_column(index=True)
    command: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="initializing", index=True)
    started_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    completed_at: Mapped[datetime | None]
    total_duration: Mapped[int | None]
    result: Mapped[Json | None]
    error_details: Mapped[Json | None]
    agent_count: Mapped[int | None] = mapped_column(server_default=ZERO)


class AgentExecutionStep(Base):
    """Detailed step-by-step execution tracking."""

    __tablename__ = "agent_execution_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    execution_id: Mapped[str] = mapped_column(
        ForeignKey("agent_executions.execution_id", ondelete="CASCADE"), index=True
    )
    step_order: Mapped[int] = mapped_column(index=True)
    layer: Mapped[str]
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"), index=True)
    agent_name: Mapped[str]
    agent_type: Mapped[str]
    specialization: Mapped[str | None]
    description: Mapped[LongText | None]
    capabilities: Mapped[Json | None]
    action: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="pending", index=True)
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    duration: Mapped[int | None]
    input_data: Mapped[Json | None]
    output_data: Mapped[Json | None]
    error_details: Mapped[LongText | None]

    # Parallel execution support
    group_id: Mapped[str | None]
    is_parallel: Mapped[bool | None] = mapped_column(server_default=NO)
    total_in_group: Mapped[int | None]
    index_in_group: Mapped[int | None]

    # Parent step for hierarchical execution
    parent_step_id: Mapped[int | None] = mapped_column(ForeignKey("agent_execution_steps.id"))


class AgentResourceUsage(Base):
    """Detailed resource consumption tracking."""

    __tablename__ = "agent_resource_usage"

    id: Mapped[int] = mapped_column(primary_key=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agents.id", ondelete="CASCADE"), index=True)
    timestamp: Mapped[datetime | None] = mapped_column(server_default=NOW)
    cpu_percent: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    memory_mb: Mapped[int | None]
    active_connections: Mapped[int | None]
    requests_per_second: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    error_rate: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))

    __table_args__ = (Index("agent_resource_usage_timestamp_idx", timestamp.desc()),)
