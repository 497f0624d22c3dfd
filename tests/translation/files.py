"""Translation files as Qt Linguist writes them: read, brought up to date, written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tests.translation.collected import Said

Forms = tuple[str, ...]
"""The translation: one text, or for texts that count one per form of the language. Empty texts are to be done."""

NUMBER_FORMS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a file."""

    said: Said
    forms: Forms

    @property
    def finished(self) -> bool:
        """Whether every form is there."""
        return all(self.forms)


def read(path: Path) -> dict[tuple[str, str], Forms]:
    """The translations by English text and sense; none for a file that is not there yet."""
    if not path.exists():
        return {}
    found: dict[tuple[str, str], Forms] = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            found[message.findtext("source", ""), message.findtext("comment", "")] = forms
    return found


def merged(said: Iterable[Said], known: Mapping[tuple[str, str], Forms]) -> list[Entry]:
    """An entry for each text that is said, with the translation that is known; what is not said any more goes."""
    entries = []
    for each in said:
        wanted = NUMBER_FORMS if each.one else 1
        forms = known.get((each.text, each.sense), ())
        entries.append(Entry(each, forms if len(forms) == wanted else ("",) * wanted))
    return entries


def written(language: str, entries: Iterable[Entry]) -> str:
    """The file's text, the same for the same entries."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language={quoteattr(language)} sourcelanguage="en">',
    ]
    room = None
    for entry in sorted(entries, key=lambda entry: entry.said):
        if entry.said.room != room:
            if room is not None:
                lines.append("</context>")
            room = entry.said.room
            lines += ["<context>", f"    <name>{escape(room)}</name>"]
        lines += _message(entry)
    if room is not None:
        lines.append("</context>")
    return "\n".join((*lines, "</TS>", ""))


def _message(entry: Entry) -> list[str]:
    said = entry.said
    state = "" if entry.finished else ' type="unfinished"'
    lines = [
        '    <message numerus="yes">' if said.one else "    <message>",
        f"        <source>{escape(said.text)}</source>",
    ]
    if said.sense:
        lines.append(f"        <comment>{escape(said.sense)}</comment>")
    if said.one:
        lines.append(f"        <extracomment>{escape(said.one)}</extracomment>")
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in entry.forms]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{state}>{escape(entry.forms[0])}</translation>")
    return [*lines, "    </message>"]
