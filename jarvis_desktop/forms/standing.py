"""How a field stands beside the values of the others: shown, editable, required, with which value set. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jarvis_desktop.expressions.rules import Failed
from jarvis_desktop.forms.logic import Effect
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jarvis_desktop.expressions.rules import Verdict
    from jarvis_desktop.forms.logic import Condition
    from jarvis_desktop.forms.types import FieldDefinition, Option

_NEVER_TYPED = TEXT_ONLY_KINDS | {FieldKind.COMPUTED}
_PAIRS = MappingProxyType(
    {
        Effect.SHOW: ("visible", True),
        Effect.HIDE: ("visible", False),
        Effect.ENABLE: ("enabled", True),
        Effect.DISABLE: ("enabled", False),
        Effect.WRITABLE: ("writable", True),
        Effect.READONLY: ("writable", False),
        Effect.REQUIRE: ("required", True),
        Effect.OPTIONAL: ("required", False),
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a field stands.

    `sets` says that a condition gives it `value`; `options` are choices that a condition gives it (None: its own).
    """

    visible: bool = True
    editable: bool = True
    required: bool = False
    sets: bool = False
    value: Any = None
    options: tuple[Option, ...] | None = None


def takes_input(field: FieldDefinition) -> bool:
    """Whether a person may enter something into the field, but for its conditions."""
    computed = field.logic.computed
    fixed = field.readonly or field.notice or field.kind in _NEVER_TYPED
    return not fixed and (computed is None or computed.allow_override)


def may_take_input(field: FieldDefinition) -> bool:
    """Whether there are records in which a person may enter something into the field."""
    turning = (Effect.WRITABLE, Effect.READONLY)
    return takes_input(field) or (
        not field.notice
        and field.kind not in _NEVER_TYPED
        and field.logic.computed is None
        and any(condition.effect in turning for condition in field.logic.conditions)
    )


class Conditions:
    """The conditions of one field: which of them hold, and how the field stands then.

    All that hold apply, and later ones win. Before the first of a pair (SHOW and HIDE, ENABLE and DISABLE ...) holds,
    its opposite is in force, as for tabs. One that is undetermined or fails does not hold.
    """

    def __init__(self, field: FieldDefinition) -> None:
        self._conditions = field.logic.every_condition
        self._asked: tuple[tuple[int, Callable[[Mapping[str, Any]], Verdict]], ...] = tuple(
            (1 << place, condition.when.rule.evaluate) for place, condition in enumerate(self._conditions)
        )
        own = {"visible": True, "enabled": True, "writable": takes_input(field), "required": field.required}
        self._parts = [_Part(0, field.logic.conditions, own)]
        place = len(field.logic.conditions)
        for part in field.logic.around:
            self._parts.append(_Part(place, part, {"visible": True, "enabled": True, "writable": True}))
            place += len(part)
        self._known: dict[int, Standing] = {}

    def held(self, record: Mapping[str, Any]) -> int:
        """Which conditions hold, as bits."""
        held = 0
        for bit, evaluate in self._asked:
            if evaluate(record) is True:
                held |= bit
        return held

    def failures(self, record: Mapping[str, Any]) -> Iterator[tuple[Condition, Failed]]:
        """The conditions that cannot be asked of this record, with the reasons."""
        for condition in self._conditions:
            answer = condition.when.rule.evaluate(record)
            if isinstance(answer, Failed):
                yield condition, answer

    def standing(self, held: int) -> Standing:
        """How the field stands while these conditions hold."""
        known = self._known.get(held)
        if known is None:
            known = self._known[held] = self._stand(held)
        return known

    def _stand(self, held: int) -> Standing:
        sets, value, options = False, None, None
        for place, condition in enumerate(self._conditions):
            if held >> place & 1:
                if condition.effect is Effect.SET_VALUE:
                    sets, value = True, condition.value
                elif condition.effect is Effect.SET_OPTIONS:
                    options = condition.value
        states = [part.state(held) for part in self._parts]
        visible = all(state["visible"] for state in states)
        editable = all(state["enabled"] and state["writable"] for state in states) and not sets
        return Standing(visible, editable, states[0]["required"], sets, value, options)


class _Part:
    """Conditions that are weighed against each other: the field's own, or those of a part of the layout."""

    def __init__(self, start: int, conditions: tuple[Condition, ...], plain: dict[str, bool]) -> None:
        self._start = start
        self._turning = [
            (place, *_PAIRS[each.effect]) for place, each in enumerate(conditions) if each.effect in _PAIRS
        ]
        self._plain = plain
        for _, name, given in reversed(self._turning):
            self._plain[name] = not given

    def state(self, held: int) -> dict[str, bool]:
        """What is in force while these conditions of the field hold."""
        turned = {name: given for place, name, given in self._turning if held >> (self._start + place) & 1}
        return {**self._plain, **turned}
