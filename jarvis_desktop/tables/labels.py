"""Names of tables, columns, forms and fields as people read them."""

from __future__ import annotations

import re

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import language, tr_n

_ALWAYS_UPPER = frozenset(
    {"ai", "api", "cope", "cpu", "eu", "id", "ids", "ip", "json", "kpi", "mb", "sla", "sql", "ui", "url", "uuid"}
)
_SPELLED = {"ids": "IDs"}
_WORD_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_-]+")


def label(name: str) -> str:
    """`assigned_to`, `assigned-to` and `assignedTo` as “Assigned to”, `eu_ai_act_articles` as “EU AI act articles”."""
    words = [_word(word.lower()) for word in _WORD_BOUNDARY.split(name) if word]
    if not words:
        return name
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _word(word: str) -> str:
    return _SPELLED.get(word) or (word.upper() if word in _ALWAYS_UPPER else word)


def records(table: str, count: int) -> str:
    """“1 incident”, “340 incidents”, “2 rows of agent resource usage”: so many records of a table."""
    if language() != "en":
        return tr_n("{n} record", "{n} records", count, n=grouped(count))
    name = _inside(label(table))
    one = singular(table)
    if one != name:
        return f"{grouped(count)} {one if count == 1 else name}"
    return tr_n("{n} row of {name}", "{n} rows of {name}", count, n=grouped(count), name=name)


def singular(table: str) -> str:
    """What one record of a table is called inside a sentence: “incident”, “business rule”."""
    name = _inside(label(table))
    for many, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("s", "")):
        if name.endswith(many) and len(name) > len(many) + 1:
            return name.removesuffix(many) + one
    return name


def _inside(text: str) -> str:
    """The text as it stands inside a sentence; acronyms stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
