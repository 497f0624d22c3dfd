"""Candidate rows as hits, the best first. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.ranking import Candidate, marked, score, snippet
from jarvis_desktop.search.types import Hit, Target, TargetKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jarvis_desktop.search.queries import Found
    from jarvis_desktop.search.subjects import Subject
    from jarvis_desktop.search.words import SearchText


def ranked(
    subject: Subject,
    found: Sequence[Found],
    asked: SearchText,
    *,
    most: int,
    labels: Mapping[str, Mapping[str, str]],
) -> list[Hit]:
    """The best of the candidates, which come newest first, as hits.

    `labels` are what people read for stored values, by column and value.
    """
    scored = []
    for place, row in enumerate(found):
        others = tuple(text for name, text in row.texts.items() if name not in (*subject.title, subject.key) and text)
        candidate = Candidate(row.texts.get(subject.key, ""), subject.title_of(row.texts), others, place / len(found))
        scored.append((-score(candidate, asked), place, candidate, row))
    best = sorted(scored, key=lambda each: each[:2])[:most]
    return [_hit(subject, candidate, row, asked, labels) for _, _, candidate, row in best]


def _hit(
    subject: Subject, candidate: Candidate, row: Found, asked: SearchText, labels: Mapping[str, Mapping[str, str]]
) -> Hit:
    named = candidate.title or tr("Without a title")
    title = f"{candidate.key} · {named}" if candidate.key and candidate.key != candidate.title else named
    about = {name: row.texts[name] for name in subject.about if row.texts.get(name)}
    beside = f"{title} {' '.join(about.values())}"
    told = {candidate.key, candidate.title, *about.values(), *(row.texts.get(name, "") for name in subject.title)}
    return Hit(
        Target(TargetKind.RECORD, row.id, subject.table),
        marked(title, asked),
        snippet([text for text in row.texts.values() if text not in told], asked, beside=beside),
        " · ".join(labels.get(name, {}).get(value) or value.replace("_", " ") for name, value in about.items()),
    )
