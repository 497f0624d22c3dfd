"""The rules that a field's row holds, as its logic; what cannot be used is told and left out. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from jarvis_desktop.core.errors import Severity
from jarvis_desktop.core.translated import in_language
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import BadChoices, read_options
from jarvis_desktop.forms.form_rules import BadRule, FormRules
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.logic import (
    NO_LOGIC,
    Check,
    Computed,
    Condition,
    Effect,
    FieldLogic,
    FieldRule,
    OnHide,
    Stage,
)
from jarvis_desktop.forms.types import CHOICE_KINDS, FieldDefinition

if TYPE_CHECKING:
    from jarvis_desktop.forms.kinds.field_type import FieldType

MOST_RULES = 100
"""Conditions of one field, and checks."""

_Word = TypeVar("_Word", bound=StrEnum)


class LogicReader:
    """Reads the logic of one field; `faults` are JSON Pointers with reasons, for the parts that are left out."""

    def __init__(self, field: FieldDefinition, kind: FieldType, rules: FormRules, language: str) -> None:
        self._field = field
        self._kind = kind
        self._rules = rules
        self._language = language
        self.faults: list[str] = []

    def read(self, props: Mapping[str, Any], checks: Any) -> FieldLogic:
        """The logic in `ui_props`, and the checks in `validation_rules.rules`."""
        conditions = [*self._showing(), *self._each(props.get("conditions"), "/ui_props/conditions", self._condition)]
        logic = FieldLogic(
            tuple(conditions),
            tuple(self._each(checks, "/validation_rules/rules", self._check)),
            self._computed(props.get("compute")),
            self._begins(self._field.default),
            self._word(OnHide, props.get("on_hide"), "/ui_props/on_hide") or OnHide.KEEP,
        )
        return NO_LOGIC if logic == NO_LOGIC else logic

    def _showing(self) -> Iterator[Condition]:
        showing = self._field.visible_when
        if showing is not None:
            said = repr((showing.master, showing.wanted))
            yield Condition(FieldRule(said, showing.rule), Effect.SHOW, name=tr("“conditional”"))

    def _each(self, documents: Any, place: str, read: Callable[[Mapping[str, Any], str], Any]) -> Iterator[Any]:
        if documents is None or documents == {}:
            return
        if isinstance(documents, Mapping):
            documents = [documents]
        if not isinstance(documents, (list, tuple)):
            self.faults.append(tr("{place} is no list", place=place))
            return
        if len(documents) > MOST_RULES:
            self.faults.append(tr("{place} has more than {most} entries", place=place, most=MOST_RULES))
        for number, document in enumerate(documents[:MOST_RULES]):
            where = f"{place}/{number}"
            if not isinstance(document, Mapping):
                self.faults.append(tr("{place} is no object", place=where))
                continue
            found = read(document, where)
            if found is not None:
                yield found

    def _condition(self, document: Mapping[str, Any], place: str) -> Condition | None:
        effect = self._word(Effect, document.get("effect"), f"{place}/effect")
        if effect is None:
            if document.get("effect") is None:
                self.faults.append(tr("{place} has no “effect”", place=place))
            return None
        if "when" not in document:
            self.faults.append(tr("{place} has no “when”", place=place))
            return None
        rule = self._rule(None, document["when"], f"{place}/when")
        try:
            value = self._value(effect, document.get("value"), place)
        except (Unreadable, BadChoices) as bad:
            self.faults.append(f"{place}/value {bad}")
            return None
        name = document.get("name")
        named = name if isinstance(name, str) and name else str(int(place.rpartition("/")[2]) + 1)
        return None if rule is None else Condition(rule, effect, value, tr("“{name}”", name=named[:60]))

    def _value(self, effect: Effect, value: Any, place: str) -> Any:
        if effect is Effect.SET_VALUE:
            return self._kind.read(value)
        if effect is not Effect.SET_OPTIONS:
            return None
        if self._field.kind not in CHOICE_KINDS:
            raise BadChoices(tr("has choices for a field that offers none"))
        options, faults = read_options(value, self._rules)
        self.faults.extend(f"{place}/value{fault}" for fault in faults)
        return options

    def _check(self, document: Mapping[str, Any], place: str) -> Check | None:
        if "assert" not in document:
            self.faults.append(tr("{place} has no “assert”", place=place))
            return None
        engine = document.get("engine")
        demand = self._rule(engine, document["assert"], f"{place}/assert")
        asked = document.get("when")
        when = None if asked is None else self._rule(engine, asked, f"{place}/when")
        if demand is None or (asked is not None and when is None):
            return None
        severity = self._word(Severity, document.get("severity"), f"{place}/severity") or Severity.ERROR
        stage = self._word(Stage, document.get("stage"), f"{place}/stage") or Stage.EDIT
        return Check(demand, in_language(document.get("message"), self._language), when, severity, stage)

    def _computed(self, document: Any) -> Computed | None:
        if document is None or document == {}:
            return None
        if not isinstance(document, Mapping) or "rule" not in document:
            self.faults.append(tr("{place} needs “engine” and “rule”", place="/ui_props/compute"))
            return None
        rule = self._rule(document.get("engine"), document["rule"], "/ui_props/compute")
        return None if rule is None else Computed(rule, document.get("allow_override") is True)

    def _begins(self, default: Any) -> FieldRule | None:
        if not isinstance(default, Mapping) or "engine" not in default or "rule" not in default:
            return None
        return self._rule(default["engine"], default["rule"], "/ui_props/default")

    def _rule(self, engine: Any, document: Any, place: str) -> FieldRule | None:
        try:
            return self._rules.read(document if engine is None else {"engine": engine, "rule": document})
        except BadRule as bad:
            self.faults.append(f"{place} {bad}")
            return None

    def _word(self, words: type[_Word], written: Any, place: str) -> _Word | None:
        """One of the words that may stand at a place; None, and a fault, for any other."""
        if written is None:
            return None
        found = next((word for word in words if word.value == written), None)
        if found is None:
            known = ", ".join(words)
            self.faults.append(tr("{place} is none of {known}", place=place, known=known))
        return found
