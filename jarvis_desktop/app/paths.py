"""Where one person's data, logs and settings are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one person on one machine; made when first written to."""

    data_dir: Path
    config_dir: Path
    log_dir: Path

    @classmethod
    def for_this_person(cls) -> Paths:
        """The platform's folders, or all below `JARVIS_HOME` when that is set."""
        home = os.environ.get("JARVIS_HOME")
        if home:
            root = Path(home).expanduser().resolve()
            return cls(root / "data", root / "config", root / "logs")
        dirs = PlatformDirs("jarvis-desktop", appauthor=False)
        return cls(Path(dirs.user_data_path), Path(dirs.user_config_path), Path(dirs.user_log_path))

    @property
    def cluster(self) -> Path:
        """The embedded server's data directory."""
        return self.data_dir / "postgres"

    @property
    def settings_file(self) -> Path:
        """The start settings (TOML)."""
        return self.config_dir / "settings.toml"
