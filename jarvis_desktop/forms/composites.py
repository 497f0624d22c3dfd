"""The fields inside the composite kinds: what they hold unless their row says otherwise. Pure.

Status, risk level and stages are those of the columns of `agents` (governance_status, risk_level, maturity_stage) in
the schema reference; the names of the five maturity levels are those of CMMI (CMMI for Development 1.3, 2010).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FieldKind

Fields = list[dict[str, Any]]


def maturity_levels() -> list[dict[str, Any]]:
    """The choices of a maturity selector: L1 to L5."""
    names = (tr("Initial"), tr("Managed"), tr("Defined"), tr("Quantitatively managed"), tr("Optimizing"))
    return [{"value": f"L{level}", "label": f"L{level} · {name}"} for level, name in enumerate(names, start=1)]


def _capabilities() -> Fields:
    return [
        _field("name", "text", tr("Capability"), required=True),
        _field("description", "text", tr("Description")),
        _field("enabled", "toggle", tr("Enabled"), default=True),
    ]


def _governance() -> Fields:
    statuses = {
        "pending": tr("Pending"),
        "approved": tr("Approved"),
        "rejected": tr("Rejected"),
        "suspended": tr("Suspended"),
    }
    risks = {"low": tr("Low"), "medium": tr("Medium"), "high": tr("High"), "critical": tr("Critical")}
    return [
        _field("status", "select", tr("Status"), options=_choices(statuses)),
        _field("risk_level", "select", tr("Risk level"), options=_choices(risks)),
        _field("frameworks", "tags", tr("Compliance frameworks")),
        _field("last_audit", "date", tr("Last audit")),
        _field("notes", "textarea", tr("Notes")),
    ]


def _version() -> Fields:
    statuses = {"draft": tr("Draft"), "review": tr("In review"), "released": tr("Released"), "retired": tr("Retired")}
    return [
        _field("version", "text", tr("Version"), required=True, placeholder="1.0.0",
               validation={"pattern": r"^\d+(\.\d+){0,3}$"}),
        _field("status", "select", tr("Status"), options=_choices(statuses)),
        _field("released_on", "date", tr("Released on")),
        _field("changes", "textarea", tr("Changes")),
    ]  # fmt: skip


COMPOSITE_FIELDS: Mapping[FieldKind, Callable[[], Fields]] = MappingProxyType(
    {
        FieldKind.CAPABILITY_BUILDER: _capabilities,
        FieldKind.GOVERNANCE_PANEL: _governance,
        FieldKind.VERSION_CONTROL: _version,
    }
)
"""What the fields inside are, as field objects; `ui_props.fields` of a row stands in their place."""


def _choices(labels: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in labels.items()]


def _field(name: str, kind: str, label: str, *, default: Any = None, **given: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "label": label, "defaultValue": default, **given}
