"""What a person may find: the rows that one of their tabs would list, and everything for who may browse the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jarvis_desktop.metadata.types import LayoutNode, NodeType
from jarvis_desktop.tables.types import Filter, Operator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jarvis_desktop.metadata.types import Reader, TabView

BROWSE = "data.browse"
LISTS = frozenset({"record_table", "master_detail"})
"""The components whose rows a person can open."""

Filters = tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """Which rows of which tables: `everything`, or those that meet the filters of one of a table's lists.

    `tabs` names, for a table, the tab that lists it.
    """

    everything: bool
    lists: Mapping[str, tuple[Filters, ...]]
    tabs: Mapping[str, str]

    def may_find(self, table: str) -> bool:
        """Whether any row of the table may be found."""
        return self.everything or table in self.lists

    def limits(self, table: str) -> tuple[Filters, ...] | None:
        """The alternatives of which a row must meet one; None where every row may be found."""
        alternatives = self.lists.get(table, ())
        return None if self.everything or () in alternatives else alternatives


def access(tabs: Iterable[TabView], reader: Reader) -> Access:
    """What `reader`, who sees these tabs, may find.

    A list whose filters cannot be read shows nothing, so it lets nothing be found.
    """
    lists: dict[str, dict[Filters, None]] = {}
    places: dict[str, str] = {}
    for tab in tabs:
        for node in _components(tab.layout):
            table = node.props.get("table")
            filters = read_filters(node.props.get("filters", ()))
            # What a list of a named source shows, its feature says.
            named = bool(node.props.get("source"))
            if node.component in LISTS and isinstance(table, str) and filters is not None and not named:
                lists.setdefault(table, {})[filters] = None
                places.setdefault(table, tab.key)
    return Access(
        everything=reader.may(BROWSE),
        lists=MappingProxyType({table: tuple(filters) for table, filters in lists.items()}),
        tabs=MappingProxyType(places),
    )


def read_filters(stored: Any) -> Filters | None:
    """The filters of a list's props; None when one of them is no filter."""
    if not isinstance(stored, Sequence) or isinstance(stored, str):
        return None
    read = [_filter(each) for each in stored]
    return None if None in read else tuple(each for each in read if each is not None)


def _filter(stored: Any) -> Filter | None:
    if not isinstance(stored, Mapping) or not isinstance(stored.get("column"), str):
        return None
    try:
        operator = Operator(str(stored.get("operator")))
    except ValueError:
        return None
    value, path = stored.get("value"), stored.get("path", "")
    if isinstance(value, list):
        value = tuple(value)
    try:
        hash(value)
    except TypeError:
        return None
    return Filter(stored["column"], operator, value, path if isinstance(path, str) else "")


def _components(node: LayoutNode) -> Iterator[LayoutNode]:
    if node.type is NodeType.COMPONENT:
        yield node
    for child in node.children:
        yield from _components(child)
