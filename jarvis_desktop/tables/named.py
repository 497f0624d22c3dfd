"""Named sources: the rows that a feature of the metadata is about, for tables that show them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import compile_stored
from jarvis_desktop.expressions.tree import Call, Failed, Field, ListOf, Literal, Node
from jarvis_desktop.tables.codec import read_sort
from jarvis_desktop.tables.types import Filter, Operator, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARISONS: Mapping[str, Operator] = MappingProxyType(
    {
        "==": Operator.EQ,
        "!=": Operator.NE,
        "<": Operator.LT,
        "before": Operator.LT,
        "<=": Operator.LE,
        ">": Operator.GT,
        "after": Operator.GT,
        ">=": Operator.GE,
    }
)
_TURNED = MappingProxyType(
    {Operator.LT: Operator.GT, Operator.LE: Operator.GE, Operator.GT: Operator.LT, Operator.GE: Operator.LE}
)
_PRESENCE = MappingProxyType({"is_null": Operator.IS_NULL, "is_not_null": Operator.IS_NOT_NULL})


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A table, which of its rows, and their order."""

    table: str
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()


def read_binding(key: str, binding: Any) -> NamedSource:
    """The source of `data_binding {source, filter, order}`; ConfigurationError names what cannot be used."""
    if not isinstance(binding, Mapping):
        raise _unusable(key, tr("it has no “data_binding”"))
    table = binding.get("source")
    if not isinstance(table, str) or not table:
        raise _unusable(key, tr("its “data_binding” names no “source”"))
    order = binding.get("order") or ()
    if not isinstance(order, (list, tuple)):
        order = (order,)
    try:
        filters = filters_of(binding["filter"]) if binding.get("filter") is not None else ()
        return NamedSource(table, filters, tuple(read_sort(entry) for entry in order))
    except ConfigurationError as error:
        raise _unusable(key, error.message) from error


def filters_of(rule: Any) -> tuple[Filter, ...]:
    """A rule as filters: comparisons of columns with values, joined by “and”; ConfigurationError for anything else."""
    compiled = compile_stored(rule)
    if isinstance(compiled, Failed):
        raise ConfigurationError(f"{compiled.reason} ({compiled.pointer or '/'})")
    return tuple(_filters(compiled.tree))


def _filters(node: Node) -> Iterator[Filter]:
    match node:
        case Literal(value=True):
            return
        case Call(operator="and", operands=operands):
            for operand in operands:
                yield from _filters(operand)
        case Call(operator="in" | "~in", operands=(Field(default=None) as field, ListOf(items=items))):
            values = [item.value for item in items if isinstance(item, Literal)]
            if len(values) != len(items) or not values:
                raise _refusal(node)
            yield _filter(field, Operator.IN, tuple(values))
        case Call(operator="between", operands=(Field(default=None) as field, Literal() as low, Literal() as high)):
            yield _filter(field, Operator.GE, low.value)
            yield _filter(field, Operator.LE, high.value)
        case Call(operator="~<<", operands=(Literal() as low, Field(default=None) as field, Literal() as high)):
            yield _filter(field, Operator.GT, low.value)
            yield _filter(field, Operator.LT, high.value)
        case Call(operator="~<=<=", operands=(Literal() as low, Field(default=None) as field, Literal() as high)):
            yield _filter(field, Operator.GE, low.value)
            yield _filter(field, Operator.LE, high.value)
        case Call(operator=name, operands=(Field(default=None) as field,)) if name in _PRESENCE:
            yield _filter(field, _PRESENCE[name], None)
        case Call(operator=name, operands=(Field(default=None) as field, Literal() as literal)):
            yield _compared(name, field, literal, node)
        case Call(operator=name, operands=(Literal() as literal, Field(default=None) as field)):
            yield _compared(name, field, literal, node, turned=True)
        case _:
            raise _refusal(node)


def _compared(name: str, field: Field, literal: Literal, node: Call, *, turned: bool = False) -> Filter:
    operator = _COMPARISONS.get(name.removeprefix("~"))
    if operator is None or literal.value is None:
        raise _refusal(node)
    return _filter(field, _TURNED.get(operator, operator) if turned else operator, literal.value)


def _filter(field: Field, operator: Operator, value: Any) -> Filter:
    column, _, path = field.path.partition(".")
    return Filter(column, operator, value, path)


def _refusal(node: Node) -> ConfigurationError:
    place = f" ({node.place})" if isinstance(node, Call) and node.place else ""
    said = f"“{node.operator.removeprefix('~')}”" if isinstance(node, Call) else tr("A value by itself")
    return ConfigurationError(
        tr(
            "{said} cannot be turned into a filter{place}: comparisons of a column with a value can, joined by “and”.",
            said=said,
            place=place,
        )
    )


def _unusable(key: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        tr("The feature “{key}” cannot be shown as a table: {reason}.", key=key, reason=reason.removesuffix(".")),
        title=tr("Source not usable"),
        hint=tr("An administrator can repair it in the table component_feature_configurations."),
    )
