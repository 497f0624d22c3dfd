"""One feature of the metadata by its key, for whoever may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import ConfigurationError, NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.access import feature_decision, sees
from jarvis_desktop.metadata.queries import readable_columns, stored_rows

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow
    from jarvis_desktop.metadata.types import Reader

FEATURES = "component_feature_configurations"


def feature_binding(session: Session, key: str, reader: Reader) -> Any:
    """The `data_binding` of the feature; ConfigurationError when there is none, NotAllowed when it is hidden.

    Of several rows of one key the latest that is switched on counts.
    """
    rows: list[StoredRow] = []
    if "feature_key" in readable_columns(session, (FEATURES,)).get(FEATURES, frozenset()):
        rows = sorted(stored_rows(session, FEATURES, matching={"feature_key": [key]}), key=lambda row: row.id)
    if not rows:
        raise ConfigurationError(
            tr("No feature is called “{key}”.", key=key),
            title=tr("Unknown source"),
            hint=tr("The table {features} lists the features by “feature_key”.", features=FEATURES),
        )
    row = next((row for row in reversed(rows) if row.flag("is_active")), rows[-1])
    if not sees(feature_decision(row, reader), reader):
        raise NotAllowed(
            tr("The feature “{value}” is not shown to this persona.", value=row.text("feature_name") or key)
        )
    if "data_binding" in row.unreadable:
        raise ConfigurationError(
            tr(
                "The “data_binding” of “{key}” cannot be read: {unreadable}.",
                key=key,
                unreadable=row.unreadable["data_binding"],
            )
        )
    return row.value("data_binding")
