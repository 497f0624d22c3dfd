"""Core User Tables of the schema reference."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, YES, Base, Json, LongText


class User(Base):
    """Primary table for user accounts."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    first_name: Mapped[str | None]
    last_name: Mapped[str | None]
    profile_image_url: Mapped[str | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class UserProfile(Base):
    """Extended user profile information."""

    __tablename__ = "user_profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    bio: Mapped[LongText | None]
    phone: Mapped[str | None]
    timezone: Mapped[str | None]
    language: Mapped[str | None] = mapped_column(server_default="en")
    avatar_url: Mapped[str | None]
    metadata_: Mapped[Json | None] = mapped_column("metadata")
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class UserPreferences(Base):
    """User UI and feature preferences."""

    __tablename__ = "user_preferences"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    theme: Mapped[str | None] = mapped_column(server_default="light")
    notifications_enabled: Mapped[bool | None] = mapped_column(server_default=YES)
    default_persona: Mapped[str | None] = mapped_column(server_default="admin")
    preferences: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class WebSession(Base):
    """Express session storage, which connect-pg-simple manages; the reference's heading calls it user_sessions."""

    __tablename__ = "sessions"

    sid: Mapped[str] = mapped_column(primary_key=True)
    sess: Mapped[Json]
    expire: Mapped[datetime]

    __table_args__ = (Index("idx_sessions_expire", "expire"),)
