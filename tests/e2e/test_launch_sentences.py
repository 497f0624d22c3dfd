"""What `launch.py` tells a person whose machine lacks something: one sentence with the next step."""

from __future__ import annotations

import ast
import errno
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

import launch
from tests.architecture.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OFFLINE = """\
WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError(...)': /simple/alembic/
ERROR: Could not find a version that satisfies the requirement alembic==1.20.1 (from versions: none)
ERROR: No matching distribution found for alembic==1.20.1
"""
OTHER_MACHINE = """\
ERROR: Could not find a version that satisfies the requirement pyside6-essentials==6.11.3 (from versions: none)
ERROR: No matching distribution found for pyside6-essentials==6.11.3
"""
OTHER_PACKAGE = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions ...
    greeting==1.0 from file:///index/greeting-1.0-py3-none-any.whl (from -r launch.requirements (line 1)):
        Expected sha256 1f
"""


@pytest.fixture(autouse=True)
def linux_without_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def problem(call: object, *arguments: object) -> str:
    assert callable(call)
    with pytest.raises(launch.Problem) as caught:
        call(*arguments)
    return str(caught.value)


def test_an_old_python_reads_the_file_far_enough_to_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "launch.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/python3.12" if name == "python3.12" else None)
    sentence = problem(launch.check_python)
    assert "Python 3.11 to 3.14" in sentence
    assert sentence.endswith("is 3.9. Start with: python3.12 launch.py")


def test_a_32_bit_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "maxsize", 2**31 - 1)
    assert "64-bit" in problem(launch.check_python)


@pytest.mark.parametrize(("libc", "said"), [(None, "with glibc"), ("glibc 2.31", "here is 2.31")])
def test_a_system_without_packages_for_it_is_refused(
    monkeypatch: pytest.MonkeyPatch, libc: str | None, said: str
) -> None:
    monkeypatch.setattr("os.confstr", lambda name: libc)
    assert said in problem(launch.check_machine)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (OFFLINE, "Connect to the network"),
        (OTHER_MACHINE, "pyside6-essentials: there is no package for this machine"),
        (OTHER_PACKAGE, "greeting: the downloaded package is not the one"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: [Errno 13] Permission denied: '/x'", "belong to somebody else"),
        ("SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]') connection broken by", "PIP_CERT"),
        ("line one\nERROR: something new.\n", "pip could not install the packages: something new. The full output"),
        ("", "it said nothing"),
    ],
)
def test_what_pip_says_becomes_a_sentence(output: str, said: str) -> None:
    assert said in str(launch.pip_problem(output))


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "No right to write"), (errno.EEXIST, "Put that right")],
)
def test_a_fault_of_the_file_system_becomes_a_sentence(number: int, said: str) -> None:
    assert said in launch.sentence(OSError(number, "text", "/somewhere"))


@pytest.mark.parametrize(
    ("arguments", "variables", "display"),
    [
        (["--offscreen"], {}, "offscreen"),
        (["--screenshot=x.png"], {"DISPLAY": ":0"}, "xcb"),
        (["--version"], {}, "offscreen"),
        ([], {"DISPLAY": ":0"}, "xcb"),
        ([], {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ([], {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ([], {"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
        ([], {"QT_QPA_PLATFORM": "vnc:port=5901"}, "offscreen"),
    ],
)
def test_the_display_is_found(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str], display: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert launch.display_for(arguments) == display


def test_without_a_display_the_way_out_is_named() -> None:
    sentence = problem(launch.display_for, [])
    assert "--offscreen" in sentence
    assert "--screenshot" in sentence


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ],
)
def test_a_library_is_found_in_its_debian_package(library: str, package: str) -> None:
    assert launch.debian_package(library) == package


def test_only_a_display_asks_for_its_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def has_library(name: str) -> bool:
        asked.append(name)
        return True

    monkeypatch.setattr(launch, "has_library", has_library)
    monkeypatch.setattr(launch, "has_fonts", lambda: True)
    launch.check_libraries("offscreen")
    assert "libEGL.so.1" in asked
    assert not [name for name in asked if "xcb" in name or "wayland" in name]
    launch.check_libraries("xcb")
    assert "libxcb-cursor.so.0" in asked


@pytest.mark.parametrize(
    ("tool", "step"),
    [
        (
            "apt-get",
            "Run: sudo apt-get install -y --no-install-recommends fonts-dejavu-core libegl1; then start again.",
        ),
        ("dnf", "Run: sudo dnf install 'libEGL.so.1()(64bit)'; then start again."),
        ("pacman", "Install what holds it; then start again."),
    ],
)
def test_a_person_without_root_is_told_one_command(monkeypatch: pytest.MonkeyPatch, tool: str, step: str) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == tool else None)
    monkeypatch.setattr(launch, "has_library", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(launch, "has_fonts", lambda: False)
    sentence = problem(launch.check_libraries, "offscreen")
    assert sentence.startswith("Qt needs what this system lacks (libEGL.so.1, any font)")
    assert sentence.endswith(step)


def test_root_gets_the_packages_also_where_the_lists_were_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[str] = []

    def apt(command: str) -> bool:
        commands.append(command)
        return "apt-get update" in commands

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(launch, "apt", apt)
    launch.system_packages(["libegl1"], "Qt needs libEGL.so.1")
    install = "apt-get install -y --no-install-recommends libegl1"
    assert commands == [install, "apt-get update", install]


def test_a_font_is_looked_for_in_the_home_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("os.walk", lambda folder, **_: [("", [], ["a.ttf"])] if str(tmp_path) in folder else [])
    assert launch.has_fonts()
    monkeypatch.setattr("os.walk", lambda folder, **_: [("", [], ["readme.txt"])])
    assert not launch.has_fonts()


def test_the_programs_variables_do_not_lead_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_INDEX_URL"):
        monkeypatch.setenv(name, "x")
    variables = launch.environment()
    assert "PIP_INDEX_URL" in variables
    assert not {"PYTHONPATH", "PYTHONHOME", "PIP_USER"} & variables.keys()


def test_help_explains_without_preparing_anything(capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main(["--help"]) == 0
    shown = capsys.readouterr().out
    for word in ("jarvis", "test", "bench", "--version", "--offscreen", "--screenshot"):
        assert word in shown


def test_a_problem_is_one_line_on_the_error_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert launch.main([]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("launch.py: There is no display here")
    assert shown.err.count("\n") == 1
