"""Configuration System Tables of the schema reference."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NOW, ONE, YES, Base, Json, LongText, TextList


class ConfigRegistryEntry(Base):
    """Catalog of all configurable settings."""

    __tablename__ = "config_registry"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(255), unique=True)
    description: Mapped[LongText]
    type: Mapped[str] = mapped_column(String(50), index=True)  # string|number|boolean|json|array
    default_value_jsonb: Mapped[Json | None]
    # global|persona|agent|workflow
    scope: Mapped[str | None] = mapped_column(String(50), server_default="global", index=True)
    category: Mapped[str] = mapped_column(String(100), index=True)  # ui|business|security|voice
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class ConfigValue(Base):
    """Effective-dated configuration values with scope precedence."""

    __tablename__ = "config_values"

    id: Mapped[int] = mapped_column(primary_key=True)
    config_key: Mapped[str] = mapped_column(String(255), ForeignKey("config_registry.key"))
    scope_identifiers: Mapped[Json | None]  # {persona, agentId, workflowId}
    # Extracted for efficient queries
    persona: Mapped[str | None]
    agent_id: Mapped[int | None]
    workflow_id: Mapped[int | None]
    value: Mapped[Json]
    effective_from: Mapped[datetime] = mapped_column(server_default=NOW)
    effective_to: Mapped[datetime | None]  # null = active indefinitely
    version: Mapped[int | None] = mapped_column(server_default=ONE)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (
        UniqueConstraint(
            "config_key",
            "version",
            "persona",
            "agent_id",
            "workflow_id",
            name="config_values_config_key_version_persona_agent_id_workflow__key",
        ),
        Index(
            "config_values_config_key_persona_agent_id_workflow_id_is_ac_idx",
            "config_key",
            "persona",
            "agent_id",
            "workflow_id",
            "is_active",
        ),
        Index(
            "config_values_config_key_effective_from_effective_to_idx", "config_key", "effective_from", "effective_to"
        ),
        # Ours: the documented constraint above does not bind where a scope column is NULL.
        Index(
            "config_values_scope_key",
            "config_key",
            text("coalesce(version, 0)"),
            text("coalesce(persona, '')"),
            text("(persona is null)"),
            text("coalesce(agent_id, -1)"),
            text("coalesce(workflow_id, -1)"),
            unique=True,
        ),
    )


class ConfigSnapshot(Base):
    """Point-in-time configuration backups."""

    __tablename__ = "config_snapshots"

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot_name: Mapped[str] = mapped_column(String(200))
    description: Mapped[LongText | None]
    snapshot_data: Mapped[Json]  # Complete config state
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"), index=True)
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("config_snapshots_created_at_idx", created_at.desc()),)


class ConfigChangeLog(Base):
    """Complete audit trail of configuration changes."""

    __tablename__ = "config_change_logs"

    id: Mapped[int] = mapped_column(primary_key=True)
    config_key: Mapped[str] = mapped_column(String(255), index=True)
    operation: Mapped[str] = mapped_column(String(50))  # set|delete|rollback|snapshot_restore|bulk_update
    old_value: Mapped[Json | None]
    new_value: Mapped[Json | None]
    scope_identifiers: Mapped[Json | None]
    performed_by: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    reason: Mapped[LongText | None]
    impact_assessment: Mapped[LongText | None]
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("config_snapshots.id"))
    performed_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("config_change_logs_performed_at_idx", performed_at.desc()),)


class BusinessRule(Base):
    """Effective-dated business logic rules."""

    __tablename__ = "business_rules"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule_name: Mapped[str] = mapped_column(String(200), index=True)
    rule_engine: Mapped[str] = mapped_column(String(50))  # jsonlogic|cel|simple
    rule_definition: Mapped[Json]
    scope: Mapped[str | None] = mapped_column(String(50), server_default="global", index=True)
    scope_identifiers: Mapped[Json | None]
    persona: Mapped[str | None]
    agent_id: Mapped[int | None]
    workflow_id: Mapped[int | None]
    effective_from: Mapped[datetime] = mapped_column(server_default=NOW)
    effective_to: Mapped[datetime | None]
    version: Mapped[int | None] = mapped_column(server_default=ONE)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (Index("business_rules_effective_from_effective_to_idx", "effective_from", "effective_to"),)


class Template(Base):
    """Effective-dated content templates."""

    __tablename__ = "templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    template_name: Mapped[str] = mapped_column(String(200), index=True)
    template_type: Mapped[str] = mapped_column(String(50), index=True)  # email|voice|ui|sms
    content: Mapped[LongText]
    variables: Mapped[TextList | None]  # Substitution variables
    scope: Mapped[str | None] = mapped_column(String(50), server_default="global")
    scope_identifiers: Mapped[Json | None]
    persona: Mapped[str | None]
    agent_id: Mapped[int | None]
    effective_from: Mapped[datetime] = mapped_column(server_default=NOW)
    effective_to: Mapped[datetime | None]
    version: Mapped[int | None] = mapped_column(server_default=ONE)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    category: Mapped[str | None] = mapped_column(String(100), index=True)
    tags: Mapped[TextList | None]
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
