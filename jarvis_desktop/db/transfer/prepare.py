"""From an object of a JSON file to a row of its table; every reason why it cannot be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.db.transfer.identity import natural_key, row_hash, unique_keys
from jarvis_desktop.db.transfer.rows import Row
from jarvis_desktop.db.transfer.values import BadValue, Unfit, convert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.transfer.live_tables import LiveTable


class RowReader:
    """Reads the objects of one table's file; `tabs` maps tab keys to ids, for `_parent_tab_key`."""

    def __init__(self, table: LiveTable, tabs: Mapping[str, int]) -> None:
        self._table = table
        self._tabs = tabs
        self._hashed = not unique_keys(table) and natural_key(table) is None
        self._required = [c for c in table.stored_columns if not c.nullable and not c.fills_itself]

    def read(self, index: int, given: object) -> Row:
        """The row; raises BadValue with every reason against it."""
        if isinstance(given, Unfit):
            raise BadValue(f"it is {given}")
        if not isinstance(given, dict):
            raise BadValue("it is not an object of column names and values")
        content = self._content(given)
        reasons: list[str] = []
        values: dict[str, object] = {}
        for name, value in content.items():
            column = self._table.columns.get(name)
            if column is None:
                reasons.append(f"the table has no column “{name}”")
                continue
            if column.generated:
                continue
            try:
                values[name] = convert(column, value)
            except BadValue as error:
                reasons.append(f"“{name}”: {error}")
                continue
            if values[name] is None and not column.nullable:
                reasons.append(f"“{name}” must have a value")
        reasons += [f"“{c.name}” must have a value" for c in self._required if c.name not in content]
        if not content:
            reasons = ["it is empty"]
        if reasons:
            raise BadValue("; ".join(reasons))
        serial = self._table.serial_key
        given_id = values.get(serial) if serial is not None else None
        digest = row_hash(content) if self._hashed and given_id is None else ""
        return Row(index, values, digest=digest, given_id=given_id)

    def _content(self, given: Mapping[str, object]) -> dict[str, object]:
        """The object without its `_` keys, of which two say something about columns."""
        content = {name: value for name, value in given.items() if not name.startswith("_")}
        if self._table.name == "form_field_definitions":
            extra = given.get("_upstream_extra")
            dependencies = extra.get("dependencies") if isinstance(extra, dict) else None
            if dependencies is not None:
                content["ui_props"] = _with_dependencies(content.get("ui_props"), dependencies)
        tab_key = given.get("_parent_tab_key")
        if tab_key is not None and "parent_tab_id" in self._table.columns and content.get("parent_tab_id") is None:
            if not isinstance(tab_key, str) or tab_key not in self._tabs:
                raise BadValue(f"no tab has the key “{tab_key}” that “_parent_tab_key” names")
            content["parent_tab_id"] = self._tabs[tab_key]
        return content


def _with_dependencies(ui_props: object, dependencies: object) -> dict[str, object]:
    if ui_props is None:
        return {"dependencies": dependencies}
    if not isinstance(ui_props, dict):
        raise BadValue("“ui_props” is not an object that “_upstream_extra.dependencies” could be kept in")
    return {**ui_props, "dependencies": ui_props.get("dependencies", dependencies)}
