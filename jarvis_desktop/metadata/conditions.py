"""Whether stored display conditions let something be seen.

A condition is `{when: rule}`, which shows while the rule holds, or an ordered list of `{name, when, effect}`: all that
hold apply and later ones win. Before the first of the list has spoken, its opposite is in force: a list that begins
with SHOW starts hidden, one that begins with HIDE starts shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed, Rule, Undetermined, compile_stored
from jarvis_desktop.expressions.types import Type

READABLE: Mapping[str, Type] = MappingProxyType(
    {
        "persona": Type.TEXT,
        "user": Type.MAP,
        "permissions": Type.LIST,
        "config": Type.MAP,
        "today": Type.DATE,
        "online": Type.BOOL,
    }
)
"""What a condition may read of the record it is asked about (see `access.display_record`), with the types."""

_LONGEST_LIST = 100
_SEEING = {"SHOW": True, "HIDE": False}
_OTHER_EFFECTS = frozenset(
    {"ENABLE", "DISABLE", "READONLY", "WRITABLE", "REQUIRE", "OPTIONAL", "SET_OPTIONS", "SET_VALUE"}
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Shown or not; `problem` says why that could not be decided (then `shown` is False)."""

    shown: bool
    problem: str = ""

    def __and__(self, other: Decision) -> Decision:
        # Hidden for a good reason beats undecided: no problem is reported about what would be hidden anyway.
        for first, second in ((self, other), (other, self)):
            if not first.shown and not first.problem:
                return first
            if first.problem and second.shown:
                return first
        return self


SHOWN = Decision(shown=True)
HIDDEN = Decision(shown=False)


def display(document: object, record: Mapping[str, Any]) -> Decision:
    """What `conditional_display` or `display_rules` decides; nothing stored shows."""
    if document is None or document in ({}, []):
        return SHOWN
    if isinstance(document, Mapping):
        if "when" in document and "effect" not in document:
            return _holds(document["when"], record)
        document = [document]
    if not isinstance(document, list):
        return _undecided(tr("it is neither an object with “when” nor a list of conditions"))
    if len(document) > _LONGEST_LIST:
        return _undecided(tr("it has more than {longest_list} conditions", longest_list=_LONGEST_LIST))
    return _ordered(document, record)


def layout_rule(rule: object, record: Mapping[str, Any]) -> Decision:
    """What a layout node's `rule` (`{effect, condition}`) decides."""
    if rule is None:
        return SHOWN
    if not isinstance(rule, Mapping) or "condition" not in rule:
        return _undecided(tr("a rule has “effect” and “condition”"))
    return display([{"effect": rule.get("effect"), "when": rule["condition"]}], record)


def _ordered(conditions: Sequence[object], record: Mapping[str, Any]) -> Decision:
    decision: Decision | None = None
    for number, condition in enumerate(conditions, start=1):
        if not isinstance(condition, Mapping) or "when" not in condition:
            return _undecided(tr("condition {number} has no “when”", number=number))
        effect = condition.get("effect")
        name = condition.get("name") if isinstance(condition.get("name"), str) else f"condition {number}"
        if isinstance(effect, str) and effect in _OTHER_EFFECTS:
            continue
        if not isinstance(effect, str) or effect not in _SEEING:
            return _undecided(tr("{name} has an effect that is neither SHOW nor HIDE", name=name))
        shows = _SEEING[effect]
        if decision is None:
            decision = Decision(shown=not shows)
        held = _holds(condition["when"], record)
        if held.shown:
            decision = Decision(shown=shows)
        elif held.problem and (decision.problem or decision.shown is not shows):
            decision = Decision(shown=False, problem=held.problem)
    return decision or SHOWN


def _holds(rule: object, record: Mapping[str, Any]) -> Decision:
    compiled = compile_stored(rule, READABLE)
    answer = compiled if isinstance(compiled, Failed) else compiled.evaluate(record)
    match answer:
        case Undetermined(fields):
            assert isinstance(compiled, Rule)
            names = ", ".join(f"“{name}”" for name in sorted(fields)[:5])
            return _undecided(tr("nothing is known of {value} ({rule})", value=names, rule=_in_words(compiled)))
        case Failed(reason, pointer):
            return _undecided(reason.rstrip(".") + (f" ({pointer[:80]})" if pointer else ""))
    return Decision(shown=answer)


def _in_words(rule: Rule) -> str:
    """What a rule over `access.display_record` says, for people."""
    from jarvis_desktop.expressions.explaining import explain  # only where something is to be repaired

    labels = {
        "persona": tr("the persona"),
        "user.id": tr("the person"),
        "permissions": tr("the permissions"),
        "today": tr("today"),
        "online": tr("being connected"),
    }
    return explain(rule, labels=labels).words


def _undecided(reason: str) -> Decision:
    return Decision(shown=False, problem=reason)
