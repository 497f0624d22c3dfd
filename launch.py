#!/usr/bin/env python3
"""Prepare this machine and start JARVIS Desktop, its command line, its tests or its benchmarks.

Standard library only, and no syntax newer than Python 3.8: an older Python must come far enough to say what it lacks.
A prepared machine costs one stamp file read; what is slow to import is therefore imported where it is needed.
"""

from __future__ import annotations  # when this line is an error: JARVIS Desktop needs Python 3.11 or newer

import errno
import hashlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
LOCK = os.path.join(ROOT, "requirements.lock")
STAMP = os.path.join(VENV, "launch.stamp")
TURN = os.path.join(VENV, "launch.lock")
LOG = os.path.join(VENV, "launch.log")
TEST_PART = "# --- test ---\n"
DEVELOPMENT = {"test": "tests", "bench": "tests.benchmarks", "words": "tests.translation"}
SCHEMA = 1
OLDEST, NEWEST = (3, 11), (3, 14)
NEEDED_BYTES = 900_000_000

HELP = """\
python3 launch.py [options of the window]   prepare this machine and open the window
python3 launch.py jarvis [arguments]        the command line: jarvis db status, jarvis db import DIR ...
python3 launch.py test [--soak] [pytest arguments]
                                            lint, types, import contracts and all tests
python3 launch.py bench [--only ID] [--strict]
                                            the benchmarks, as a table of ratios
python3 launch.py words                     the translation files, brought up to date with the code
python3 launch.py --version                 only prepare, and print the version

Options of the window, among others:
  --offscreen                  draw without a display
  --screenshot OUT.png         write a picture of the window and end (with --offscreen: on any machine)
  --database-url URL           another server than the embedded PostgreSQL (or JARVIS_DATABASE_URL)
All of them: python3 launch.py --offscreen --help
"""

# The shared libraries that the Qt wheels leave to the system.
QT_LIBRARIES = (
    "libGL.so.1 libEGL.so.1 libX11.so.6 libxkbcommon.so.0 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6"
    " libglib-2.0.so.0 libgthread-2.0.so.0 libzstd.so.1"
)
DISPLAY_LIBRARIES = {
    "wayland": "libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1",
    "xcb": (
        "libX11-xcb.so.1 libxkbcommon-x11.so.0 libxcb.so.1 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0"
        " libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render.so.0 libxcb-render-util.so.0 libxcb-shape.so.0"
        " libxcb-shm.so.0 libxcb-sync.so.1 libxcb-util.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1"
    ),
}
WAITING = "Another launch is preparing this folder; waiting for it ..."
FONT_PACKAGE = "fonts-dejavu-core"

DISK_FULL = "The disk is full. Free about 1 GB and start again."

# What pip says when it fails, and what a person is told; the first that fits wins.
PIP_PROBLEMS = {
    "No space left on device": DISK_FULL,
    "DO NOT MATCH THE HASHES": "{name}: the downloaded package is not the one that requirements.lock names, and was not"
    " installed. Start again; if it happens again, look at the package index that pip is set up with.",
    "CERTIFICATE_VERIFY_FAILED": "The package index's certificate is not trusted here. Name yours in PIP_CERT and start"
    " again.",
    "connection broken by|Max retries exceeded|ConnectTimeout|NewConnectionError|timed out": "The packages could not be"
    " downloaded. Connect to the network (proxy: HTTPS_PROXY, mirror: PIP_INDEX_URL) and start again.",
    "Permission denied": "Some files of {venv} belong to somebody else. Remove that folder and start again.",
    "No matching distribution|not a supported wheel": "{name}: there is no package for this machine ({machine}). Use a"
    " 64-bit Python 3.11 to 3.14 on Linux, macOS or Windows.",
}


class Problem(Exception):
    """Why it goes no further: one sentence, and the next step."""


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code."""
    try:
        return run(arguments)
    except Problem as problem:
        say(f"launch.py: {problem}")
    except OSError as error:
        say(f"launch.py: {sentence(error)}")
    except KeyboardInterrupt:
        say("launch.py: Stopped. The next start goes on from here.")
        return 130
    return 1


def sentence(error: OSError) -> str:
    """What a person can do about a fault of the file system."""
    if error.errno == errno.ENOSPC:
        return DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"No right to write {error.filename}. Copy the project to a folder of your own and start it there."
    return f"{error.strerror} ({error.filename}). Put that right and start again."


def run(arguments: list[str]) -> int:
    """Choose among the window, the command line, the tests and the benchmarks."""
    mode = arguments[0] if arguments else ""
    if mode in ("--help", "-h", "help"):
        sys.stdout.write(HELP)
        return 0
    check_python()
    if mode in DEVELOPMENT:
        prepare(extras=True)
        check_libraries("xcb" if has_virtual_display() else "offscreen")
        return call(DEVELOPMENT[mode], arguments[1:])
    if mode == "jarvis":
        prepare()
        return become("jarvis_desktop", arguments[1:])
    display = display_for(arguments)
    prepare()
    check_libraries(display)
    return become("ui", arguments)


def check_python() -> None:
    """Refuse a Python for which there are no packages."""
    here = sys.version_info[:2]
    span = "{}.{} to {}.{}".format(*OLDEST, *NEWEST)
    version = f"{here[0]}.{here[1]}"
    if sys.implementation.name != "cpython" or sys.maxsize < 2**32:
        raise Problem(f"JARVIS Desktop needs a 64-bit CPython {span}, and {sys.executable} is another. Start with one.")
    if not OLDEST <= here <= NEWEST:
        import shutil

        names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
        found = [name for name in names if shutil.which(name)] or [f"{names[-1]} (after installing it)"]
        step = f"Start with: {found[0]} launch.py"
        raise Problem(f"JARVIS Desktop runs on Python {span}, and {sys.executable} is {version}. {step}")


def prepare(*, extras: bool = False) -> None:
    """Make `.venv` hold the locked packages, for the program or (`extras`) for its tests too."""
    if is_prepared(extras=extras):
        return
    check_machine()
    ours = not os.path.isdir(VENV) or not os.listdir(VENV) or os.path.exists(TURN)
    if not ours and not os.path.exists(PYTHON):
        raise Problem(f"{VENV} was not made by launch.py and does not work. Remove it and start again.")
    os.makedirs(VENV, exist_ok=True)
    with open(TURN, "a", encoding="utf-8") as turn:
        take_turn(turn)
        if not is_prepared(extras=extras):
            install(turn, adopt=not ours, extras=extras)


def is_prepared(*, extras: bool) -> bool:
    """Whether an earlier launch installed what the lock file, this Python and this place ask for."""
    stamp = read(STAMP)
    wanted = {expected_stamp(extras=True), expected_stamp(extras=extras)}
    return stamp in wanted and os.path.exists(PYTHON)


def expected_stamp(*, extras: bool) -> str:
    """What the stamp file says after a complete installation."""
    project = read(os.path.join(ROOT, "pyproject.toml")).split("\n[tool.")[0]
    wanted = hashlib.sha256((read(LOCK) + project).encode()).hexdigest()
    return f"{place()}\n{wanted} {'test' if extras else 'program'}\n"


def place() -> str:
    """What an environment cannot change in its life: scheme, Python, platform, folder."""
    machine = os.uname().machine if os.name == "posix" else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    return f"{SCHEMA} {sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {machine} {ROOT}"


def check_machine() -> None:
    """Refuse a machine for which there are no packages, before anything is downloaded."""
    if not sys.platform.startswith("linux"):
        return
    try:
        _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()
    except (ValueError, OSError):
        raise Problem("JARVIS Desktop needs a Linux with glibc; start it on Debian, Ubuntu or Fedora.") from None
    needed = (2, 39) if os.uname().machine == "aarch64" else (2, 34)
    if tuple(int(part) for part in version.split(".")[:2]) < needed:
        raise Problem(f"JARVIS Desktop needs glibc {needed[0]}.{needed[1]}, and here is {version}. Use a newer Linux.")


def take_turn(turn: TextIO) -> None:
    """Wait until no other launch installs. The installer inherits the lock, so that an orphaned one keeps it too."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                msvcrt.locking(turn.fileno(), msvcrt.LK_LOCK, 1)  # tries for ten seconds
            except OSError:
                say(WAITING)
            else:
                return
    import fcntl

    try:
        fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(WAITING)
        fcntl.flock(turn, fcntl.LOCK_EX)


def install(turn: TextIO, *, adopt: bool, extras: bool) -> None:
    """Install into what is there when that is whole, else into a new environment."""
    import shutil

    stamp = read(STAMP)
    extras = extras or stamp.endswith(" test\n")
    whole = adopt or (stamp.startswith(place() + "\n") and os.path.exists(PYTHON))
    write(STAMP, "unfinished\n")
    write(LOG, "")
    if not whole:
        clear()
        if shutil.disk_usage(VENV).free < NEEDED_BYTES:
            raise Problem(f"{ROOT} needs {NEEDED_BYTES // 10**6} MB for the packages. Free some space and start again.")
        say("Preparing the Python environment (once; the next start is immediate) ...")
        make_environment(turn)
    wanted = read(LOCK)
    part = os.path.join(VENV, "launch.requirements")
    write(part, wanted if extras else wanted.split(TEST_PART)[0])
    total = sum("==" in line for line in read(part).splitlines())
    pip(turn, ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", part], total)
    pip(turn, ["--no-build-isolation", "--no-deps", "--quiet", "-e", ROOT], 0)
    write(STAMP, expected_stamp(extras=extras))


def clear() -> None:
    """Remove whatever an earlier installation left."""
    import shutil

    for name in os.listdir(VENV):
        path = os.path.join(VENV, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif path not in (STAMP, TURN, LOG):
            os.remove(path)


def make_environment(turn: TextIO) -> None:
    """An empty environment with pip, on the Python that runs this (not on one that lies in an environment itself)."""
    import importlib.util

    if importlib.util.find_spec("ensurepip") is None:
        package = f"python3.{sys.version_info[1]}-venv"
        system_packages([package], "Python's venv module is missing")
    python = getattr(sys, "_base_executable", "") or sys.executable
    code, output = follow(turn, [python, "-m", "venv", VENV], None)
    if code:
        raise Problem(f"Python could not make {VENV}: {last_line(output)} The full output is in {LOG}.")


def pip(turn: TextIO, arguments: list[str], total: int) -> None:
    """Install, showing which package of how many; a failure becomes one sentence."""
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--retries", "2"]
    progress = Progress(total)
    code, output = follow(turn, [PYTHON, "-m", "pip", "install", *options, *arguments], progress)
    progress.end()
    if code:
        raise pip_problem(output)


def pip_problem(output: str) -> Problem:
    """The sentence for what pip said."""
    import platform
    import re

    names = re.findall(r"^\s+([A-Za-z0-9_.\-]+)==\S+ from|No matching distribution found for ([\w.\-]+)", output, re.M)
    name = next((first or second for first, second in names), "a package")
    for pattern, text in PIP_PROBLEMS.items():
        if re.search(pattern, output):
            return Problem(text.format(name=name, venv=VENV, machine=platform.platform()))
    return Problem(f"pip could not install the packages: {last_line(output)} The full output is in {LOG}; start again.")


class Progress:
    """Counts the packages that pip names: one line that changes on a terminal, every tenth package elsewhere."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._count = 0
        self._changing = sys.stderr.isatty()

    def see(self, line: str) -> None:
        """Show what a line of pip's output tells."""
        words = line.split()
        if words[:1] in (["Collecting"], ["Processing"], ["Ignoring"]) or line.startswith("Requirement already"):
            self._count += 1
            name = words[3 if words[0] == "Requirement" else 1].split("/")[-1].split("==")[0].rstrip(":")
            if self._changing or self._count % 10 == 0 or self._count == self._total:
                self._show(f"  package {self._count} of {self._total}: {name}")
        elif line.startswith("Installing collected packages"):
            self._show(f"  installing {line.count(',') + 1} packages ...")

    def end(self) -> None:
        """Leave the terminal's line."""
        if self._changing and self._total:
            sys.stderr.write("\r\033[K")

    def _show(self, text: str) -> None:
        sys.stderr.write(f"\r\033[K{text}" if self._changing else f"{text}\n")
        sys.stderr.flush()


def follow(turn: TextIO, command: list[str], progress: Progress | None) -> tuple[int, str]:
    """Run an installer in step with the lock; its output goes to the log. The exit code and the output."""
    import subprocess

    handed_on = (turn.fileno(),) if os.name == "posix" else ()
    lines = []
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=handed_on,
    )
    with open(LOG, "a", encoding="utf-8") as log, process:
        for line in process.stdout or ():
            lines.append(line)
            log.write(line)
            if progress:
                progress.see(line)
    return process.returncode, "".join(lines)


def display_for(arguments: list[str]) -> str:
    """What Qt will draw on; no display and none asked for is a problem."""
    if not sys.platform.startswith("linux"):
        return "native"
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if not {"--offscreen", "--help", "--version"}.isdisjoint(arguments):
        return "offscreen"
    if platform:
        return platform if platform in DISPLAY_LIBRARIES else "offscreen"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    if os.environ.get("DISPLAY"):
        return "xcb"
    raise Problem(
        "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it in a desktop session, or draw"
        " into a picture with: python3 launch.py --offscreen --screenshot window.png"
    )


def has_virtual_display() -> bool:
    """Whether tests can drive real windows here: they do so where these programs are."""
    import shutil

    return all(map(shutil.which, ("Xvfb", "xdotool")))


def check_libraries(display: str) -> None:
    """See to the shared libraries and fonts that Qt needs for this display."""
    if not sys.platform.startswith("linux"):
        return
    wanted = f"{QT_LIBRARIES} {DISPLAY_LIBRARIES.get(display, '')}".split()
    missing = [name for name in wanted if not has_library(name)]
    packages = {debian_package(name) for name in missing}
    if not has_fonts():
        missing.append("any font")
        packages.add(FONT_PACKAGE)
    if missing:
        system_packages(sorted(packages), f"Qt needs what this system lacks ({', '.join(missing)})", missing)


def debian_package(library: str) -> str:
    """The package of a library by Debian's rule: name and version, with a dash between digits."""
    name, version = library.lower().split(".so.")
    if name in ("libglib-2.0", "libgthread-2.0"):
        return "libglib2.0-0"
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def has_library(name: str) -> bool:
    """Whether the loader finds a shared library; the usual folders are looked at first, which costs nothing."""
    multiarch = getattr(sys.implementation, "_multiarch", "")
    for folder in (f"/usr/lib/{multiarch}", f"/lib/{multiarch}", "/usr/lib64", "/usr/lib", "/lib64", "/lib"):
        if os.path.exists(os.path.join(folder, name)):
            return True
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_fonts() -> bool:
    """Whether there is a font file where fontconfig looks; without one every text is invisible."""
    home = os.path.expanduser("~")
    for folder in ("/usr/share/fonts", "/usr/local/share/fonts", f"{home}/.fonts", f"{home}/.local/share/fonts"):
        for _, _, names in os.walk(folder, followlinks=True):
            if any(name.lower().endswith((".ttf", ".otf", ".ttc", ".pfb", ".t1")) for name in names):
                return True
    return False


def system_packages(packages: list[str], reason: str, libraries: Iterable[str] = ()) -> None:
    """Install packages of Debian or Ubuntu when root; otherwise say the one command that does."""
    import shutil

    if not shutil.which("apt-get"):
        tool = next((name for name in ("dnf", "zypper") if shutil.which(name)), "")
        names = " ".join(f"'{name}()(64bit)'" for name in libraries if name.startswith("lib"))
        step = f"Run: sudo {tool} install {names}" if tool and names else "Install what holds it"
        raise Problem(f"{reason}. {step}; then start again.")
    command = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        raise Problem(f"{reason}. Run: sudo {command}; then start again.")
    say(f"{reason}: installing {' '.join(packages)} ...")
    if not apt(command) and not (apt("apt-get update") and apt(command)):
        raise Problem(f"{reason}; apt-get could not install it. Run: apt-get update && {command}; then start again.")


def apt(command: str) -> bool:
    """Run apt-get without questions and without its talk; whether it succeeded."""
    import subprocess

    path = os.environ.get("PATH", os.defpath) + ":/usr/sbin:/sbin"  # where dpkg's scripts find ldconfig
    asked = dict(environment(), DEBIAN_FRONTEND="noninteractive", PATH=path)
    done = subprocess.run(command.split(), env=asked, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def call(module: str, arguments: list[str]) -> int:
    """Run the tests, the benchmarks or such in the project's folder: on no display and no database of the person's."""
    import subprocess

    settings = dict(environment(), QT_QPA_PLATFORM="offscreen")
    settings.pop("JARVIS_DATABASE_URL", None)
    return subprocess.call([PYTHON, "-m", module, *arguments], cwd=ROOT, env=settings)


def become(module: str, arguments: list[str]) -> int:
    """Turn this process into the program; the folder it is started from is not searched for modules."""
    command = [PYTHON, "-P", "-m", module, *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(PYTHON, command, environment())
    import subprocess

    return subprocess.call(command, env=environment())


def environment() -> dict[str, str]:
    """The variables for what is started, less those that would lead Python or pip out of `.venv`."""
    astray = {"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name not in astray}
    return dict(kept, PYTHONUTF8="1")  # Python 3.11 reads the path of the project in the locale's encoding otherwise


def read(path: str) -> str:
    """The text of a file, empty when there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def write(path: str, text: str) -> None:
    """Replace a file at once, so that a reader sees the old text or the new."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def last_line(output: str) -> str:
    """The line that says most: the last error, else the last line, closed with a full stop."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    errors = [line.split("ERROR:")[-1].strip() for line in lines if "ERROR:" in line]
    return (errors or lines)[-1].rstrip(".") + "."


def say(text: str) -> None:
    """A line for the person; standard output belongs to what is started."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
