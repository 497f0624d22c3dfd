"""Rules over the columns of a table: compiled, and said in words. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed, Rule, compile_stored
from jarvis_desktop.expressions.types import Type
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from jarvis_desktop.expressions.explaining import Labels
    from jarvis_desktop.tables.types import TableInfo

NOW, TODAY = "$now", "$today"
"""What rules over a table may read beside its columns: the instant, and the day on the person's clock."""

_TYPES: Mapping[ColumnKind, Type] = MappingProxyType(
    {
        ColumnKind.TEXT: Type.TEXT,
        ColumnKind.INTEGER: Type.NUMBER,
        ColumnKind.DECIMAL: Type.NUMBER,
        ColumnKind.BOOLEAN: Type.BOOL,
        ColumnKind.DATETIME: Type.TIMESTAMP,
        ColumnKind.DATE: Type.DATE,
        ColumnKind.JSON: Type.ANY,
        ColumnKind.ARRAY: Type.LIST,
    }
)


def rule_fields(table: TableInfo) -> dict[str, Type]:
    """What a rule over the table may read, with the types that it sees."""
    return {**{each.name: _TYPES[each.kind] for each in table.columns}, NOW: Type.TIMESTAMP, TODAY: Type.DATE}


def compiled(rule: str, table: TableInfo) -> Rule:
    """The rule, given as JSON text, over a table; ConfigurationError says what is wrong with it, and where."""
    found = compile_stored(rule, rule_fields(table))
    if isinstance(found, Failed):
        raise unusable(found)
    return found


def unusable(failed: Failed, part: str = "") -> ConfigurationError:
    """The error for a rule that fails; `part` is what is to blame, in words."""
    places = ", ".join(said for said in (f"“{part}”" if part else "", failed.pointer) if said)
    message = f"{failed.reason.removesuffix('.')} ({places})." if places else failed.reason
    return ConfigurationError(message, title=tr("Rule not usable"))


def in_words(rule: str, table: TableInfo, choices: Mapping[str, Mapping[str, str]]) -> str:
    """The rule as a sentence, with the labels of the columns; `choices` are those of stored values, by column."""
    from jarvis_desktop.expressions.explaining import explain

    return explain(compiled(rule, table), labels=_labels(table, choices)).words


def part_in_words(rule: Rule, place: str, table: TableInfo) -> str:
    """The part of a rule at a place as a sentence; "" where none stands there."""
    from jarvis_desktop.expressions import explaining

    return explaining.part_in_words(rule, place, labels=_labels(table, {}))


def _labels(table: TableInfo, choices: Mapping[str, Mapping[str, str]]) -> Labels:
    from jarvis_desktop.expressions.explaining import FieldWords

    labels = {each.name: FieldWords(each.label, choices.get(each.name, {})) for each in table.columns}
    return {**labels, NOW: tr("now"), TODAY: tr("today")}
