"""Settings from stored rows, and back; pure. What cannot be read counts as not set."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.errors import InvalidInput, Problem
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.people.types import EVERY_DAY, Motion, Preferences, Profile, QuietHours, Settings, Theme

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ZOOMS = (50, 300)
"""The smallest and the largest zoom in percent."""

SETTING_NAMES = {
    "language": mark("your language"),
    "time_zone": mark("your time zone"),
    "theme": mark("your theme"),
    "default_persona": mark("your default persona"),
    "zoom": mark("your zoom"),
    "motion": mark("your motion setting"),
    "quiet_hours": mark("your quiet hours"),
    "notifications": mark("your notification setting"),
    "density": mark("your row height"),
    "start_tab": mark("your first tab"),
    "set_up": mark("your set-up"),
}
"""What each setting is called after “Undo: ”."""

PROFILE_COLUMNS: Mapping[str, str] = {"language": "language", "time_zone": "timezone"}
PREFERENCE_COLUMNS: Mapping[str, str] = {
    "theme": "theme",
    "default_persona": "default_persona",
    "notifications": "notifications_enabled",
}
"""Settings that have a column; the others are members of `user_preferences.preferences`."""


def settings_of(profile: Profile, preferences: Preferences) -> Settings:
    """The settings that the rows make."""
    extra = preferences.extra
    return Settings(
        language=_code(profile.language),
        time_zone=profile.time_zone if known_zone(profile.time_zone) else "",
        theme=_theme(preferences.theme),
        default_persona=preferences.default_persona,
        zoom=_zoom(extra.get("zoom")),
        motion=_motion(extra.get("motion")),
        quiet_hours=_quiet(extra),
        notifications=preferences.notifications,
        density=_text(extra.get("density")),
        start_tab=_text(extra.get("start_tab")),
        set_up=extra.get("set_up") is True,
    )


def as_state(settings: Settings) -> dict[str, Any]:
    """The settings as JSON, for a file that holds until the database answers."""
    quiet = settings.quiet_hours
    return {
        **{field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)},
        "theme": settings.theme.value,
        "motion": settings.motion.value,
        "quiet_hours": None if quiet is None else [_clock(quiet.begin), _clock(quiet.end), _named_days(quiet)],
    }


def from_state(state: Mapping[str, Any]) -> Settings:
    """The settings from such JSON, whatever became of it."""
    quiet = state.get("quiet_hours")
    begin, end, days = quiet if isinstance(quiet, list) and len(quiet) == 3 else (None, None, None)
    extra = {**{key: state.get(key) for key in ("zoom", "motion", "density", "start_tab", "set_up")}}
    extra |= {"quiet_from": begin, "quiet_to": end, "quiet_days": days}
    preferences = Preferences(
        "",
        _text(state.get("theme")),
        _text(state.get("default_persona")),
        state.get("notifications") is not False,
        extra,
    )
    return settings_of(Profile("", _text(state.get("language")), _text(state.get("time_zone"))), preferences)


def split(changes: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Columns of the profile, columns of the preferences and members of their JSON (None: removed) for `changes`.

    `changes` are by names of Settings. Raises InvalidInput for a name or a value that is none.
    """
    problems = [problem for name, value in changes.items() if (problem := _problem(name, value))]
    if problems:
        raise InvalidInput(problems)
    profile = {PROFILE_COLUMNS[name]: value or None for name, value in changes.items() if name in PROFILE_COLUMNS}
    columns = {column: _stored(changes[name]) for name, column in PREFERENCE_COLUMNS.items() if name in changes}
    members: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "quiet_hours":
            members["quiet_from"] = None if value is None else _clock(value.begin)
            members["quiet_to"] = None if value is None else _clock(value.end)
            members["quiet_days"] = None if value is None or value.days == EVERY_DAY else _named_days(value)
        elif name not in PROFILE_COLUMNS and name not in PREFERENCE_COLUMNS:
            members[name] = _stored(value)
    return profile, columns, members


def edit_name(changes: Mapping[str, Any]) -> str:
    """What was changed, after “Undo: ”."""
    if len(changes) == 1:
        return shown(SETTING_NAMES[next(iter(changes))])
    return tr("your settings")


def known_zone(name: str) -> bool:
    """Whether there is such a time zone."""
    from zoneinfo import ZoneInfo

    if not name or len(name) > 100:
        return False
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _problem(name: str, value: Any) -> Problem | None:
    """Why the value is none of this setting, as a problem."""
    text = isinstance(value, str)
    fits = {
        "language": text and (not value or _code(value) != ""),
        "time_zone": text and (not value or known_zone(value)),
        "theme": text and value in {mode.value for mode in Theme},
        "motion": text and value in {motion.value for motion in Motion},
        "default_persona": text and len(value) <= 255 and "\0" not in value,
        "zoom": isinstance(value, int) and not isinstance(value, bool) and ZOOMS[0] <= value <= ZOOMS[1],
        "quiet_hours": value is None or isinstance(value, QuietHours),
        "notifications": isinstance(value, bool),
        "density": value in ("", "compact", "normal"),
        "start_tab": text and len(value) <= 255 and "\0" not in value,
        "set_up": isinstance(value, bool),
    }
    if name not in fits:
        return Problem(name, tr("There is no setting “{name}”", name=name))
    if fits[name]:
        return None
    return Problem(name, tr("“{value}” is not possible here", value=str(value)[:60]))


def _stored(value: Any) -> Any:
    if isinstance(value, (Theme, Motion)):
        return value.value
    return None if value == "" else value


def _theme(stored: str) -> Theme:
    name = stored.strip().lower().replace("_", "-")
    names = {"auto": "system", "high-contrast": "contrast", "highcontrast": "contrast"}
    name = names.get(name, name)
    return Theme(name) if name in {mode.value for mode in Theme} else Theme.SYSTEM


def _motion(stored: Any) -> Motion:
    if isinstance(stored, bool):
        return Motion.ON if stored else Motion.OFF
    known = isinstance(stored, str) and stored in {motion.value for motion in Motion}
    return Motion(stored) if known else Motion.SYSTEM


def _zoom(stored: Any) -> int:
    if isinstance(stored, str) and stored.strip().isdecimal() and len(stored) < 8:
        stored = int(stored)
    if isinstance(stored, bool) or not isinstance(stored, (int, float, Decimal)) or stored != stored:
        return 100
    return int(min(max(stored, ZOOMS[0]), ZOOMS[1]))


def _code(stored: str) -> str:
    """A language as `de` or `pt_BR`, "" where it is none."""
    code = stored.strip().replace("-", "_")
    parts = code.split("_")
    fits = len(code) <= 20 and parts[0].isascii() and parts[0].isalpha() and 2 <= len(parts[0]) <= 3
    return code if fits and all(part.isascii() and part.isalnum() for part in parts) else ""


def _quiet(extra: Mapping[str, Any]) -> QuietHours | None:
    begin, end = _time(extra.get("quiet_from")), _time(extra.get("quiet_to"))
    return QuietHours(begin, end, _days(extra.get("quiet_days"))) if begin is not None and end is not None else None


def _days(stored: Any) -> frozenset[int]:
    """Days from their names; every day where none is named, or what is named is no list of days."""
    listed = [name.strip().lower() for name in stored if isinstance(name, str)] if isinstance(stored, list) else []
    return frozenset(DAYS.index(name) for name in listed if name in DAYS) or EVERY_DAY


def _named_days(quiet: QuietHours) -> list[str]:
    return [name for number, name in enumerate(DAYS) if number in quiet.days]


def _time(stored: Any) -> time | None:
    if not isinstance(stored, str):
        return None
    try:
        read = time.fromisoformat(stored.strip())
    except ValueError:
        return None
    return read.replace(tzinfo=None)


def _clock(moment: time) -> str:
    return moment.strftime("%H:%M")


def _text(stored: Any) -> str:
    return stored.strip() if isinstance(stored, str) else ""
