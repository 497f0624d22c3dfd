"""Links as somebody hostile writes them, followed in the running window: told in words, and nothing happens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.app.arrivals import Arrivals
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

REFUSED = (
    "jarvis://tab/" + "x" * 10_000,
    "jarvis://tab/a\u202eb",
    "jarvis://tab/%00",
    "jarvis://incident/\x00",
    "jarvis://help/..%2f..%2fetc%2fpasswd",
    "jarvis:javascript:alert(1)",
    "file:///etc/passwd",
    "jarvis://incident/INC-35%",
    "jarvis://incident/INC-35%C0%AF",
    "jarvis://tab/%3Cimg%20src%3D%22http%3A%2F%2Fx%22%3E",
    "jarvis://help/nowhere",
    "jarvis://incident/INC-35?database=postgresql://elsewhere/x",
)
LEAD_TO_NOTHING = (
    "jarvis://incident/INC-99999",
    "jarvis://incident/%3Cb%3Ebold%3C%2Fb%3E",
    "jarvis://incident/%2549NC-35",
    "jarvis://record/users/1%27%3B--",
    "jarvis://record/pg_authid/1",
    "jarvis://record/sessions/1",
    "jarvis://record/incidents/99999999999999999999999999",
    "jarvis://submission/" + "A" * 200,
)
SUMS = "SELECT md5(string_agg(i::text, ',' ORDER BY id)) FROM incidents i"


def _told(program: Program) -> bool:
    """Whether the record's place says in words why there is none."""
    shown = [notice for notice in program.window.content.record.findChildren(Notice) if notice.isVisible()]
    return bool(shown) and all(notice.title and notice.text for notice in shown)


def test_hostile_links_are_told_and_change_nothing(
    start: Callable[[str], Program], qtbot: QtBot, psql: psycopg.Connection
) -> None:
    program = start("admin")
    faults: list[object] = []
    program.desk.reported.connect(faults.append)
    arrivals, window = Arrivals(program), program.window
    before, tab = psql.execute(SUMS).fetchone(), window.content.pages.current_key
    for text in REFUSED:
        window.toast.hide()
        arrivals.follow_text(text)
        assert window.toast.isVisible(), text
        assert "Not opened" in window.toast.text, text
        assert not window.content.above(), text
        labels = window.toast.findChildren(QLabel)
        assert {label.textFormat() for label in labels if label.text()} <= {Qt.TextFormat.PlainText}, text
    for text in LEAD_TO_NOTHING:
        arrivals.follow_text(text)
        qtbot.waitUntil(partial(_told, program), timeout=10_000)
        window.menus.back_chosen.emit()
        assert not window.content.above()
    assert (window.content.pages.current_key, psql.execute(SUMS).fetchone()) == (tab, before)
    assert faults == []
