"""The program's own words in the person's language.

Every text of the program that people read is written in English where it is used, as `tr("Saved {time}", time=at)`, and
looked up in `resources/translations/jarvis_<language>.ts`, a file that Qt Linguist edits. Both wings use it: the
headless one has no Qt, so the file is read here. What rows of the database say is data and is never looked up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from pathlib import Path

Text = NewType("Text", str)
"""An English text that stands in a table of the program and is looked up when it is shown."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language: by English text and sense; of one that counts, the form for one and that for many."""

    language: str = "en"
    texts: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    change: Callable[[str], str] | None = None
    """Made of every text that is found nowhere, for tests of the program's texts."""
    unread: str = ""
    """The file of another language that should be spoken and cannot be read."""

    def find(self, text: str, sense: str, form: int) -> str:
        """The text in this language; in English where it has none."""
        forms = self.texts.get((text, sense), ())
        if form < len(forms) and forms[form]:
            return forms[form]
        return self.change(text) if self.change is not None else text


ENGLISH = Catalogue()
_spoken = ENGLISH


def speak(catalogue: Catalogue) -> None:
    """From now on `tr` answers in the language of `catalogue`; what is shown already stays as it is."""
    global _spoken  # noqa: PLW0603 - the process has one language, as it has one locale
    _spoken = catalogue


def language() -> str:
    """The language spoken, as `de`."""
    return _spoken.language


def unread() -> str:
    """The name of the file with the words of the language wanted, when it could not be read; else ""."""
    return _spoken.unread


def tr(text: str, /, *, sense: str = "", **values: object) -> str:
    """`text` in the person's language, with `values` in its braces.

    `text` is a literal. `sense` tells apart two meanings of one English text ("verb"). A translation whose braces do
    not fit is left for the English.
    """
    return _filled(_spoken.find(text, sense, 0), text, values)


def tr_n(one: str, many: str, count: int, /, **values: object) -> str:
    """`one` for a single thing, `many` for any other number, with `{n}` for the number; literals, as for `tr`.

    `n` among `values` is the number as it should be written.
    """
    single = count == 1
    filled = {"n": count, **values}
    found = _spoken.find(many, "", 0 if single else 1)
    if single and found == many:
        found = one
    return _filled(found, one if single else many, filled)


def mark(text: str) -> Text:
    """A literal that stands in a table of the program; whoever shows it calls `shown` with it."""
    return Text(text)


def shown(text: Text, **values: object) -> str:
    """A marked text in the person's language."""
    return _filled(_spoken.find(text, "", 0), text, values)


def read_catalogue(folder: Path, wanted: str) -> Catalogue:
    """The catalogue in `folder` for a language (`de`, `de_AT`); English where there is none or it cannot be read."""
    from xml.etree import ElementTree as ET

    code = wanted.replace("-", "_").split("_")[0].lower()
    if code == "en" or not code.isalpha():
        return ENGLISH
    if code not in languages(folder):
        log.info("there are no words for the language %r", code[:60])
        return ENGLISH
    path = folder / f"jarvis_{code}.ts"
    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    try:
        for message in ET.parse(path).iter("message"):  # noqa: S314 - a file of ours
            translation = message.find("translation")
            source = message.findtext("source", "")
            if translation is None or translation.get("type") in {"obsolete", "vanished", "unfinished"}:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            texts[source, message.findtext("comment", "")] = tuple(forms)
    except (OSError, ET.ParseError, LookupError, ValueError) as error:  # the latter two for encodings nobody knows
        log.warning("the words of %s cannot be read: %s", path.name, error)
        return Catalogue(unread=path.name)
    return Catalogue(code, texts)


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that can be spoken, English first."""
    return ("en", *sorted(path.stem.removeprefix("jarvis_") for path in folder.glob("jarvis_*.ts")))


def _filled(found: str, text: str, values: Mapping[str, object]) -> str:
    if not values:
        return found
    try:
        return found.format_map(values)
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        log.warning("the translation of %r does not fit: %s", text, error)
        return text.format_map(values)
