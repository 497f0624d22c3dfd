"""How the program starts: a frozen value read from a TOML file and the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.app.paths import Paths

ENVIRONMENT_PREFIX = "JARVIS_"


THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Unusable:
    """A value that cannot be followed: of which key, and in which file or variable it stands."""

    key: str
    value: str
    place: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Start settings.

    `database_url` empty means the embedded database. `persona` is the one to open with ("" asks the person's
    preference, then the first). `theme` is one of THEMES or "" for the person's own. `unusable` is what was given and
    is not followed; the person is told.
    """

    database_url: str = ""
    persona: str = ""
    theme: str = ""
    unusable: tuple[Unusable, ...] = ()


_KEYS = frozenset({"database_url", "persona", "theme"})


def load_settings(paths: Paths, **given: str | None) -> Settings:
    """Settings from the file, overruled by `JARVIS_...` variables, overruled by `given` (None: not given).

    A theme that there is not leaves the system's. Raises ConfigurationError for a file that cannot be read, an unknown
    key or another value that is not text.
    """
    values = _from_file(paths.settings_file)
    places = dict.fromkeys(values, str(paths.settings_file))
    for name in _KEYS:
        variable = ENVIRONMENT_PREFIX + name.upper()
        if os.environ.get(variable):
            values[name], places[name] = os.environ[variable], variable
    values |= {name: value for name, value in given.items() if value is not None}
    settings = Settings(values.get("database_url", ""), values.get("persona", ""), values.get("theme", ""))
    if settings.theme in {"", *THEMES}:
        return settings
    odd = Unusable("theme", settings.theme, places.get("theme", ""))
    return replace(settings, theme=THEMES[0], unusable=(odd,))


def _from_file(path: Path) -> dict[str, str]:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigurationError(
            tr("The settings file {path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    import tomllib  # most people have no settings file

    try:
        stored = tomllib.loads(text.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(
            tr("The settings file {path} cannot be read: {error}.", path=path, error=error),
            hint=tr("Correct it or remove it."),
        ) from error
    unknown = sorted(set(stored) - _KEYS)
    if unknown:
        raise ConfigurationError(
            tr("The settings file {path} has an unknown key “{unknown}”.", path=path, unknown=unknown[0]),
            hint=tr("Known keys: {known}.", known=", ".join(sorted(_KEYS))),
        )
    if "theme" in stored:
        stored["theme"] = str(stored["theme"])
    wrong = sorted(key for key, value in stored.items() if not isinstance(value, str))
    if wrong:
        raise ConfigurationError(
            tr("“{wrong}” in the settings file {path} must be text in quotes.", wrong=wrong[0], path=path)
        )
    return stored
