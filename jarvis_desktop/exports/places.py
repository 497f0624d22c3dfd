"""Where a file is written: out of sight beside its target, and moved there when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.exports.types import ExportFailed, FileExists

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MOST_NAMES = 1000


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
    """A folder beside `target` for the time of the block, which takes everything in it away at its end.

    Raises ExportFailed, in words, for whatever keeps the files in it from being written.
    """
    folder: str | None = None
    try:
        if target.is_dir():
            raise ExportFailed(tr("“{target}” is a folder.", target=target), hint=tr("Choose a name for the file."))
        folder = tempfile.mkdtemp(prefix=".jarvis-", dir=target.parent)
        yield Path(folder)
    except OSError as error:
        raise _in_words(error, target) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def real(file: Path) -> Path:
    """The file itself where its name is a link to it; ExportFailed for a name that no file can have."""
    try:
        return file.resolve() if file.is_symlink() else file.absolute()
    except OSError as error:
        raise _in_words(error, file) from error


def refuse_existing(target: Path, *, replace: bool) -> None:
    """Raise FileExists when there is something that must not be replaced."""
    if not replace and target.exists():
        raise FileExists(
            tr("“{name}” is there already.", name=target.name), hint=tr("Replace it, or choose another name.")
        )


def put(written: Path, target: Path, *, replace: bool) -> Path:
    """Move a file that is whole to `target`; answers where it is.

    A target that cannot be replaced (a program holds it open, or it has become a folder) is left alone, and the file
    takes the next free name beside it: nothing of a long export is lost.
    """
    written.chmod(0o666 & ~_umask())
    if not replace and target.exists():
        target = _free_name(target)
    try:
        if target.exists():
            _settle_on_disk(written)
        return written.replace(target)
    except (PermissionError, IsADirectoryError):
        if not target.exists():
            raise
        return written.replace(_free_name(target))


def _settle_on_disk(written: Path) -> None:
    """Have the new file on the disk before the old one goes."""
    with written.open("rb+") as file:
        os.fsync(file.fileno())


def _free_name(target: Path) -> Path:
    for number in range(2, _MOST_NAMES):
        named = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not named.exists():
            return named
    raise FileExists(
        tr("“{name}” is there already, under many numbers.", name=target.name), hint=tr("Choose another name.")
    )


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _in_words(error: OSError, target: Path) -> ExportFailed:
    folder, code = target.parent, error.errno
    if code in _FULL:
        return ExportFailed(
            tr("There is no room left for the file in “{folder}”. Nothing of it was kept.", folder=folder),
            hint=tr("Free some space, or choose another folder."),
        )
    if code in _NO_RIGHT:
        return ExportFailed(
            tr("The folder “{folder}” does not let you write into it.", folder=folder),
            hint=tr("Choose another folder."),
        )
    if code in {errno.ENOENT, errno.ENOTDIR}:
        return ExportFailed(tr("There is no folder “{folder}”.", folder=folder), hint=tr("Choose another folder."))
    if code == errno.ENAMETOOLONG:
        return ExportFailed(tr("The name of the file is too long."), hint=tr("Choose a shorter one."))
    return ExportFailed(
        tr(
            "“{name}” could not be written: {value}. Nothing of it was kept.",
            name=target.name,
            value=error.strerror or error,
        ),
        hint=tr("Try again, or choose another folder."),
    )
