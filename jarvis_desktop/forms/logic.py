"""What of a field depends on other values: its conditions, checks, and where its value comes from. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.expressions.rules import Rule


class Effect(StrEnum):
    """What a condition does while it holds."""

    SHOW = "SHOW"
    HIDE = "HIDE"
    ENABLE = "ENABLE"
    DISABLE = "DISABLE"
    READONLY = "READONLY"
    WRITABLE = "WRITABLE"
    REQUIRE = "REQUIRE"
    OPTIONAL = "OPTIONAL"
    SET_OPTIONS = "SET_OPTIONS"
    SET_VALUE = "SET_VALUE"


class OnHide(StrEnum):
    """What becomes of the value of a field that hides: it stays, goes at once, or goes when the record is saved."""

    KEEP = "keep"
    CLEAR = "clear"
    CLEAR_ON_SAVE = "clear_on_save"


class Stage(StrEnum):
    """From when on a check counts: while typing, when the record is saved, or when it is handed in."""

    EDIT = "edit"
    SAVE = "save"
    SUBMIT = "submit"

    def counts_at(self, stage: Stage) -> bool:
        """Whether a check of this stage is asked at `stage`; the later ones ask the earlier ones too."""
        order = list(Stage)
        return order.index(self) <= order.index(stage)


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A rule of a form; two that were written alike are equal. `said` is how it was written."""

    said: str
    rule: Rule = field(compare=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """While `when` is true, the effect is in force; `value` are the choices of SET_OPTIONS, or what SET_VALUE sets."""

    when: FieldRule
    effect: Effect
    value: Any = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A demand beyond what JSON Schema can say: where `when` is true (None: always), `demand` must not be false."""

    demand: FieldRule
    message: str
    when: FieldRule | None = None
    severity: Severity = Severity.ERROR
    stage: Stage = Stage.EDIT


@dataclass(frozen=True, slots=True)
class Computed:
    """The value of a field comes from `rule`; with `allow_override` a person may type another."""

    rule: FieldRule
    allow_override: bool = False


@dataclass(frozen=True, slots=True)
class FieldLogic:
    """All rules of one field.

    `around` are the conditions of each part of the layout that it stands in: it shows, and takes input, where all of
    them let it. `begins` is the rule of its default, followed in a new record until a person types; `on_hide` what a
    hidden field's value does.
    """

    conditions: tuple[Condition, ...] = ()
    checks: tuple[Check, ...] = ()
    computed: Computed | None = None
    begins: FieldRule | None = None
    on_hide: OnHide = OnHide.KEEP
    around: tuple[tuple[Condition, ...], ...] = ()

    @property
    def every_condition(self) -> tuple[Condition, ...]:
        """The field's own conditions, then those around it."""
        return (*self.conditions, *(condition for part in self.around for condition in part))


NO_LOGIC = FieldLogic()


def deriving(logic: FieldLogic) -> Iterator[FieldRule]:
    """The rules that a field's own value may come from."""
    if logic.computed is not None:
        yield logic.computed.rule
    if logic.begins is not None:
        yield logic.begins


def names_read(rule: FieldRule) -> frozenset[str]:
    """The names at the head of the paths that a rule reads: fields, and what else it may ask (persona, today)."""
    return frozenset(path.partition(".")[0] for path in rule.rule.reads)
