"""Filters and sort orders as JSON: in the props of components and in saved filters. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.filters import takes_value
from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.types import Filter, Operator, Sort

VERSION = 1


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a person narrowed and put in order in a list; `sort` None leaves the order of the list."""

    filters: tuple[Filter, ...] = ()
    text: str = ""
    sort: tuple[Sort, ...] | None = None


def read_filter(entry: Any) -> Filter:
    """A filter from JSON; ConfigurationError when it is none. Its value is not held against a column yet."""
    if not isinstance(entry, Mapping) or not isinstance(entry.get("column"), str):
        raise ConfigurationError(tr("Each of “filters” must be an object with “column” and “operator”."))
    name = entry.get("operator", Operator.EQ.value)
    try:
        operator = Operator(name)
    except ValueError:
        known = ", ".join(operator.value for operator in Operator)
        raise ConfigurationError(
            tr("No filter operator is called “{name}”. Known: {known}.", name=name, known=known)
        ) from None
    value = entry.get("value")
    path = entry.get("path", "")
    if not isinstance(path, str):
        raise ConfigurationError(tr("The “path” of a filter must be a text such as owner.name."))
    return Filter(entry["column"], operator, _frozen(value), path)


def write_filter(condition: Filter) -> dict[str, Any]:
    """The filter as JSON that `read_filter` reads."""
    written: dict[str, Any] = {"column": condition.column, "operator": condition.operator.value}
    if condition.path:
        written["path"] = condition.path
    if takes_value(condition.operator):
        written["value"] = _plain(condition.value)
    return written


def read_sort(entry: Any) -> Sort:
    """A sort column from JSON: its name, or an object; ConfigurationError when it is none."""
    if isinstance(entry, str):
        return Sort(entry)
    if not isinstance(entry, Mapping) or not isinstance(entry.get("column"), str):
        raise ConfigurationError(tr("Each of “sort” must be a column's name, or an object with “column”."))
    return Sort(entry["column"], descending=entry.get("descending") is True)


def write_sort(sort: Sort) -> dict[str, Any]:
    """The sort column as JSON that `read_sort` reads."""
    return {"column": sort.column, "descending": True} if sort.descending else {"column": sort.column}


def write(narrowing: Narrowing) -> dict[str, Any]:
    """What is saved under a name."""
    written: dict[str, Any] = {"version": VERSION, "filters": [write_filter(each) for each in narrowing.filters]}
    if narrowing.text:
        written["text"] = narrowing.text
    if narrowing.sort is not None:
        written["sort"] = [write_sort(each) for each in narrowing.sort]
    return written


def read(document: Any) -> Narrowing:
    """What was saved; ConfigurationError, with the reason, for anything else."""
    if not isinstance(document, Mapping):
        raise ConfigurationError(tr("What is stored is no JSON object."))
    version = document.get("version")
    if version != VERSION or isinstance(version, bool):
        raise ConfigurationError(tr("It was saved by another version of this program."))
    text = document.get("text", "")
    if not isinstance(text, str):
        raise ConfigurationError(tr("Its “text” is no text."))
    return Narrowing(
        tuple(read_filter(entry) for entry in _entries(document, "filters")),
        text,
        tuple(read_sort(entry) for entry in _entries(document, "sort")) if "sort" in document else None,
    )


def _entries(document: Mapping[str, Any], key: str) -> Sequence[Any]:
    entries = document.get(key, ())
    if not isinstance(entries, (list, tuple)):
        raise ConfigurationError(tr("Its “{key}” are no list.", key=key))
    return entries


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.words if isinstance(value, Relative) else value
