"""The company's look: name, logo and colours from the row of `experience_layer` that is in force."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.clock import Clock, SystemClock
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.picture import NO_PICTURE, Picture, read_picture
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.metadata.queries import readable_columns, stored_rows
from jarvis_desktop.people.personas import colour

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.metadata.rows import StoredRow

BRANDING = "experience_layer"
_SECTIONS = ("branding", "branding_config", "brandingConfig")
_LIGHT = ("color", "colour", "primaryColor", "primary_color", "primary", "accent")
_DARK = ("color_dark", "colour_dark", "primaryColorDark", "dark")
_LOGO = ("logo", "logo_light", "logoUrl")
_LOGO_DARK = ("logo_dark", "logoDark")
_GREETINGS = ("greeting", "companyGreeting", "company_greeting")
_MOST_NAME = 300
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Branding:
    """What the window shows of the company.

    `colour` (on light grounds) and `colour_dark` are `#rrggbb` or "". `explanation` says which row it is from and why;
    `problems` are what of that row cannot be shown, for those who may change it. `until` is when another row comes into
    force, or this one goes out of it.
    """

    company: str = ""
    logo: Picture = NO_PICTURE
    logo_dark: Picture = NO_PICTURE
    colour: str = ""
    colour_dark: str = ""
    greeting: str = ""
    explanation: str = ""
    problems: tuple[str, ...] = ()
    until: datetime | None = None


NO_BRANDING = Branding()


class BrandingService:
    """Reads the company's look; nothing where its table is missing or empty."""

    def __init__(self, database: Database, *, clock: Clock | None = None, folder: Path | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._folder = folder or bundled("resources") / "branding"

    def current(self, as_of: datetime | None = None) -> Branding:
        """The look in force now, or as of an aware instant; never fails for what a row holds."""
        try:
            with self._database.read() as session:
                if BRANDING not in readable_columns(session, (BRANDING,)):
                    return NO_BRANDING
                rows = stored_rows(session, BRANDING)
        except JarvisError as error:
            log.info("the company's look cannot be read: %s", error.message)
            return NO_BRANDING
        return branding_of(rows, as_of or self._clock.now(), self._folder)


def branding_of(rows: Iterable[StoredRow], as_of: datetime, folder: Path) -> Branding:
    """The look that `rows` give at `as_of`: of several in force, that which came into force last, then the newest."""
    known = list(rows)
    running = [row for row in known if _in_force(row, as_of)]
    until = _next_change(known, as_of)
    if not running:
        return Branding(explanation=_why_none(known), until=until) if known else NO_BRANDING
    winner = max(running, key=lambda row: (_from(row), row.id))
    return replace(_read(winner, len(running) - 1, folder), until=until)


def _next_change(rows: list[StoredRow], as_of: datetime) -> datetime | None:
    """When the first of the active rows comes into force, or goes out of it."""
    edges = (row.instant(name) for row in rows if row.flag("is_active") for name in ("effective_from", "effective_to"))
    return min((edge for edge in edges if edge is not None and as_of < edge), default=None)


def _in_force(row: StoredRow, as_of: datetime) -> bool:
    until = row.instant("effective_to")
    return row.flag("is_active") and _from(row) <= as_of.timestamp() and (until is None or as_of < until)


def _from(row: StoredRow) -> float:
    """When a row comes into force, in seconds; always for one that does not say."""
    begin = row.instant("effective_from")
    return begin.timestamp() if begin is not None else float("-inf")


def _why_none(rows: list[StoredRow]) -> str:
    return tr_n("1 row, not in force.", "{n} rows, none in force.", len(rows))


def _read(row: StoredRow, others: int, folder: Path) -> Branding:
    metadata = row.value("metadata")
    problems: list[str] = []
    if metadata is not None and not isinstance(metadata, Mapping):
        problems.append(tr("“metadata” is no object."))
    if "metadata" in row.unreadable:
        problems.append(tr("“metadata” cannot be read: {why}.", why=row.unreadable["metadata"]))
    stored: Mapping[str, Any] = metadata if isinstance(metadata, Mapping) else {}
    looks = next((each for name in _SECTIONS if isinstance(each := stored.get(name), Mapping)), stored)
    logo, logo_dark = (_logo(looks, names, folder, problems) for names in (_LOGO, _LOGO_DARK))
    own = stored.get("jarvis_customizations")
    greetings = {**(own if isinstance(own, Mapping) else {}), **stored}
    begin = row.instant("effective_from")
    since = begin.date().isoformat() if begin is not None and begin.year > 1 else tr("always")
    explanation = tr("Row {id}, in force since {since}.", id=row.id, since=since)
    if others:
        won = tr_n(
            "It came into force later than 1 other row.", "It came into force later than {n} other rows.", others
        )
        explanation = f"{explanation} {won}"
    return Branding(
        company=" ".join(row.text("company_name").split())[:_MOST_NAME],
        logo=logo,
        logo_dark=logo_dark,
        colour=_colour(looks, _LIGHT, problems),
        colour_dark=_colour(looks, _DARK, problems),
        greeting=next((g for name in _GREETINGS if isinstance(g := greetings.get(name), str)), "")[:_MOST_NAME],
        explanation=explanation,
        problems=tuple(problems),
    )


def _logo(looks: Mapping[str, Any], names: tuple[str, ...], folder: Path, problems: list[str]) -> Picture:
    read = read_picture(next((looks[name] for name in names if looks.get(name)), ""), folder)
    if read.problem:
        problems.append(read.problem)
    return read


def _colour(looks: Mapping[str, Any], names: tuple[str, ...], problems: list[str]) -> str:
    for name in names:
        value = looks.get(name)
        if value in (None, ""):
            continue
        if found := colour(value):
            return found
        problems.append(tr("“{name}” is no colour: write it as #2B5BCB.", name=name))
    return ""
