"""One window for each person and database: real locks, real sockets."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from jarvis_desktop.app.instance import Instance
from jarvis_desktop.app.paths import Paths
from ui.app.reception import Reception, hand_over
from ui.app.request import MOST_BYTES, Request, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.app.request import Request as Asked

HOLD = """
import sys
from pathlib import Path
from jarvis_desktop.app.instance import Instance
from jarvis_desktop.app.paths import Paths
home = Path(sys.argv[1])
instance = Instance(Paths(home, home, home), "")
assert instance.begin()
print("held", flush=True)
sys.stdin.read()
"""

LATER = """
import sys
from pathlib import Path
from jarvis_desktop.app.instance import Instance
from jarvis_desktop.app.paths import Paths
from ui.app.reception import hand_over
from ui.app.request import Request
home = Path(sys.argv[1])
instance = Instance(Paths(home, home, home), "")
assert not instance.begin()
sys.exit(0 if hand_over(instance, Request(link=sys.argv[2], tab=sys.argv[3])) else 1)
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path, tmp_path, tmp_path)


class Desk(QObject):
    """A window that listens."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.heard: list[Asked] = []
        self.reception = Reception(self)
        self.reception.asked.connect(self.heard.append)
        assert self.reception.listen(address)


@pytest.fixture
def desk(paths: Paths, qtbot: QtBot) -> Iterator[Desk]:
    instance = Instance(paths, "")
    assert instance.begin()
    desk = Desk(instance.address)
    yield desk
    desk.reception.close()
    instance.end()


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=50)


@given(
    st.builds(
        Request, texts, texts, texts, texts, texts, st.just("") | st.from_regex(r"[A-Za-z0-9_]{1,20}", fullmatch=True)
    )
)
def test_a_request_is_read_as_it_was_written(request: Request) -> None:
    assert read(written(request)) == request


@given(st.binary() | st.text().map(str.encode))
def test_no_bytes_are_a_request_by_chance(content: bytes) -> None:
    assert read(content) is None


@pytest.mark.parametrize(
    "line",
    [
        b'["jarvis 1", {"link": 1}]',
        b'["jarvis 1", {"command": "rm"}]',
        b'["jarvis 2", {}]',
        b'["jarvis 1", {"link": "\\u0000"}]',
        b'["jarvis 1", {"link": "\\ud800"}]',
        b'["jarvis 1", {"activation": "a b; c"}]',
        b"[" * 10_000,
        b'["jarvis 1", {"link": "' + b"x" * 3_000 + b'"}]',
    ],
)
def test_what_is_nearly_a_request_is_none(line: bytes) -> None:
    assert read(line) is None


def start_later(paths: Paths, request: Request) -> subprocess.Popen[str]:
    """A second start, in a process of its own; ends with 0 when it was taken over."""
    command = [sys.executable, "-c", LATER, str(paths.data_dir), request.link, request.tab]
    return subprocess.Popen(command, text=True)


def heard(desk: Desk, paths: Paths, qtbot: QtBot) -> bool:
    """Whether a later start is taken over, and nothing else was heard."""
    request = Request(link="jarvis://incident/INC-1", tab="incidents")
    later = start_later(paths, request)
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=20_000)
    return later.returncode == 0 and desk.heard == [request]


def test_a_later_start_is_heard_and_gets_an_answer(desk: Desk, paths: Paths, qtbot: QtBot) -> None:
    assert heard(desk, paths, qtbot)


@pytest.mark.parametrize("content", [b"\xff\x00GET / HTTP/1.1\r\n\r\n", b"x" * (MOST_BYTES + 10), b"[]\n", b"\n"])
def test_hostile_bytes_are_dropped_and_the_window_goes_on(
    desk: Desk, paths: Paths, qtbot: QtBot, content: bytes
) -> None:
    address = Instance(paths, "").address
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(address)
        peer.sendall(content)
        peer.setblocking(False)

        def ended() -> bool:
            try:
                return peer.recv(10) == b""
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True

        qtbot.waitUntil(ended, timeout=5_000)
    assert desk.heard == []
    assert heard(desk, paths, qtbot)


def test_nobody_else_may_speak_to_it(desk: Desk, paths: Paths) -> None:
    address = Path(Instance(paths, "").address)
    assert not address.stat().st_mode & 0o077
    assert not address.parent.stat().st_mode & 0o077


def test_a_crash_locks_nobody_out(paths: Paths, qtbot: QtBot) -> None:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(paths.data_dir)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert held.stdout is not None
    assert held.stdin is not None
    assert held.stdout.readline() == "held\n"
    instance = Instance(paths, "")
    assert not instance.begin()
    Path(instance.address).write_text("what a crash left behind")
    held.kill()
    held.wait()
    held.stdout.close()
    held.stdin.close()
    assert hand_over(instance, Request()) is False
    assert instance.held
    desk = Desk(instance.address)
    desk.reception.close()
    instance.end()


def test_another_database_or_home_is_another_window(paths: Paths, tmp_path: Path) -> None:
    here = Instance(paths, "postgresql://me:one@server/a").name
    assert here == Instance(paths, "postgresql://me:two@server/a").name
    assert here != Instance(paths, "postgresql://me@server/b").name
    assert here != Instance(paths, "").name
    other = tmp_path / "other"
    assert here != Instance(Paths(other, other, other), "postgresql://me:one@server/a").name


def test_a_folder_that_others_can_enter_is_not_used(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    import os

    open_folder = tmp_path / f"jarvis-desktop-{os.getuid()}"
    open_folder.mkdir()
    open_folder.chmod(0o777)
    instance = Instance(paths, "")
    assert instance.address == ""
    assert instance.begin()
    assert not instance.held
