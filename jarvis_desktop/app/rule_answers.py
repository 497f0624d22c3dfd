"""Answers of `jarvis rule eval`: rule and record from JSON texts, the answer as plain data. No database."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.json_text import NotJson, loads_once
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.explaining import FieldWords, Labels, explain, reason, shown, stored_text
from jarvis_desktop.expressions.rules import MAX_RESULT, Failed, Rule, Undetermined, Verdict
from jarvis_desktop.expressions.types import Type, field_type

_CHOICES = (str, int, Decimal)
_TEXTUAL = ("cel", "simple")

MOST_RULE = 4 * MAX_RESULT
"""Bytes of a rule's file; a character has at most four."""

MOST_DATA = 50_000_000
"""Bytes of a file of data or fields, and of a line of a batch."""

_MOST_SHOWN = 100
"""Characters and items of a value within a trace."""


def answer(engine: str, rule: bytes, data: bytes, fields: bytes | None = None) -> dict[str, Any]:
    """The answer to a rule file about a data file; `fields` as `read_fields` takes them. Never raises.

    Of a file that is too large, one byte more than MOST_RULE or MOST_DATA is enough.
    """
    texts: list[Any] = []
    for what, content, most in (
        (tr("The rule"), rule, MOST_RULE),
        (tr("The data"), data, MOST_DATA),
        (tr("The list of fields"), b"null" if fields is None else fields, MOST_DATA),
    ):
        read = _read(content, most)
        if isinstance(read, Failed):
            hint = tr("A rule that is a text stands in quotes.") if not texts and engine in _TEXTUAL else ""
            return _failed(Failed(f"{what} {read.reason}. {hint}".rstrip(), read.pointer))
        texts.append(read)
    return _answer(engine, texts[0], texts[1], texts[2])


def batch_answer(line: bytes) -> dict[str, Any]:
    """The answer to one line of a batch: `{"engine", "rule", "data", "fields"?}`. Never raises."""
    read = _read(line.removesuffix(b"\n"), MOST_DATA)
    if isinstance(read, Failed):
        return _failed(Failed(tr("The line {problem}.", problem=read.reason), read.pointer))
    if not isinstance(read, Mapping) or not {"engine", "rule", "data"} <= read.keys():
        return _failed(Failed(tr("A line is an object with “engine”, “rule” and “data”.")))
    return _answer(str(read["engine"]), read["rule"], read["data"], read.get("fields"))


def read_fields(given: object) -> dict[str, Type] | Failed | None:
    """The types of fields: `{"name": "type"}`, or rows with `field_key` and `field_type`; None for none."""
    if given is None:
        return None
    if isinstance(given, Mapping):
        pairs = list(given.items())
    elif isinstance(given, list) and all(isinstance(row, Mapping) and "field_key" in row for row in given):
        pairs = [(row["field_key"], row.get("field_type")) for row in given]
    else:
        return Failed(tr("The list of fields is an object of names and types, or a list of rows with “field_key”."))
    return {str(name): field_type(str(kind)) for name, kind in pairs}


def _labels(fields: object) -> Labels:
    """What rows of fields call them and their choices; those of no use are left out."""
    rows = fields if isinstance(fields, list) else ()
    return {str(row["field_key"]): _field_words(row) for row in rows}


def _field_words(row: Mapping[str, Any]) -> FieldWords:
    label, options, props = row.get("label"), row.get("options"), row.get("ui_props")
    choices = {
        stored_text(option["value"]): option["label"]
        for option in (options if isinstance(options, list) else ())
        if isinstance(option, Mapping) and isinstance(option.get("value"), _CHOICES)
        if isinstance(option.get("label"), str)
    }
    before, after = (props.get(name) if isinstance(props, Mapping) else None for name in ("prefix", "suffix"))
    return FieldWords(
        label if isinstance(label, str) else "",
        choices,
        before=before if isinstance(before, str) else "",
        after=after if isinstance(after, str) else "",
        money=row.get("field_type") == "currency",
    )


def _answer(engine: str, rule: object, data: object, fields: object) -> dict[str, Any]:
    types = read_fields(fields)
    if isinstance(types, Failed):
        return _failed(types)
    compiled = rules.compile(engine, rule, types)
    if isinstance(compiled, Failed):
        return _failed(compiled)
    value = compiled.compute(data)
    return _described(compiled, data, value, _labels(fields))


def _described(rule: Rule, data: object, value: Any, labels: Labels) -> dict[str, Any]:
    verdict = rules.verdict(value)
    told = explain(rule, data, labels=labels)
    steps = [{"place": step.place, "words": step.words, **_told(step.value)} for step in told.steps]
    return {
        "result": _result(verdict),
        "value": shown(value),
        "fields": sorted(verdict.fields) if isinstance(verdict, Undetermined) else [],
        "reason": reason(verdict),
        "place": verdict.pointer if isinstance(verdict, Failed) else "",
        "reads": sorted(rule.reads),
        "type": rule.type.value,
        "words": told.outline,
        "trace": steps,
    }


def _told(value: Any) -> dict[str, Any]:
    if isinstance(value, Undetermined):
        return {"value": None, "undetermined": sorted(value.fields)}
    if isinstance(value, Failed):
        return {"value": None, "failed": value.reason}
    return {"value": shown(value, _MOST_SHOWN)}


def _failed(failed: Failed) -> dict[str, Any]:
    return {
        "result": "failed",
        "value": None,
        "fields": [],
        "reason": failed.reason,
        "place": failed.pointer,
        "reads": [],
        "type": Type.ANY.value,
        "words": "",
        "trace": [],
    }


def _result(verdict: Verdict) -> str:
    if isinstance(verdict, Undetermined):
        return "undetermined"
    return "failed" if isinstance(verdict, Failed) else "true" if verdict else "false"


def _read(content: bytes, most: int) -> Any:
    if len(content) > most:
        return Failed(tr("is larger than {most} MB", most=most // 1_000_000))
    if not content.removeprefix(BOM_UTF8).strip():
        return Failed(tr("is empty"))
    try:
        return loads_once(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Failed(tr("is not valid UTF-8"), f"@{error.start + 1}")
    except NotJson as error:
        return Failed(str(error), "" if error.position is None else f"@{error.position + 1}")
    except RecursionError:
        return Failed(tr("is nested too deeply"))
