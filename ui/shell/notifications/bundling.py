"""Many notifications at once become few; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.people.notifications.types import Notification, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

_LISTED = 5
_WEIGHT = {tone: weight for weight, tone in enumerate((Tone.INFO, Tone.SUCCESS, Tone.WARNING, Tone.DANGER))}


def bundled(notifications: Sequence[Notification]) -> list[Notification]:
    """The same, in the order of the first of each kind; those that belong together are one.

    One made of several counts them in its title, lists the first titles in its text, has the gravest tone, and leads
    somewhere only when all of them lead there.
    """
    kinds: dict[tuple[str, ...], list[Notification]] = {}
    for told in notifications:
        key: tuple[str, ...] = (told.many,) if told.many else ("", told.title, told.text, told.link)
        kinds.setdefault(key, []).append(told)
    return [_one(several) for several in kinds.values()]


def _one(several: Sequence[Notification]) -> Notification:
    last = several[-1]
    tone = max((told.tone for told in several), key=_WEIGHT.__getitem__)
    titles = list(dict.fromkeys(told.title for told in several))
    links = {told.link for told in several}
    last = replace(last, answers=any(told.answers for told in several))
    if len(titles) == 1:
        return replace(last, tone=tone, link=last.link if len(links) == 1 else "")
    text = "\n".join(titles[:_LISTED]) + ("\n…" if len(titles) > _LISTED else "")
    return replace(
        last,
        title=last.many.replace("{n}", str(len(titles))),
        text=text,
        tone=tone,
        link=links.pop() if len(links) == 1 else "",
    )
