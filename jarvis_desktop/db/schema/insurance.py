"""Insurance Workflow Tables of the schema reference."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NO, NOW, ONE, Base, IntegerList, Json, LongText, TextList


class Submission(Base):
    """General insurance submissions."""

    __tablename__ = "submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[str] = mapped_column(unique=True)
    broker_name: Mapped[str]
    client_name: Mapped[str]
    risk_level: Mapped[str] = mapped_column(index=True)  # low|medium|high|critical
    recommended_line: Mapped[str | None]
    details: Mapped[Json | None]
    status: Mapped[str | None] = mapped_column(server_default="pending", index=True)  # pending|approved|declined
    assigned_to: Mapped[str | None] = mapped_column(index=True)
    documentation_status: Mapped[str | None] = mapped_column(server_default="complete")
    missing_documents: Mapped[TextList | None]
    issue_flags: Mapped[Json | None]
    action_required: Mapped[str | None]
    last_interaction_date: Mapped[datetime | None]
    rachel_notes: Mapped[LongText | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class Incident(Base):
    """IT support and claims incidents."""

    __tablename__ = "incidents"

    id: Mapped[int] = mapped_column(primary_key=True)
    incident_id: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    description: Mapped[LongText | None]
    priority: Mapped[str | None] = mapped_column(server_default="medium", index=True)  # low|medium|high|critical
    status: Mapped[str | None] = mapped_column(server_default="open", index=True)  # open|in_progress|resolved|closed
    assigned_to: Mapped[str | None] = mapped_column(index=True)
    reported_by: Mapped[str | None]
    resolution: Mapped[LongText | None]
    escalation_required: Mapped[str | None]
    critical_flags: Mapped[Json | None]
    action_required: Mapped[str | None]
    last_interaction_date: Mapped[datetime | None]
    john_notes: Mapped[LongText | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class CommercialPropertyWorkflow(Base):
    """Commercial property underwriting state."""

    __tablename__ = "commercial_property_workflows"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    current_step: Mapped[int | None] = mapped_column(server_default=ONE)
    completed_steps: Mapped[IntegerList | None]
    status: Mapped[str | None] = mapped_column(
        server_default="in_progress", index=True
    )  # in_progress|completed|cancelled
    step_data: Mapped[Json | None] = mapped_column(server_default="{}")
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class CommercialPropertyCope(Base):
    """COPE (Construction, Occupancy, Protection, Exposure) analysis."""

    __tablename__ = "commercial_property_cope_data"

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[str] = mapped_column(
        ForeignKey("commercial_property_workflows.submission_id", ondelete="CASCADE"), unique=True
    )
    # Construction
    construction_type: Mapped[str | None]
    year_built: Mapped[int | None]
    total_floors: Mapped[int | None]
    basement_levels: Mapped[int | None]
    # Occupancy
    primary_occupancy: Mapped[str | None]
    occupancy_classification: Mapped[str | None]
    business_description: Mapped[LongText | None]
    # Protection
    sprinkler_system: Mapped[bool | None] = mapped_column(server_default=NO)
    sprinkler_type: Mapped[str | None]
    fire_alarm_system: Mapped[bool | None] = mapped_column(server_default=NO)
    central_station: Mapped[bool | None] = mapped_column(server_default=NO)
    security_system: Mapped[bool | None] = mapped_column(server_default=NO)
    # Exposure
    exposure_north: Mapped[str | None]
    exposure_south: Mapped[str | None]
    exposure_east: Mapped[str | None]
    exposure_west: Mapped[str | None]
    hydrant_distance: Mapped[int | None]  # feet
    fire_station_distance: Mapped[int | None]  # miles
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class CommercialPropertySubmission(Base):
    """Detailed commercial property submission data."""

    __tablename__ = "commercial_property_submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    workflow_id: Mapped[int] = mapped_column(
        ForeignKey("commercial_property_workflows.id", ondelete="CASCADE"), index=True
    )
    submission_id: Mapped[str] = mapped_column(unique=True)
    # Property details
    property_address: Mapped[str | None]
    property_city: Mapped[str | None]
    property_state: Mapped[str | None]
    property_zip: Mapped[str | None]
    building_value: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    contents_value: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    business_income_value: Mapped[Decimal | None] = mapped_column(Numeric(12, 2))
    # Additional details
    attachments: Mapped[Json | None]
    additional_info: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
