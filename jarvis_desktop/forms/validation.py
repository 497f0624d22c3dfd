"""Whether a record may be stored: every problem at once, at its field, in the person's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from jarvis_desktop.core.errors import Problem, Severity
from jarvis_desktop.core.json_schema import compile_schema, pointer
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed
from jarvis_desktop.forms.choices import find_option
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.files.limits import file_refusals
from jarvis_desktop.forms.graph import judged_beside
from jarvis_desktop.forms.kinds.field_type import Unreadable, as_text
from jarvis_desktop.forms.logic import Stage
from jarvis_desktop.forms.messages import assertion_message, words_message
from jarvis_desktop.forms.rule_words import field_words
from jarvis_desktop.forms.standing import Standing
from jarvis_desktop.forms.types import (
    CHOICE_KINDS,
    FILE_KINDS,
    LOOKUP_KINDS,
    FieldDefinition,
    FieldKind,
    FormDefinition,
)
from jarvis_desktop.forms.values import is_empty, same_value

if TYPE_CHECKING:
    import jsonschema_rs

    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.forms.logic import Check
    from jarvis_desktop.forms.repeated import RepeatedRows


class _Judged(NamedTuple):
    """What was found of a field that stands by itself, and of what: the same is not looked at twice."""

    value: Any
    standing: Standing
    base: Any
    is_new: bool
    problems: tuple[Problem, ...]


class FormValidator:
    """The checks of one form; assertions are compiled once, when first needed.

    A value that is kept as it was stored is not held against choices or kinds that it never met (`kept_fault` tells of
    it), so that an imported record can be edited; all other rules apply to it.
    """

    def __init__(self, definition: FormDefinition, types: FieldTypes) -> None:
        self.definition = definition
        self._types = types
        self._compiled: dict[str, jsonschema_rs.Draft202012Validator | str] = {}
        self._engine: FormEngine | None = None
        self._known: dict[str, _Judged] = {}
        self._repeated: dict[str, RepeatedRows] = {}

    def problems(self, engine: FormEngine, stage: Stage = Stage.SAVE) -> tuple[Problem, ...]:
        """All that keeps the values from being stored, in the order of the fields."""
        found: list[Problem] = []
        values, base, known = engine.values, engine.base, self._known
        for field in self.definition.fields:
            key = field.key
            before = known.get(key)
            value, standing, begun = values.get(key), engine.standing(key), base.get(key)
            if (
                before is None
                or before.value is not value
                or before.standing is not standing
                or before.base is not begun
                or before.is_new is not engine.is_new
            ):
                problems = self.field_problems(field, engine, stage)
                if not judged_beside(field):
                    known[key] = _Judged(value, standing, begun, engine.is_new, problems)
            else:
                problems = before.problems
            found.extend(problem for problem in problems if problem.severity is Severity.ERROR)
        return tuple(found)

    def field_problems(
        self, field: FieldDefinition, engine: FormEngine, stage: Stage = Stage.SAVE
    ) -> tuple[Problem, ...]:
        """What is wrong with one field, and what is to be said of it; nothing where it does not show."""
        standing = engine.standing(field.key)
        if field.notice or not standing.visible:
            return ()
        if not standing.editable and not engine.is_derived(field.key):
            return ()
        value = engine.values.get(field.key)
        if not is_empty(value):
            unfit = self._unfit(field, value, engine)
            if unfit is not None:
                return unfit
            found = list(self._assertion_problems(field, value))
            if field.item is not None:
                found.extend(self._rows(field).problems(value))
        elif standing.required and not engine.offers_nothing(field.key):
            return (Problem(field.key, tr("{label} is required", label=field.label)),)
        else:
            found = []
        found.extend(self.rule_problems(field, engine, stage))
        return tuple(found)

    def rule_problems(self, field: FieldDefinition, engine: FormEngine, stage: Stage) -> Iterator[Problem]:
        """What the rules of a field that shows have to say: those not held, and those that cannot be asked."""
        yield from self._demanded(field, engine, stage)
        fault = engine.fault(field.key)
        if fault:
            yield Problem(field.key, fault, severity=Severity.WARNING)

    def first_error(self, field: FieldDefinition, values: Mapping[str, Any]) -> str:
        """Why one field of a new record with these values is refused, or "" (also where it would not show)."""
        if self._engine is None:
            self._engine = FormEngine(self.definition, self._types, fits=False)
        self._engine.begin({}, new=True)
        self._engine.enter(values)
        found = self.field_problems(field, self._engine)
        return next((problem.message for problem in found if problem.severity is Severity.ERROR), "")

    def _unfit(self, field: FieldDefinition, value: Any, engine: FormEngine) -> tuple[Problem, ...] | None:
        """The problem of a value that is not of its kind or none of its choices; () where it is kept, else None."""
        fault = self._types[field.kind].fault(value)
        if fault:
            kept = not engine.is_new and same_value(engine.base.get(field.key), value)
            return () if kept else (Problem(field.key, f"{field.label} {fault}"),)
        outside = self.outside_choices(field, value, engine)
        if not outside:
            return None
        return () if not engine.is_new and engine.is_kept(field.key) else (Problem(field.key, outside),)

    def kept_fault(self, field: FieldDefinition, engine: FormEngine) -> str:
        """What to say at a value that is kept as stored though it is none of the choices or of another kind."""
        value = engine.values.get(field.key)
        kept = not engine.is_new and same_value(engine.base.get(field.key), value)
        if field.notice or not kept or is_empty(value):
            return ""
        fault = self._types[field.kind].fault(value)
        text = f"{field.label} {fault}" if fault else self.outside_choices(field, value, engine)
        return tr("{text}. It stays as it is until you change it.", text=text) if text else ""

    def normalised(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of known fields, each as its kind holds it where it can."""
        read: dict[str, Any] = {}
        for key, value in values.items():
            field = self.definition.field(key)
            if field is None or field.notice or field.kind not in self._types:
                continue
            try:
                read[key] = self._types[field.kind].read(value)
            except Unreadable:
                read[key] = value
            if field.item is not None and isinstance(read[key], tuple):
                read[key] = tuple(map(self._rows(field).settled, read[key]))
            elif field.item is not None and isinstance(read[key], Mapping):
                read[key] = self._rows(field).settled(read[key])
        return read

    def _rows(self, field: FieldDefinition) -> RepeatedRows:
        from jarvis_desktop.forms.repeated import RepeatedRows  # which validates rows with a validator of their own

        known = self._repeated.get(field.key)
        if known is None:
            known = self._repeated[field.key] = RepeatedRows(field, self._types)
        return known

    def outside_choices(self, field: FieldDefinition, value: Any, engine: FormEngine) -> str:
        """What to say of a value that is none of the choices that the field offers now, or ""."""
        if field.kind not in CHOICE_KINDS | LOOKUP_KINDS or field.source is not None:
            return ""
        options = engine.options(field.key)
        chosen = value if isinstance(value, tuple) else (value,)
        outside = next((one for one in chosen if find_option(options, one) is None), None)
        if outside is None:
            return ""
        text = tr("{label} “{as_text}” is not one of the choices", label=field.label, as_text=as_text(outside))
        master = self.definition.field(field.dependent.depends_on) if field.dependent else None
        leading = engine.record.get(master.key) if master is not None else None
        if master is None or is_empty(leading):
            return text
        return tr("{text} for {label} “{as_text}”", text=text, label=master.label, as_text=as_text(leading))

    def _demanded(self, field: FieldDefinition, engine: FormEngine, stage: Stage) -> Iterator[Problem]:
        """What the field's own rules find; one that lacks a value that it reads finds nothing."""
        for check in field.logic.checks:
            if not check.stage.counts_at(stage):
                continue
            if check.when is not None:
                asked = check.when.rule.evaluate(engine.record)
                if asked is not True and not isinstance(asked, Failed):
                    continue
                answer = check.demand.rule.evaluate(engine.record) if asked is True else asked
            else:
                answer = check.demand.rule.evaluate(engine.record)
            if isinstance(answer, Failed):
                said = tr("{label}: a check cannot be asked: {reason}", label=field.label, reason=answer.reason)
                yield Problem(field.key, said, severity=Severity.WARNING)
            elif answer is False:
                yield Problem(field.key, check.message or self._in_words(field, check), severity=check.severity)

    def _in_words(self, field: FieldDefinition, check: Check) -> str:
        from jarvis_desktop.expressions.explaining import explain  # only where a rule has no message of its own

        words = explain(check.demand.rule, labels=field_words(self.definition)).words
        return tr("{label}: it must hold that {words}", label=field.label, words=words)

    def _assertion_problems(self, field: FieldDefinition, value: Any) -> Iterator[Problem]:
        if not field.schema and field.kind not in FILE_KINDS:
            return
        yield from _own_limits(field, value)
        validator = self._validator(field)
        if isinstance(validator, str):
            yield Problem(
                field.key, tr("{label} cannot be checked: {validator}", label=field.label, validator=validator)
            )
            return
        try:
            errors = list(validator.iter_errors(self._types[field.kind].to_json(value)))
        except (ValueError, RecursionError) as unfit:
            yield Problem(field.key, tr("{label} cannot be checked: {unfit}", label=field.label, unfit=unfit))
            return
        for error in errors:
            yield Problem(field.key, assertion_message(field, error), pointer(list(error.instance_path)))

    def _validator(self, field: FieldDefinition) -> jsonschema_rs.Draft202012Validator | str:
        known = self._compiled.get(field.key)
        if known is None:
            try:
                known = compile_schema(field.schema)
            except (ValueError, RecursionError) as error:
                known = str(error).strip().splitlines()[0] if str(error).strip() else tr("its rules are not valid")
            self._compiled[field.key] = known
        return known


def _own_limits(field: FieldDefinition, value: Any) -> Iterator[Problem]:
    """The limits that JSON Schema has no word for."""
    if isinstance(value, str):
        count = len(value.split())
        least, most = field.schema.get("minWords"), field.schema.get("maxWords")
        if least is not None and count < least:
            yield Problem(field.key, words_message(field, "minWords", least))
        if most is not None and count > most:
            yield Problem(field.key, words_message(field, "maxWords", most))
    if field.kind in FILE_KINDS:
        yield from (Problem(field.key, f"{field.label}: {said}") for said in file_refusals(field, value))
    if field.kind in {FieldKind.DATE, FieldKind.DATETIME}:
        day = value.isoformat()[: len("2026-01-31")]
        first, last = field.schema.get("notBefore"), field.schema.get("notAfter")
        if isinstance(first, str) and day < first[: len(day)]:
            yield Problem(field.key, tr("{label} must be {first} or later", label=field.label, first=first))
        if isinstance(last, str) and day > last[: len(day)]:
            yield Problem(field.key, tr("{label} must be {last} or earlier", label=field.label, last=last))
