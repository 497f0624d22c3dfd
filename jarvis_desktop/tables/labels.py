"""Names of tables and columns as people read them."""

from __future__ import annotations

_ALWAYS_UPPER = frozenset(
    {"ai", "api", "cope", "cpu", "eu", "id", "ids", "ip", "json", "kpi", "mb", "sla", "sql", "ui", "url", "uuid"}
)
_SPELLED = {"ids": "IDs"}


def label(name: str) -> str:
    """`assigned_to` as “Assigned to”, `eu_ai_act_articles` as “EU AI act articles”, `user_id` as “User ID”."""
    words = [_word(word) for word in name.split("_") if word]
    if not words:
        return name
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _word(word: str) -> str:
    return _SPELLED.get(word) or (word.upper() if word in _ALWAYS_UPPER else word)
