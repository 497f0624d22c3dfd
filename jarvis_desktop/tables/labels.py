"""Names of tables, columns, forms and fields as people read them."""

from __future__ import annotations

import re

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
