"""Snapshots kept, compared, restored in part; files written and read; values approved by a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from jarvis_desktop.core.changes import Changes
from tests.ui.config.test_desk import settings, texts  # noqa: F401 - a fixture
from tests.ui.forms.rows import execute, stored
from ui.config.approvals import ConfigApprovals
from ui.config.restore_page import RestorePage
from ui.config.snapshots import ConfigSnapshots

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext


@pytest.fixture
def pages() -> list[QWidget]:
    return []


@pytest.fixture
def desk(qtbot: QtBot, context_for: Callable[[str], ComponentContext], pages: list[QWidget]) -> ConfigSnapshots:
    context = context_for("admin")
    object.__setattr__(context, "open_page", lambda _title, page: pages.append(page))
    made = ConfigSnapshots(context, {})
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    context.bus.changed.connect(made.reload)
    return made


def restoring(desk: ConfigSnapshots, pages: list[QWidget], qtbot: QtBot) -> RestorePage:
    page = pages[-1]
    assert isinstance(page, RestorePage)
    page.setParent(desk)
    page.show()
    qtbot.waitUntil(lambda: page.plan is not None)
    return page


def keep(desk: ConfigSnapshots, name: str, qtbot: QtBot) -> None:
    desk.name.setText(name)
    desk.keep_button.click()
    qtbot.waitUntil(lambda: name in [row[0] for row in texts(desk.list)])


def test_a_state_is_kept_compared_and_restored_in_part(
    desk: ConfigSnapshots, pages: list[QWidget], live_url: str, qtbot: QtBot
) -> None:
    keep(desk, "Spring", qtbot)
    assert not desk.has_unsaved_input()
    execute(live_url, "UPDATE config_values SET value = '11' WHERE persona IS NULL")
    execute(live_url, "UPDATE config_registry SET description = 'Other' WHERE key = 'uw.limit'")
    desk.reload(Changes())
    qtbot.waitUntil(lambda: len(texts(desk.differences)) == 2)
    assert texts(desk.differences)[1] == ["Values", "uw.limit", "everybody", "Changed alike in both", "10", "11", "11"]
    desk.sides[1].setCurrentIndex(desk.sides[1].findData(desk.sides[0].currentData()))
    desk.sides[1].activated.emit(0)
    qtbot.waitUntil(lambda: texts(desk.differences)[1][3:] == ["Changed in the third", "10", "10", "11"])
    desk.restore_button.click()
    page = restoring(desk, pages, qtbot)
    assert [row[:2] for row in texts(page.list)] == [["Settings", "uw.limit"], ["Values", "uw.limit"]]
    assert texts(page.list)[0][2:] == ['{"description": "Other"}', '{"description": "Authority"}']
    assert not page.button.isEnabled(), "a reason is needed"
    page.reason.setText("Spring again")
    item = page.list.topLevelItem(0)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert page.chosen == {"values": ["uw.limit"]}
    page.button.click()
    qtbot.waitUntil(lambda: stored(live_url, "SELECT value FROM config_values WHERE persona IS NULL") == 10)
    qtbot.waitUntil(lambda: not page.has_unsaved_input())
    assert stored(live_url, "SELECT description FROM config_registry WHERE key = 'uw.limit'") == "Other"
    assert stored(live_url, "SELECT operation FROM config_change_logs") == "snapshot_restore"
    qtbot.waitUntil(lambda: len(texts(desk.list)) == 2)


def test_a_state_goes_through_a_file_and_what_is_no_state_is_refused(
    desk: ConfigSnapshots, pages: list[QWidget], live_url: str, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "state.json"
    desk.export_to(str(file))
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: desk.context.tasks.pending == 0)
    execute(live_url, "DELETE FROM config_values WHERE persona = 'rachel'")
    desk.import_from(str(file))
    qtbot.waitUntil(lambda: bool(pages))
    page = restoring(desk, pages, qtbot)
    assert [row[1:3] for row in texts(page.list)] == [["uw.limit", "—"]]
    page.reason.setText("Back")
    page.button.click()
    qtbot.waitUntil(lambda: stored(live_url, "SELECT count(*) FROM config_values") == 2)
    file.write_text("[]")
    desk.import_from(str(file))
    qtbot.waitUntil(lambda: len(pages) == 2)
    refused = pages[-1]
    assert isinstance(refused, RestorePage)
    refused.setParent(desk)
    refused.show()
    refused.reason.setText("x")
    qtbot.waitUntil(lambda: desk.context.tasks.pending == 0)
    assert refused.plan is None
    assert not refused.button.isEnabled()


def test_a_second_person_approves_or_refuses(
    context_for: Callable[[str], ComponentContext], live_url: str, qtbot: QtBot
) -> None:
    execute(live_url, "INSERT INTO users (id, email) VALUES ('other', 'o')")
    execute(live_url, "INSERT INTO desktop.config_key_details (key, approval) VALUES ('uw.limit', true)")
    for value, by in ((12, "other"), (13, "tester")):
        execute(
            live_url,
            "INSERT INTO desktop.config_proposals (config_key, wish, reason, proposed_by) VALUES ('uw.limit', "
            f"""'{{"key": "uw.limit", "value": {value}, "scope": {{}}, "effective_from": null, "effective_to": null,
                   "override": false}}', 'Growth', '{by}')""",
        )
    context = context_for("admin")
    desk = ConfigApprovals(context, {})
    qtbot.addWidget(desk)
    desk.show()
    context.bus.changed.connect(desk.reload)
    qtbot.waitUntil(lambda: [row[7] for row in texts(desk.list)] == ["13", "12"])
    assert desk.refuse_button.text() == "Withdraw", "one's own"
    assert not desk.approve_button.isEnabled()
    desk.note.setText("A mistake")
    desk.refuse_button.click()
    qtbot.waitUntil(lambda: [row[7] for row in texts(desk.list)] == ["12"])
    assert desk.approve_button.isEnabled()
    desk.approve_button.click()
    qtbot.waitUntil(lambda: texts(desk.list) == [])
    assert stored(live_url, "SELECT value FROM config_values WHERE version = 2") == 12
    desk.decided.click()
    qtbot.waitUntil(lambda: [row[5] for row in texts(desk.list)] == ["Withdrawn tester", "Approved tester"])
