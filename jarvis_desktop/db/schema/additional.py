"""Additional Tables of the schema reference."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, YES, Base, Json, LongText


class RolePersona(Base):
    """Persona definitions and configuration."""

    __tablename__ = "role_personas"

    id: Mapped[int] = mapped_column(primary_key=True)
    persona_key: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    agent_role: Mapped[str | None]
    department: Mapped[str | None]
    avatar_url: Mapped[str | None]
    baseline_user_profile: Mapped[Json | None]
    baseline_user_preferences: Mapped[Json | None]

    # Dynamic persona generation
    source_agent_id: Mapped[int | None] = mapped_column(ForeignKey("agents.id"))
    persona_type: Mapped[str | None] = mapped_column(server_default="static", index=True)  # static|dynamic
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    generation_metadata: Mapped[Json | None]
    dashboard_config: Mapped[Json | None]
    capability_manifest: Mapped[Json | None]
    access_level: Mapped[str | None] = mapped_column(server_default="standard")

    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class ExperienceLayer(Base):
    """Company branding configuration."""

    __tablename__ = "experience_layer"

    id: Mapped[int] = mapped_column(primary_key=True)
    company_name: Mapped[str]
    metadata_: Mapped[Json | None] = mapped_column("metadata")
    effective_from: Mapped[datetime | None] = mapped_column(server_default=NOW)
    effective_to: Mapped[datetime | None]
    is_active: Mapped[bool | None] = mapped_column(server_default=YES)
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class StepDefinition(Base):
    """Workflow step definitions."""

    __tablename__ = "step_definitions"

    id: Mapped[int] = mapped_column(primary_key=True)
    workflow_type: Mapped[str]
    step_number: Mapped[int]
    step_name: Mapped[str]
    description: Mapped[LongText | None]
    form_schema: Mapped[Json | None]
    validation_rules: Mapped[Json | None]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class StepFormSubmission(Base):
    """Workflow step form data."""

    __tablename__ = "step_form_submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("step_definitions.id"))
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    submission_data: Mapped[Json]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class ErrorRecord(Base):
    """Application error logging."""

    __tablename__ = "errors"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"), index=True)
    error_type: Mapped[str] = mapped_column(index=True)
    error_message: Mapped[LongText]
    stack_trace: Mapped[LongText | None]
    context: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("errors_created_at_idx", created_at.desc()),)
