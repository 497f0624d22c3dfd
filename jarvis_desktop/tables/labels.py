"""Names of tables, columns, forms and fields as people read them."""

from __future__ import annotations

import re

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import language, shown, tr_n
from jarvis_desktop.tables.kinds import KINDS

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


def table_label(table: str) -> str:
    """What a table is called as a title: “Incidents”."""
    if language() == "en" or table not in KINDS:
        return label(table)
    name = kinds(table)
    return name[:1].upper() + name[1:]


def records(table: str, count: int) -> str:
    """“1 incident”, “340 incidents”, “2 rows of agent resource usage”: so many records of a table.

    As a subject or an object; a language with other endings after some words puts it where it needs none.
    """
    one, many = singular(table), kinds(table)
    if one != many or (language() != "en" and table in KINDS):
        return f"{grouped(count)} {one if count == 1 else many}"
    return tr_n("{n} row of {name}", "{n} rows of {name}", count, n=grouped(count), name=many)


def kinds(table: str) -> str:
    """What records of a table are called inside a sentence: “incidents”, “business rules”."""
    if language() != "en" and table in KINDS:
        return shown(KINDS[table][1])
    return in_sentence(label(table))


def singular(table: str) -> str:
    """What one record of a table is called inside a sentence: “incident”, “business rule”."""
    if language() != "en" and table in KINDS:
        return shown(KINDS[table][0])
    name = in_sentence(label(table))
    for many, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("s", "")):
        if name.endswith(many) and len(name) > len(many) + 1:
            return name.removesuffix(many) + one
    return name


def in_sentence(text: str) -> str:
    """A label as it stands inside a sentence: small in English, but for acronyms; as it is in other languages."""
    return text if text[:2].isupper() or language() != "en" else text[:1].lower() + text[1:]
