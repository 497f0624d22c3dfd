"""`ui_props.conditional`, the older spelling of a condition: a field shows while another has a value. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed, Verdict, compile_stored
from jarvis_desktop.expressions.types import Type
from jarvis_desktop.forms.choices import Scalar, choice_text

_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


class BadCondition(ValueError):
    """The document is no condition; the message completes "/ui_props/conditional ..."."""


class Showing:
    """When a field shows: while the field `master` has the value wanted, or one of those wanted, or holds one of them.

    `wanted` are these values as they were written. The number 3 and the text "3" are one choice, and so are true and
    "true". None is wanted of a master without value. Conditions that say the same are equal.
    """

    def __init__(self, master: str, wanted: Any) -> None:
        self.master = master
        self.wanted = tuple(wanted) if isinstance(wanted, (list, tuple)) else (wanted,)
        self._said = (master, repr(wanted))
        # Whatever the master holds is read as a list: the choices that were made, or the one value.
        rule = compile_stored({"any": list(_tests(master, self.wanted))} if self.wanted else False, {master: Type.LIST})
        if isinstance(rule, Failed):
            raise BadCondition(tr("cannot be used: {reason}", reason=rule.reason))
        self.rule = rule

    def verdict(self, values: Mapping[str, Any]) -> Verdict:
        """Whether the field shows beside `values`; Undetermined where the master has no value."""
        return self.rule.evaluate(values)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Showing) and self._said == other._said

    @override
    def __hash__(self) -> int:
        return hash(self._said)


def read_showing(document: Any) -> Showing | None:
    """The condition that `ui_props.conditional` holds, `{dependsOn, value}`; None for none. Raises BadCondition."""
    if document is None or document == {}:
        return None
    if not isinstance(document, Mapping):
        raise BadCondition(tr("is no object"))
    master = document.get("dependsOn", document.get("field"))
    if not isinstance(master, str) or not master or "value" not in document:
        raise BadCondition(tr("needs “dependsOn” and “value”"))
    return Showing(master, document["value"])


def _tests(master: str, wanted: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """The values that the list in `master` may hold, in the `simple` form; BadCondition for what no field holds."""
    for value in wanted:
        if value is None:
            yield {"field": master, "op": "is_null"}
        elif isinstance(value, Scalar):
            yield from ({"field": master, "op": "contains", "value": each} for each in _spellings(value))
        else:
            raise BadCondition(tr("wants a value that no field has"))


def _spellings(value: Any) -> Iterator[Any]:
    """A stored choice in each way that it may be stored."""
    yield value
    if not isinstance(value, str):
        yield choice_text(value)
    elif value in _TRUTHS:
        yield _TRUTHS[value]
    elif value.isascii() and value.removeprefix("-").replace(".", "", 1).isdigit():
        number = Decimal(value)
        if choice_text(number) == value:
            yield number
