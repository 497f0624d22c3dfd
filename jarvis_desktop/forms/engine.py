"""Decides the fields of a form beside each other; a change decides again only what depends on it. Pure."""

from __future__ import annotations

from datetime import date
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed, Undetermined
from jarvis_desktop.forms.choices import choices_for, find_option, offered_on
from jarvis_desktop.forms.graph import choice_masters, deciding_order, masters
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.logic import names_read
from jarvis_desktop.forms.standing import Conditions, Standing, takes_input
from jarvis_desktop.forms.types import EMPTY, FieldDefinition, FieldKind, FormDefinition, Option
from jarvis_desktop.forms.values import is_empty, same_value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from jarvis_desktop.forms.field_reading import FieldTypes


class _Plan:
    """What is asked for one field that depends on others."""

    __slots__ = (
        "asks_itself", "choice_masters", "chooses", "computed",
        "computed_from", "conditions", "field", "held", "key", "leads",
        "only_stands",
        "place",
    )  # fmt: skip

    def __init__(self, field: FieldDefinition, place: int) -> None:
        self.field = field
        self.key = field.key
        self.place = place
        self.held = 0
        self.conditions = Conditions(field)
        self.asks_itself = any(
            field.key in {path.partition(".")[0] for path in condition.when.rule.reads}
            for condition in field.logic.every_condition
        )
        self.choice_masters = choice_masters(field)
        self.computed_from = frozenset() if field.logic.computed is None else names_read(field.logic.computed.rule)
        self.chooses = bool(self.choice_masters) and field.source is None
        self.leads = field.source is not None and bool(self.choice_masters)
        self.computed = field.logic.computed
        self.only_stands = not (self.asks_itself or self.chooses or self.leads or self.computed or field.logic.begins)


class FormEngine:
    """The fields of one record, decided beside each other.

    `values` are their values by key; `record` what rules read: the same, but nothing for a hidden field, and the form's
    context; `base` the values that it began with. A value is, in this order, what a condition sets, what is computed,
    and what was entered (in a field that takes no input: what it began with). A choice that is not offered any more
    becomes none, as people see it while they edit; without `fits` it stays, to be judged. What was entered is
    remembered: it comes back when the reason has gone.
    """

    def __init__(self, definition: FormDefinition, types: FieldTypes, *, fits: bool = True) -> None:
        self.definition = definition
        self._types = types
        self._fits = fits
        self._fields = {field.key: field for field in definition.fields}
        today = definition.context.get("today")
        self._today = date.fromisoformat(today) if isinstance(today, str) else None
        self._plain = {
            field.key: Standing(editable=takes_input(field), required=field.required) for field in definition.fields
        }
        self._plans: list[_Plan] = []
        self._by_key: dict[str, _Plan] = {}
        self._readers: dict[str, list[int]] = {}
        for place, field in enumerate(deciding_order(definition.fields)):
            plan = _Plan(field, place)
            self._plans.append(plan)
            self._by_key[field.key] = plan
            for name in masters(field):
                self._readers.setdefault(name, []).append(place)
        self.begin(EMPTY, new=True)

    def begin(self, values: Mapping[str, Any], *, new: bool) -> None:
        """Start with the values of a stored record, or with those that a new one begins with."""
        self.is_new = new
        self.base = dict(values)
        self._entered = dict(values)
        self.values: dict[str, Any] = dict(values)
        self.record: dict[str, Any] = {**self.definition.context, **values}
        self._standings = dict(self._plain)
        self._options: dict[str, tuple[Option, ...]] = {}
        self._faults: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._given: set[str] = set()
        self._beside: dict[str, tuple[Any, ...]] = {}
        self._follows = {
            plan.key
            for plan in self._plans
            if plan.computed is not None
            or (new and plan.field.logic.begins is not None and values.get(plan.key) is None)
        }
        self._begun: dict[str, Any] = EMPTY  # type: ignore[assignment]  # nothing is kept before all is decided
        for plan in self._plans:
            self._decide(plan, begin=True)
        noted = {name for plan in self._plans for name in plan.choice_masters | plan.computed_from}
        self._begun = {name: self.record.get(name) for name in noted}
        self._followed = frozenset(self._follows)
        for plan in self._plans:
            # What was stored beside the values of then is kept, though it may not be offered.
            if plan.chooses:
                self._spread([plan.place])

    def enter(self, entered: Mapping[str, Any]) -> frozenset[str]:
        """Take what a person entered; the keys of the fields that changed or stand otherwise now.

        A value for a computed field that may be overridden takes the place of the computed one; None brings it back.
        For any other computed field there is nothing to enter.
        """
        for key, value in entered.items():
            self._entered[key] = value
            plan = self._by_key.get(key)
            if plan is None:
                continue
            if plan.leads:
                self._given.add(key)
            if plan.computed is None or (plan.computed.allow_override and value is not None):
                self._follows.discard(key)
            else:
                self._follows.add(key)
        return self._again(entered)

    def revert(self, key: str) -> frozenset[str]:
        """Take back what was entered into one field; the keys that changed."""
        self._entered[key] = self.base.get(key)
        if key in self._followed:
            self._follows.add(key)
        else:
            self._follows.discard(key)
        return self._again((key,))

    def settle(self, stored: Mapping[str, Any], *, entered: bool = True) -> frozenset[str]:
        """Some fields are stored so now; without `entered`, what a person entered there stays an edit of it."""
        for key, value in stored.items():
            self.base[key] = value
            if key in self._begun:
                self._begun[key] = value
            if not entered:
                continue
            self._entered[key] = value
            plan = self._by_key.get(key)
            if plan is not None and plan.computed is not None:
                self._follows.add(key)
            else:
                self._follows.discard(key)
        return self._again(stored, begin=entered)

    def become_stored(self) -> None:
        """The record is no new one any more: defaults are not followed, but stay what they were."""
        self.is_new = False
        for plan in self._plans:
            if plan.field.logic.begins is not None and plan.key in self._follows:
                self._entered[plan.key] = self.values.get(plan.key)
                self._follows.discard(plan.key)

    def standing(self, key: str) -> Standing:
        """How a field stands."""
        return self._standings[key]

    def options(self, key: str) -> tuple[Option, ...]:
        """The choices that a field offers now."""
        found = self._options.get(key)
        return found if found is not None else offered_on(self._fields[key].options, self._today)

    def fault(self, key: str) -> str:
        """Why a field's value could not be computed, or a condition of it not be asked, or ""."""
        plan = self._by_key.get(key)
        if plan is None or key in self._faults:
            return self._faults.get(key, "")
        for condition, failed in plan.conditions.failures(self.record):
            reason = failed.reason.rstrip(".")
            return tr(
                "{label}: the condition {name} cannot be asked: {reason}",
                label=plan.field.label,
                name=condition.name,
                reason=reason,
            )
        return ""

    def is_derived(self, key: str) -> bool:
        """Whether the field's value is computed or set, not entered."""
        standing = self._standings.get(key)
        return key in self._follows or (standing is not None and standing.sets)

    def is_kept(self, key: str) -> bool:
        """Whether the value is the stored one, beside what decides its choices as it was stored."""
        plan = self._by_key.get(key)
        masters = plan.choice_masters if plan is not None else frozenset()
        return same_value(self.values.get(key), self.base.get(key)) and self._is_as_begun(masters)

    def offers_nothing(self, key: str) -> bool:
        """Whether nothing can be chosen, for what other fields hold, so that nothing can be asked for."""
        plan = self._by_key.get(key)
        if plan is None or not plan.chooses or self.options(key):
            return False
        dependent = plan.field.dependent
        return dependent is None or not is_empty(self.record.get(dependent.depends_on))

    def entered(self) -> dict[str, Any]:
        """What was entered and is not as it began, by key; for another engine to `enter`."""
        return {
            key: value
            for key, value in self._entered.items()
            if not same_value(value, self.base.get(key)) or (key in self._followed and key not in self._follows)
        }

    @property
    def hidden(self) -> frozenset[str]:
        """The keys of the fields not shown."""
        return frozenset(self._hidden)

    def _is_as_begun(self, names: frozenset[str]) -> bool:
        return all(same_value(self.record.get(name), self._begun.get(name)) for name in names)

    def _again(self, keys: Collection[str], *, begin: bool = False) -> frozenset[str]:
        told: set[str] = set()
        entered: list[int] = []
        readers: list[int] = []
        for key in keys:
            plan = self._by_key.get(key)
            if plan is not None:
                entered.append(plan.place)
                continue
            value = self._entered[key]
            if not same_value(self.values.get(key), value):
                told.add(key)
                readers.extend(self._readers.get(key, ()))
            self.values[key] = self.record[key] = value
        return frozenset(told | self._spread(entered, readers, begin=frozenset(keys) if begin else frozenset()))

    def _spread(
        self, entered: Sequence[int], readers: Sequence[int] = (), *, begin: frozenset[str] = frozenset()
    ) -> set[str]:
        """Decide the fields at these places and all that depend on them, each once; those of `begin` as at first.

        `entered` are those that were given something, `readers` those that read what was.
        """
        told: set[str] = set()
        given = frozenset(entered)
        waiting = [*entered, *readers]
        heapify(waiting)
        last = -1
        while waiting:
            place = heappop(waiting)
            if place == last:
                continue
            last = place
            plan = self._plans[place]
            if plan.only_stands and place not in given and self._stands_alike(plan, told):
                continue
            seen = self.record.get(plan.key)
            if self._decide(plan, begin=plan.key in begin):
                told.add(plan.key)
                if not same_value(seen, self.record[plan.key]):
                    for reader in self._readers.get(plan.key, ()):
                        heappush(waiting, reader)
        return told

    def _stands_alike(self, plan: _Plan, told: set[str]) -> bool:
        """Whether a field's value is what it was, also for others; hundreds may read one field, and most are such."""
        held = plan.conditions.held(self.record)
        if held == plan.held:
            return True
        before, now = self._standings[plan.key], plan.conditions.standing(held)
        if before.visible != now.visible or before.editable != now.editable or before.sets or now.sets:
            return False
        plan.held = held
        self._standings[plan.key] = now
        told.add(plan.key)
        return True

    def _decide(self, plan: _Plan, *, begin: bool = False) -> bool:
        """Decide one field; whether its value or standing is another."""
        key = plan.key
        before, standing_before, options_before = self.values.get(key), self._standings[key], self._options.get(key)
        own = self._own(plan, begin=begin)
        record = self.record
        if plan.asks_itself:
            record[key] = own
        plan.held = plan.conditions.held(record)
        standing = plan.conditions.standing(plan.held)
        value = standing.value if standing.sets else own
        if not standing.editable and not standing.sets and key not in self._follows:
            value = self.base.get(key)
        if plan.chooses:
            options = self._options[key] = self._offered(plan, standing)
            self.values[key] = value
            if self._fits and not begin and not self.is_kept(key):
                value = fitting(plan.field, value, options)
        if plan.leads and not begin and self._fits and not self._is_still_led(plan):
            value = None
        self.values[key] = value
        self._standings[key] = standing
        record[key] = value if standing.visible else None
        if standing.visible:
            self._hidden.discard(key)
        else:
            self._hidden.add(key)
        return (
            standing is not standing_before
            or not same_value(before, value)
            or (plan.chooses and self._options[key] != options_before)
        )

    def _is_still_led(self, plan: _Plan) -> bool:
        """Whether what decides the rows to choose from is what it was when the value was entered, or stored."""
        leading = tuple(self.record.get(name) for name in sorted(plan.choice_masters))
        if plan.key in self._given:
            self._given.discard(plan.key)
            self._beside[plan.key] = leading
        before = self._beside.get(plan.key)
        if before is None:
            return self._is_as_begun(plan.choice_masters)
        return all(map(same_value, before, leading))

    def _own(self, plan: _Plan, *, begin: bool) -> Any:
        """The value before any condition: computed, or a default that is followed, or entered."""
        key, computed = plan.key, plan.computed
        self._faults.pop(key, None)
        if computed is not None:
            if key not in self._follows:
                return self._entered.get(key)
            answer = computed.rule.rule.compute(self.record)
            value = self._computed(plan, answer)
            if value is None and answer is not None and (begin or self._is_as_begun(plan.computed_from)):
                # What cannot be computed stays as it was stored, until what it is computed from changes.
                value = self.base.get(key)
            entered = self._entered.get(key)
            if begin and computed.allow_override and entered is not None and not same_value(entered, value):
                self._follows.discard(key)
                return entered
            return value
        begins = plan.field.logic.begins
        if begins is not None and key in self._follows:
            return self._computed(plan, begins.rule.compute(self.record))
        return self._entered.get(key)

    def _computed(self, plan: _Plan, value: Any) -> Any:
        """What a rule computed as a value of the field's kind; nothing where it could not."""
        if isinstance(value, Undetermined):
            return None
        if isinstance(value, Failed):
            label = plan.field.label
            self._faults[plan.key] = tr("{label} cannot be computed: {reason}", label=label, reason=value.reason)
            return None
        try:
            return self._types[plan.field.kind].read(value)
        except Unreadable as bad:
            self._faults[plan.key] = tr("{label} is computed, and {reason}", label=plan.field.label, reason=bad)
            return None

    def _offered(self, plan: _Plan, standing: Standing) -> tuple[Option, ...]:
        options = standing.options if standing.options is not None else choices_for(plan.field, self.record)
        return tuple(
            option
            for option in offered_on(options, self._today)
            if option.when is None or option.when.rule.evaluate(self.record) is True
        )


def fitting(field: FieldDefinition, value: Any, options: Sequence[Option]) -> Any:
    """What of a value is among the choices."""
    if field.kind == FieldKind.MULTISELECT:
        kept = tuple(v for v in value if find_option(options, v)) if isinstance(value, tuple) else ()
        return kept or None
    return value if value is not None and find_option(options, value) else None
