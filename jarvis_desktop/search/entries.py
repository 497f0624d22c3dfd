"""Finding among what is no row: tabs, commands, settings and help pages, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.ranking import Candidate, marked, marks, score, snippet
from jarvis_desktop.search.types import Entry, GroupResult, Hit, Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.search.types import Group
    from jarvis_desktop.search.words import SearchText


def settings() -> tuple[Entry, ...]:
    """What the settings file may hold; each is explained on the help page “settings”."""
    return (
        Entry(
            Target(TargetKind.HELP, "settings"),
            tr("Theme"),
            tr("Light or dark, and what the program starts with: the setting theme."),
            tr("Setting"),
        ),
        Entry(
            Target(TargetKind.HELP, "settings"),
            tr("Persona to start with"),
            tr("Whom the window opens as: the setting persona."),
            tr("Setting"),
        ),
        Entry(
            Target(TargetKind.HELP, "settings"),
            tr("Database address"),
            tr("Which PostgreSQL server and database the program works on: the setting database_url."),
            tr("Setting"),
        ),
    )


def search_entries(group: Group, entries: Iterable[Entry], asked: SearchText, *, most: int) -> GroupResult:
    """The entries with all the words, the best first; in their own order where nothing else decides."""
    wanted = asked.words or ((asked.text,) if asked.text else ())
    scored: list[tuple[float, int, Entry]] = []
    given = tuple(entries)
    for place, entry in enumerate(given):
        whole = f"{entry.title} {entry.text}"
        if wanted and all(marks(whole, (word,)) for word in wanted) and _has_phrases(whole, asked):
            candidate = Candidate("", entry.title, (entry.text,), place / len(given))
            scored.append((-score(candidate, asked), place, entry))
    found = [_hit(entry, asked) for _, _, entry in sorted(scored, key=lambda each: each[:2])]
    return GroupResult(group, tuple(found[:most]), len(found))


def _has_phrases(text: str, asked: SearchText) -> bool:
    line = " ".join(text.split()).casefold()
    return all(phrase.casefold() in line for phrase in asked.phrases)


def _hit(entry: Entry, asked: SearchText) -> Hit:
    return Hit(entry.target, marked(entry.title, asked), snippet((entry.text,), asked, beside=entry.title), entry.about)
