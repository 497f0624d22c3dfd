"""Personas from their rows: name, colour, initials and permissions; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jarvis_desktop.core.translated import in_words, words_of
from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import PersonaView
from jarvis_desktop.rights.permissions import KNOWN_PERMISSIONS, granted

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SCHEME_KEYS = ("primary", "color", "colour", "accent")
_DARK_KEYS = ("primaryLight", "accentLight")
_PICTURE = "avatar_url"

ADMINISTRATOR = PersonaView(
    key="admin",
    name=mark("Administrator"),
    role=mark("Built-in persona of a database without personas"),
    access_level="admin",
    permissions=KNOWN_PERMISSIONS,
    initials="A",
)
"""So that the window opens on a database without personas, for somebody to make them."""

VISITOR = PersonaView(
    key="visitor",
    name=mark("Visitor"),
    role=mark("Built-in persona while every other is switched off"),
    access_level="standard",
    permissions=frozenset(),
    initials="V",
)
"""Where rows exist and none is active, nobody is promoted to administrator by that."""

NOBODY = PersonaView(
    key="nobody",
    name=mark("No persona"),
    role=mark("No persona is open to you: an administrator can give you one, in the tab People"),
    access_level="standard",
    permissions=frozenset(),
    initials="?",
)
"""Of a person who may take none."""


def spoken(view: PersonaView) -> PersonaView:
    """A built-in persona in the person's language."""
    return replace(view, name=shown(Text(view.name)), role=shown(Text(view.role)))


def persona_views(rows: Sequence[StoredRow], schemes: object, mentioned: Iterable[str]) -> tuple[PersonaView, ...]:
    """The active personas in the order of their rows; never empty.

    `schemes` is the value of `persona-color-schemes.config`, `mentioned` every permission that rows name.
    """
    if not rows:
        return (spoken(ADMINISTRATOR),)
    named = sorted((row for row in rows if row.text("persona_key") and row.flag("is_active")), key=lambda row: row.id)
    held = frozenset(mentioned)
    views = tuple(_view(row, schemes, held) for row in named)
    if views and schemes is not None and not isinstance(schemes, Mapping):
        unusable = tr("The colour schemes of personas are no object, and are left out.")
        views = (replace(views[0], problems=(*views[0].problems, unusable)), *views[1:])
    return views or (spoken(VISITOR),)


def mentioned_permissions(tabs: Iterable[StoredRow], features: Iterable[StoredRow]) -> frozenset[str]:
    """Every permission that a tab or a feature asks for."""
    asked: list[Any] = [row.value("required_permissions") for row in tabs]
    for row in features:
        control = row.value("access_control")
        asked.append(control.get("permissions") if isinstance(control, Mapping) else None)
    return frozenset(entry for entries in asked if isinstance(entries, list) for entry in entries if _is_name(entry))


def _is_name(entry: object) -> bool:
    return isinstance(entry, str) and bool(entry.strip())


def _maturity(manifest: object) -> str:
    """The level in a manifest: "L3" or 3."""
    level = manifest.get("maturity_level") if isinstance(manifest, Mapping) else None
    if isinstance(level, int) and not isinstance(level, bool):
        return f"L{level}"
    return level.strip() if isinstance(level, str) else ""


def _view(row: StoredRow, schemes: object, mentioned: frozenset[str]) -> PersonaView:
    key = row.text("persona_key")
    level = row.text("access_level", "standard")
    own = row.value("dashboard_config")
    own = own if isinstance(own, Mapping) else {}
    words = words_of(own)
    name = in_words(row.text("display_name").strip(), words) or key
    scheme = schemes.get(key) if isinstance(schemes, Mapping) else None
    initials = own.get("initials")
    light, dark = _scheme_colours(scheme)
    picture, why_not = _picture(row.value(_PICTURE))
    return PersonaView(
        key=key,
        name=name,
        role=in_words(row.text("agent_role"), words),
        access_level=level,
        permissions=granted(row.value("capability_manifest"), level, mentioned),
        colour=colour(own.get("color")) or light,
        initials=initials[:3] if isinstance(initials, str) and initials else initials_of(name),
        colour_dark=colour(own.get("color_dark")) or ("" if colour(own.get("color")) else dark),
        picture=picture,
        problems=tuple(_problems(name, own, scheme, why_not)),
        maturity=_maturity(row.value("capability_manifest")),
    )


def _problems(name: str, own: Mapping[str, Any], scheme: object, why_no_picture: str) -> Iterator[str]:
    """What of a persona's look cannot be shown."""
    if scheme is not None and not any(_scheme_colours(scheme)):
        yield tr("The colour scheme of the persona “{name}” has no colour written as #2B5BCB.", name=name)
    for part in ("color", "color_dark"):
        if own.get(part) not in (None, "") and not colour(own[part]):
            yield tr("“{part}” of the persona “{name}” is no colour: write it as #2B5BCB.", part=part, name=name)
    if why_no_picture:
        yield tr("The picture of the persona “{name}” is left out. {reason}", name=name, reason=why_no_picture)


def _picture(value: object) -> tuple[bytes, str]:
    """A picture that is in the row itself, or why it is not shown; one at an address is never fetched."""
    if not isinstance(value, str) or not value.lstrip().lower().startswith("data:"):
        return b"", ""
    from jarvis_desktop.core.picture import read_picture  # personas seldom have one

    read = read_picture(value)
    return read.data, read.problem


def initials_of(name: str) -> str:
    """At most two capitals: of the first and the last word of a name, without what stands in brackets."""
    words = [word for word in re.sub(r"\(.*?\)", " ", name).split() if word[0].isalnum()] or name.split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def colour(value: object) -> str:
    """`#rrggbb` from `#rgb` or `#rrggbb`, "" from anything else."""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value.strip()):
        return ""
    digits = value.strip()[1:]
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits).upper()


def _scheme_colours(scheme: object) -> tuple[str, str]:
    """The colours for light and for dark grounds: of schemes with a part for each, or with one palette for both."""
    if not isinstance(scheme, Mapping):
        return colour(scheme), ""
    whole = _first_colour(scheme, _SCHEME_KEYS)
    light, dark = _first_colour(scheme.get("light"), _SCHEME_KEYS), _first_colour(scheme.get("dark"), _SCHEME_KEYS)
    return light or whole, dark or _first_colour(scheme, _DARK_KEYS)


def _first_colour(part: object, keys: Iterable[str]) -> str:
    if not isinstance(part, Mapping):
        return colour(part)
    return next((found for key in keys if (found := colour(part.get(key)))), "")
