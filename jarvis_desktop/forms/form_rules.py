"""Compiles the rules of a form's rows against the fields of that form. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import Failed, compile_stored
from jarvis_desktop.expressions.types import Type, field_type
from jarvis_desktop.forms.logic import FieldRule

if TYPE_CHECKING:
    from collections.abc import Iterable


class BadRule(ValueError):
    """A document is no rule of the form; the message completes "/ui_props/compute ..."."""


class FormRules:
    """Rules over fields whose `field_type` is known, and over names that are known beside them (`READABLE`).

    `others` are fields that the form has for other readers: rules may name them, and find them without value.
    """

    def __init__(
        self, kinds: Mapping[str, str], context: Mapping[str, Type] | None = None, others: Iterable[str] = ()
    ) -> None:
        self._types: Mapping[str, Type] = {
            **(context or {}),
            **dict.fromkeys(others, Type.ANY),
            **{key: field_type(kind) for key, kind in kinds.items()},
        }

    def read(self, document: Any) -> FieldRule:
        """A rule as rows hold it: `{engine, rule}`, JsonLogic or `simple`; BadRule for what cannot be used."""
        rule = compile_stored(document, self._types)
        if isinstance(rule, Failed):
            place = f" ({rule.pointer[:80]})" if rule.pointer else ""
            raise BadRule(tr("cannot be used: {reason}", reason=rule.reason.rstrip(".") + place))
        if "" in rule.reads:
            raise BadRule(tr("cannot be used: it computes the name of what it reads"))
        return FieldRule(repr(document), rule)
