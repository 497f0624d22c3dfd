"""Communication Tables of the schema reference."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Numeric
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, Base, Json, LongText


class Email(Base):
    """Email processing and tracking."""

    __tablename__ = "emails"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    from_email: Mapped[str]
    to_email: Mapped[str | None]
    subject: Mapped[str | None]
    body: Mapped[LongText | None]
    attachments: Mapped[Json | None]
    processing_status: Mapped[str | None] = mapped_column(server_default="pending", index=True)
    delivery_status: Mapped[str | None]
    extracted_intent_data: Mapped[Json | None]
    submission_id: Mapped[str | None]
    priority: Mapped[str | None] = mapped_column(server_default="medium")
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    processed_at: Mapped[datetime | None]

    __table_args__ = (Index("emails_created_at_idx", created_at.desc()),)


class Command(Base):
    """Command history."""

    __tablename__ = "commands"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    persona: Mapped[str] = mapped_column(index=True)
    command: Mapped[str]
    execution_id: Mapped[str | None]
    status: Mapped[str | None] = mapped_column(server_default="pending")
    result: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    executed_at: Mapped[datetime | None]

    __table_args__ = (Index("commands_created_at_idx", created_at.desc()),)


class Activity(Base):
    """General activity log."""

    __tablename__ = "activities"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id"), index=True)
    persona: Mapped[str | None]
    activity_type: Mapped[str] = mapped_column(index=True)
    description: Mapped[LongText]
    metadata_: Mapped[Json | None] = mapped_column("metadata")
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("activities_created_at_idx", created_at.desc()),)


class VoiceTranscript(Base):
    """Voice command transcriptions."""

    __tablename__ = "voice_transcripts"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    persona: Mapped[str] = mapped_column(index=True)
    transcript: Mapped[LongText]
    confidence: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    command_executed: Mapped[str | None]
    success: Mapped[bool | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("voice_transcripts_created_at_idx", created_at.desc()),)
