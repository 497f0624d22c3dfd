"""The source of a field's choices, read from what a row holds, or found behind a foreign key. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed
from jarvis_desktop.expressions.rules import compile as compile_rule
from jarvis_desktop.forms.lookups.types import TODAY, OptionSource
from jarvis_desktop.forms.naming import NAMES
from jarvis_desktop.tables.permission import SECRET_TABLES
from jarvis_desktop.tables.types import ColumnKind, Sort

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import TableInfo

FORM = "form."
"""Before a name in a filter: a field of the form, not a column of the table."""

_KNOWN = frozenset({"table", "value", "label", "search", "filter", "order", "depends_on", "as_of"})


class BadSource(ValueError):
    """The document names no source of choices; the message says why."""


def read_source(document: Mapping[str, Any]) -> tuple[OptionSource, tuple[str, ...]]:
    """A source `{table, value, label, search, filter, order, depends_on, as_of}`, and faults that did not matter.

    `order` is a column, `-column` for the last first, or a list of such. Raises BadSource.
    """
    table, value = document.get("table"), document.get("value", "id")
    label = document.get("label", value)
    if not all(isinstance(each, str) and each for each in (table, value, label)):
        raise BadSource(tr("names no table, value and label for its choices"))
    rule, read = _filter(document.get("filter"))
    named = _names(document, "depends_on")
    given = document.get("as_of")
    as_of = TODAY if given is True else given if isinstance(given, str) else ""
    day_of = (as_of,) if as_of and as_of != TODAY and not as_of[0].isdigit() else ()
    return OptionSource(
        table=str(table),
        value=str(value),
        label=str(label),
        search=_names(document, "search") or tuple(dict.fromkeys((str(label), str(value)))),
        filter=rule,
        order=tuple(_sort(each) for each in _names(document, "order")) or (Sort(str(label)),),
        depends_on=tuple(dict.fromkeys((*named, *read, *day_of))),
        equal=tuple(key for key in named if key not in (*read, *day_of)),
        as_of=as_of,
    ), tuple(tr("/options has the unknown key “{key}”", key=str(key)[:40]) for key in document if key not in _KNOWN)


def source_behind(info: TableInfo, column: str) -> OptionSource | None:
    """The choices of a column that refers to `column` of a table; None where rows there have no name of their own."""
    texts = {each.name for each in info.columns if each.kind is ColumnKind.TEXT}
    names = [name for name in NAMES if name in texts]
    if not names or info.name in SECRET_TABLES or info.column(column) is None:
        return None
    label = names[0]
    return OptionSource(info.name, column, label, tuple(dict.fromkeys((*names[:3], column))), order=(Sort(label),))


def _filter(document: Any) -> tuple[str, tuple[str, ...]]:
    """The rule as JSON text, and the fields of the form that it reads."""
    if document is None or document == {}:
        return "", ()
    rule = compile_rule("jsonlogic", document)
    if isinstance(rule, Failed):
        raise BadSource(tr("has a filter that cannot be used: {reason}", reason=rule.reason.rstrip(".")))
    read = sorted(name.removeprefix(FORM).partition(".")[0] for name in rule.reads if name.startswith(FORM))
    return dumps(document), tuple(read)


def _names(document: Mapping[str, Any], name: str) -> tuple[str, ...]:
    given = document.get(name)
    listed = [given] if isinstance(given, str) else given
    if listed is None:
        return ()
    if not isinstance(listed, (list, tuple)) or not all(isinstance(each, str) and each for each in listed):
        raise BadSource(tr("has choices whose “{name}” is no list of names", name=name))
    return tuple(listed)


def _sort(name: str) -> Sort:
    return Sort(name.removeprefix("-").removesuffix(" desc"), descending=name.startswith("-") or name.endswith(" desc"))
