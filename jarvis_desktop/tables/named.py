"""Named sources: the rows that a feature of the metadata is about, for tables that show them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import NotJson, dumps
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.codec import read_sort
from jarvis_desktop.tables.types import Sort


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A table, the `rule` (JSON text, "" for none) that says which of its rows, and their order."""

    table: str
    rule: str = ""
    sort: tuple[Sort, ...] = ()


def read_binding(key: str, binding: Any) -> NamedSource:
    """The source of `data_binding {source, filter, order}`; ConfigurationError names what cannot be used.

    Whether its rule can be asked of the table is not known yet.
    """
    if not isinstance(binding, Mapping):
        raise unusable(key, tr("it has no “data_binding”"))
    table = binding.get("source")
    if not isinstance(table, str) or not table:
        raise unusable(key, tr("its “data_binding” names no “source”"))
    order = binding.get("order") or ()
    if not isinstance(order, (list, tuple)):
        order = (order,)
    rule = binding.get("filter")
    try:
        sort = tuple(read_sort(entry) for entry in order)
        written = "" if rule is None else rule or '""' if isinstance(rule, str) else dumps(rule)
    except ConfigurationError as error:
        raise unusable(key, error.message) from error
    except NotJson as error:
        raise unusable(key, tr("The rule {error}.", error=error)) from error
    return NamedSource(table, written, sort)


def unusable(key: str, reason: str) -> ConfigurationError:
    """The error for a feature that is no source of rows."""
    return ConfigurationError(
        tr("The feature “{key}” cannot be shown as a table: {reason}.", key=key, reason=reason.removesuffix(".")),
        title=tr("Source not usable"),
        hint=tr("An administrator can repair it in the table component_feature_configurations."),
    )
