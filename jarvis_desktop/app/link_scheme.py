"""Links from other programs: `jarvis://` is known to the system for this person, when they ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

SCHEME = "jarvis"
FILE = "jarvis-desktop-links.desktop"
_TYPE = f"x-scheme-handler/{SCHEME}"
_OURS = "X-JARVIS-Links=true"
_KEY = rf"Software\Classes\{SCHEME}"
_SECONDS = 10


def command() -> list[str]:
    """What starts the window of this installation."""
    beside = Path(sys.executable).with_name("jarvis-desktop.exe" if sys.platform == "win32" else "jarvis-desktop")
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "ui"]


def register() -> str:
    """Have links open this program; answers what was done. ConfigurationError where it cannot be done from here."""
    if sys.platform == "win32":
        return _register_windows()
    if sys.platform == "darwin":
        raise ConfigurationError(
            tr("On macOS links belong to an application bundle; this installation is none."),
            hint=tr("Links work from the command line: jarvis-desktop jarvis://incident/INC-1"),
        )
    return _register_linux()


def unregister() -> str:
    """Take it back; answers what was done."""
    if sys.platform == "win32":
        return _unregister_windows()
    if sys.platform == "darwin":
        return tr("Nothing was registered.")
    path = desktop_file()
    if not _is_ours(path):
        return tr("Nothing was registered.")
    path.unlink()
    _run("update-desktop-database", str(path.parent))
    return tr("Links do not open this program any more. {path} was removed.", path=path)


def registered() -> str:
    """What opens links now, "" for nothing of ours."""
    if sys.platform == "win32":
        return _registered_windows()
    path = desktop_file()
    return str(path) if sys.platform != "darwin" and _is_ours(path) else ""


def desktop_file() -> Path:
    """The person's own entry for links."""
    data = os.environ.get("XDG_DATA_HOME", "")
    root = Path(data) if data.startswith("/") else Path.home() / ".local" / "share"
    return root / "applications" / FILE


def desktop_entry(words: list[str]) -> str:
    """The entry; the link is one argument behind `--`, so that no text of it is taken for an option."""
    line = " ".join(_quoted(word) for word in words)
    return (
        "[Desktop Entry]\nType=Application\nName=JARVIS Desktop\nComment=Opens jarvis:// links\n"
        f"Exec={line} -- %u\nTerminal=false\nNoDisplay=true\nStartupNotify=true\nMimeType={_TYPE};\n{_OURS}\n"
    )


def _register_linux() -> str:
    path = desktop_file()
    if path.exists() and not _is_ours(path):
        raise ConfigurationError(tr("{path} is not of this program and stays as it is.", path=path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(desktop_entry(command()), encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(
            tr("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error
    _run("update-desktop-database", str(path.parent))
    if _run("xdg-mime", "default", FILE, _TYPE):
        return tr("Links of jarvis:// open this program. {path} was written.", path=path)
    return tr("{path} was written. xdg-mime is missing: choose the program in your desktop's settings.", path=path)


def _is_ours(path: Path) -> bool:
    try:
        return _OURS in path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False


def _run(name: str, *arguments: str) -> bool:
    program = shutil.which(name)
    if program is None:
        return False
    try:
        done = subprocess.run([program, *arguments], capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _quoted(word: str) -> str:
    """A word of an Exec line, quoted as the desktop entry specification wants it."""
    inner = word.replace("\\", "\\\\\\\\").replace('"', '\\\\"').replace("`", "\\\\`").replace("$", "\\\\$")
    return '"' + inner.replace("%", "%%") + '"'


if sys.platform == "win32":
    import winreg

    def _register_windows() -> str:
        line = " ".join(f'"{word}"' for word in command()) + ' -- "%1"'
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            winreg.SetValueEx(key, "", 0, winreg.REG_SZ, "URL:JARVIS Desktop")
            winreg.SetValueEx(key, "URL Protocol", 0, winreg.REG_SZ, "")
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{_KEY}\shell\open\command") as key:
            winreg.SetValueEx(key, "", 0, winreg.REG_SZ, line)
        return tr("Links of jarvis:// open this program.")

    def _unregister_windows() -> str:
        found = False
        for name in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, _KEY + name)
                found = True
            except FileNotFoundError:
                continue
        return tr("Links do not open this program any more.") if found else tr("Nothing was registered.")

    def _registered_windows() -> str:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{_KEY}\shell\open\command") as key:
                return str(winreg.QueryValueEx(key, "")[0])
        except FileNotFoundError:
            return ""
