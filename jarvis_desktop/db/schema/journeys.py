"""User Journey & Analytics Tables of the schema reference."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, ZERO, Base, Json, LongText


class UserJourneyInteraction(Base):
    """Individual user interactions."""

    __tablename__ = "user_journey_interactions"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    session_id: Mapped[str] = mapped_column(index=True)
    persona: Mapped[str] = mapped_column(index=True)
    interaction_type: Mapped[str]  # command|navigation|voice|click
    target_element: Mapped[str | None]
    command_input: Mapped[LongText | None]
    workflow_step: Mapped[str | None]
    duration: Mapped[int | None]  # milliseconds
    coordinates: Mapped[Json | None]  # {x, y}
    viewport: Mapped[Json | None]  # {width, height}
    device_info: Mapped[Json | None]
    timestamp: Mapped[datetime | None] = mapped_column(server_default=NOW, index=True)
    metadata_: Mapped[Json | None] = mapped_column("metadata")


class UserJourneySession(Base):
    """Complete user sessions."""

    __tablename__ = "user_journey_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    session_id: Mapped[str] = mapped_column(unique=True)
    start_time: Mapped[datetime | None] = mapped_column(server_default=NOW)
    end_time: Mapped[datetime | None]
    total_duration: Mapped[int | None]  # seconds
    persona_switches: Mapped[int | None] = mapped_column(server_default=ZERO)
    commands_executed: Mapped[int | None] = mapped_column(server_default=ZERO)
    workflows_completed: Mapped[int | None] = mapped_column(server_default=ZERO)
    primary_persona: Mapped[str | None]
    session_goals: Mapped[Json | None]
    completion_rate: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    metadata_: Mapped[Json | None] = mapped_column("metadata")

    __table_args__ = (Index("user_journey_sessions_start_time_idx", start_time.desc()),)


class UserJourneyHeatmap(Base):
    """Aggregated interaction heatmaps."""

    __tablename__ = "user_journey_heatmaps"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    persona: Mapped[str] = mapped_column(index=True)
    page_route: Mapped[str] = mapped_column(index=True)
    component_id: Mapped[str] = mapped_column(index=True)
    interaction_count: Mapped[int | None] = mapped_column(server_default=ZERO)
    total_duration: Mapped[int | None] = mapped_column(server_default=ZERO)
    avg_duration: Mapped[Decimal | None] = mapped_column(Numeric(10, 2))
    click_coordinates: Mapped[Json | None]  # [{x, y, count}]
    heatmap_data: Mapped[Json | None]
    last_updated: Mapped[datetime | None] = mapped_column(server_default=NOW)
    date_range: Mapped[str | None] = mapped_column(server_default="7d")  # 1d|7d|30d
