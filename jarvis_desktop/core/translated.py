"""Documents of the database that carry their texts in other languages beside them, as `i18n`; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jarvis_desktop.core.words import language

MEMBER = "i18n"
SHOWN = frozenset(
    {
        "cancelText",
        "description",
        "empty_text",
        "hint",
        "label",
        "placeholder",
        "prefix",
        "submitLabel",
        "submitText",
        "suffix",
        "text",
        "title",
    }
)
"""The members of a document that people read; others are names, and stay as they are."""
_DEEPEST = 64


def words_of(document: object, spoken: str | None = None) -> Mapping[str, Any]:
    """The member `i18n.<language>` of a document, empty where there is none; the person's language if none is named."""
    texts = document.get(MEMBER) if isinstance(document, Mapping) else None
    words = texts.get(language() if spoken is None else spoken) if isinstance(texts, Mapping) else None
    return words if isinstance(words, Mapping) else {}


def in_words(text: str, words: Mapping[str, Any]) -> str:
    """The text as `words` has it, else the text."""
    found = words.get(text)
    return found if isinstance(found, str) and found.strip() else text


def translated(document: Any, words: Mapping[str, Any] | None = None) -> Any:
    """The document without its `i18n`, its texts as that says: `{"i18n": {"de": {"Open incidents": "Offene …"}}}`.

    Only what people read is changed, at any depth. A text that was edited is no longer among the words and shows as it
    is. `words` stand in for the document's own.
    """
    if not isinstance(document, Mapping):
        return document
    plain = {name: value for name, value in document.items() if name != MEMBER}
    known = words_of(document) if words is None else words
    return _changed(plain, known, _DEEPEST) if known else plain


def _changed(value: Any, words: Mapping[str, Any], deep: int) -> Any:
    if deep == 0:
        return value
    if isinstance(value, Mapping):
        return {
            name: in_words(inner, words)
            if name in SHOWN and isinstance(inner, str)
            else _changed(inner, words, deep - 1)
            for name, inner in value.items()
        }
    return [_changed(inner, words, deep - 1) for inner in value] if isinstance(value, list) else value


def in_language(text: object, spoken: str | None = None) -> str:
    """A text, or of texts by language (`{"en": ..., "de": ...}`) the person's, else the English, else the first."""
    if isinstance(text, Mapping):
        texts = {str(name): each for name, each in text.items() if isinstance(each, str) and each.strip()}
        wanted = language() if spoken is None else spoken
        text = texts.get(wanted) or texts.get("en") or next(iter(texts.values()), "")
    return text if isinstance(text, str) else ""
