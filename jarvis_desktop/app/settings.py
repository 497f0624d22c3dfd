"""How the program starts: a frozen value read from a TOML file and the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.app.paths import Paths

ENVIRONMENT_PREFIX = "JARVIS_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Start settings.

    `database_url` empty means the embedded database. `persona` is the one to open with ("" asks the person's
    preference, then the first). `theme` is light, dark or "" for the system's.
    """

    database_url: str = ""
    persona: str = ""
    theme: str = ""


def load_settings(paths: Paths, **given: str | None) -> Settings:
    """Settings from the file, overruled by `JARVIS_...` variables, overruled by `given` (None: not given).

    Raises ConfigurationError for a file that cannot be read, an unknown key or a value that is not text.
    """
    known = {f.name for f in fields(Settings)}
    values = _from_file(paths.settings_file, known)
    values |= {
        name: os.environ[ENVIRONMENT_PREFIX + name.upper()]
        for name in known
        if os.environ.get(ENVIRONMENT_PREFIX + name.upper())
    }
    values |= {name: value for name, value in given.items() if value is not None}
    return replace(Settings(), **values)


def _from_file(path: Path, known: set[str]) -> dict[str, str]:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigurationError(f"The settings file {path} cannot be read: {error.strerror}.") from error
    import tomllib  # most people have no settings file

    try:
        stored = tomllib.loads(text.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigurationError(
            f"The settings file {path} cannot be read: {error}.", hint="Correct it or remove it."
        ) from error
    unknown = sorted(set(stored) - known)
    if unknown:
        raise ConfigurationError(
            f"The settings file {path} has an unknown key “{unknown[0]}”.",
            hint=f"Known keys: {', '.join(sorted(known))}.",
        )
    wrong = sorted(key for key, value in stored.items() if not isinstance(value, str))
    if wrong:
        raise ConfigurationError(f"“{wrong[0]}” in the settings file {path} must be text in quotes.")
    return stored
