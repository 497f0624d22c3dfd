"""Metadata-Driven UI Tables of the schema reference."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from jarvis_desktop.db.schema.declarative import NO, NOW, ONE, YES, ZERO, Base, Json, LongText, TextList


class FormFieldDefinition(Base):
    """Reusable form field catalog."""

    __tablename__ = "form_field_definitions"

    id: Mapped[int] = mapped_column(primary_key=True)
    form_type: Mapped[str] = mapped_column(String(50), index=True)
    field_key: Mapped[str] = mapped_column(String(100), index=True)
    field_type: Mapped[str] = mapped_column(String(50))
    label: Mapped[str] = mapped_column(String(200))
    description: Mapped[LongText | None]
    placeholder: Mapped[str | None] = mapped_column(String(200))
    validation_rules: Mapped[Json | None]
    options: Mapped[Json | None]
    ui_props: Mapped[Json | None]
    persona: Mapped[str | None] = mapped_column(String(50), index=True)
    maturity_level: Mapped[str | None] = mapped_column(String(10))
    scope: Mapped[str | None] = mapped_column(String(50), server_default="global")
    order_index: Mapped[int | None] = mapped_column(server_default=ZERO)
    is_required: Mapped[bool | None] = mapped_column(server_default=NO)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class FormTemplate(Base):
    """Predefined form configurations."""

    __tablename__ = "form_templates"

    id: Mapped[int] = mapped_column(primary_key=True)
    template_name: Mapped[str] = mapped_column(String(100), unique=True)
    form_type: Mapped[str] = mapped_column(String(50), index=True)
    description: Mapped[LongText | None]
    configuration: Mapped[Json]
    persona: Mapped[str | None] = mapped_column(String(50), index=True)
    maturity_level: Mapped[str | None] = mapped_column(String(10))
    is_default: Mapped[bool | None] = mapped_column(server_default=NO, index=True)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES)
    usage_count: Mapped[int | None] = mapped_column(server_default=ZERO)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class UiComponent(Base):
    """Reusable UI component catalog."""

    __tablename__ = "ui_component_registry"

    id: Mapped[int] = mapped_column(primary_key=True)
    component_name: Mapped[str] = mapped_column(String(100), unique=True)
    component_type: Mapped[str] = mapped_column(String(50), index=True)  # atomic|molecular|organism
    category: Mapped[str] = mapped_column(String(50), index=True)
    description: Mapped[LongText | None]
    props: Mapped[Json | None]
    default_props: Mapped[Json | None]
    configuration: Mapped[Json | None]
    dependencies: Mapped[TextList | None]
    persona_compatibility: Mapped[TextList | None]
    maturity_level_support: Mapped[TextList | None]
    version: Mapped[str | None] = mapped_column(String(20), server_default="1.0.0")
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    usage_count: Mapped[int | None] = mapped_column(server_default=ZERO)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class TabConfiguration(Base):
    """Dashboard tab metadata."""

    __tablename__ = "tab_configurations"

    id: Mapped[int] = mapped_column(primary_key=True)
    tab_key: Mapped[str] = mapped_column(String(100), unique=True)
    tab_name: Mapped[str] = mapped_column(String(100))
    tab_type: Mapped[str] = mapped_column(String(50), index=True)
    icon: Mapped[str | None] = mapped_column(String(100))
    description: Mapped[LongText | None]
    order_index: Mapped[int | None] = mapped_column(server_default=ZERO, index=True)
    is_visible: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    persona_access: Mapped[TextList | None] = mapped_column(
        server_default=text("ARRAY['admin', 'rachel', 'john', 'broker']")
    )
    required_permissions: Mapped[TextList | None]
    configuration_keys: Mapped[TextList | None]
    content_config: Mapped[Json | None]
    layout_config: Mapped[Json | None]
    conditional_display: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)


class HierarchyLayerConfiguration(Base):
    """6-layer architecture configurations."""

    __tablename__ = "hierarchy_layer_configurations"

    id: Mapped[int] = mapped_column(primary_key=True)
    layer_key: Mapped[str] = mapped_column(String(50), index=True)
    layer_name: Mapped[str] = mapped_column(String(100))
    layer_level: Mapped[int] = mapped_column(index=True)  # 1-6
    description: Mapped[LongText | None]
    data_source: Mapped[str] = mapped_column(String(100))
    data_source_query: Mapped[Json | None]
    display_config: Mapped[Json | None]
    branding: Mapped[Json | None]
    scope_identifiers: Mapped[Json | None]
    persona: Mapped[str | None]
    agent_id: Mapped[int | None]
    workflow_id: Mapped[int | None]
    effective_from: Mapped[datetime] = mapped_column(server_default=NOW)
    effective_to: Mapped[datetime | None]
    version: Mapped[int | None] = mapped_column(server_default=ONE)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES)
    created_by: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)

    __table_args__ = (
        Index("hierarchy_layer_configurations_persona_agent_id_workflow_id_idx", "persona", "agent_id", "workflow_id"),
    )


class ComponentFeatureConfiguration(Base):
    """Granular feature toggles."""

    __tablename__ = "component_feature_configurations"

    id: Mapped[int] = mapped_column(primary_key=True)
    feature_key: Mapped[str] = mapped_column(String(100), index=True)
    feature_name: Mapped[str] = mapped_column(String(200))
    parent_tab_id: Mapped[int | None] = mapped_column(ForeignKey("tab_configurations.id"), index=True)
    parent_layer_id: Mapped[int | None] = mapped_column(ForeignKey("hierarchy_layer_configurations.id"), index=True)
    is_visible: Mapped[bool | None] = mapped_column(server_default=YES)
    is_active: Mapped[bool | None] = mapped_column(server_default=YES, index=True)
    display_rules: Mapped[Json | None]
    data_binding: Mapped[Json | None]
    interaction_logic: Mapped[Json | None]
    access_control: Mapped[Json | None]
    created_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
    updated_at: Mapped[datetime | None] = mapped_column(server_default=NOW)
