"""The window looks as its persona, its company and its person want it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMessageBox

from ui.components.record_table import RecordTable
from ui.core.measures import FONT_BODY, zoomed
from ui.core.tokens import contrast
from ui.shell.brand_head import BrandHead
from ui.shell.look_desk import LookDesk
from ui.tables.cells import CellDelegate

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme

RED = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#C01010"/></svg>'
)


def brand(psql: psycopg.Connection, **branding: object) -> None:
    """Give the company another look, as an administrator would."""
    psql.execute(
        "UPDATE experience_layer SET metadata = jsonb_set(metadata, '{branding}', %s::jsonb)", [json.dumps(branding)]
    )


def head(program: Program) -> BrandHead:
    """The head of the rail."""
    found = program.window.findChild(BrandHead)
    assert found is not None
    return found


def has_colour(image: QImage, name: str) -> bool:
    """Whether a pixel has that colour."""
    return any(
        image.pixelColor(x, y).name() == name.lower() for x in range(image.width()) for y in range(image.height())
    )


def test_each_persona_brings_its_colour(start: Callable[[str], Program], theme: Theme, qtbot: QtBot) -> None:
    program = start("john")
    assert theme.tokens.accent == "#7A3FB0"
    program.window.switch_persona("rachel")
    qtbot.waitUntil(lambda: theme.tokens.accent == "#0B6E7A")


def test_nobody_sees_the_window_between_the_screens_of_two_personas(
    start: Callable[[str], Program], theme: Theme, qtbot: QtBot
) -> None:
    program = start("john")
    qtbot.waitUntil(lambda: theme.settled, timeout=10_000)
    seen: list[bool] = []
    central = program.window.centralWidget()
    assert central is not None
    program.workspace.view_comes.connect(lambda _view: seen.append(central.updatesEnabled()))
    program.window.switch_persona("rachel")
    qtbot.waitUntil(lambda: bool(seen) and program.tasks.pending == 0, timeout=10_000)
    assert seen == [False]
    assert central.updatesEnabled()
    assert program.window.content.pages.currentWidget() is not program.window.content.pages.standing_notice


def test_the_company_stands_in_title_and_rail_and_follows_its_row(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Brindlewick Mutual")
    assert program.window.windowTitle().startswith("Brindlewick Mutual")
    psql.execute("UPDATE experience_layer SET company_name = 'Tarn & Sons'")
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Tarn & Sons", timeout=10_000)
    psql.execute("UPDATE experience_layer SET is_active = false")
    qtbot.waitUntil(lambda: not head(program).isVisible(), timeout=10_000)
    assert program.window.windowTitle() == "JARVIS Desktop"


def test_a_logo_takes_the_place_of_the_name(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    brand(psql, logo=RED)
    qtbot.waitUntil(lambda: has_colour(head(program).grab().toImage(), "#c01010"), timeout=10_000)


@pytest.mark.parametrize(
    "branding",
    [{"logo": "A" * 3_000_000}, {"logo": "https://x.example/logo.png"}, {"color": "reddish"}, {"logo": "<svg/>"}],
    ids=["huge", "address", "colour", "empty"],
)
def test_a_bad_look_leaves_the_name_and_is_told_to_the_administrator(
    start: Callable[[str], Program],
    psql: psycopg.Connection,
    qtbot: QtBot,
    branding: dict[str, object],
    caplog: pytest.LogCaptureFixture,
) -> None:
    program = start("admin")
    told: list[object] = []
    desk = program.window.findChild(LookDesk)
    assert desk is not None
    desk.branded.connect(told.append)
    brand(psql, **branding)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert desk.branding is not None
    assert head(program).accessibleName() == "Brindlewick Mutual"
    assert bool(desk.branding.problems) != (branding == {"logo": "<svg/>"})
    assert all(problem in caplog.text for problem in desk.branding.problems)


def test_broken_colours_of_personas_are_left_out(
    start: Callable[[str], Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    program = start("john")
    for junk in ("#12", "red", "#GGGGGG", "url(x)", "#000", "#FFFFFF", "#FFFF00"):
        psql.execute(
            "UPDATE role_personas SET dashboard_config = %s WHERE persona_key = 'john'", [json.dumps({"color": junk})]
        )
        qtbot.waitUntil(lambda: program.tasks.pending == 0)
    for ground in theme.tokens.grounds():
        assert contrast(theme.tokens.accent, ground) >= 4.5


def test_the_company_stands_in_about(start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot) -> None:
    program = start("john")
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Brindlewick Mutual", timeout=10_000)
    program.commands.run("help.about")
    box = program.window.findChild(QMessageBox)
    assert box is not None
    assert box.text().splitlines()[0] == "Brindlewick Mutual"
    assert box.text().splitlines()[1].startswith("JARVIS Desktop ")
    box.close()


def test_rows_out_of_sight_follow_the_zoom(start: Callable[[str], Program], theme: Theme, qtbot: QtBot) -> None:
    program = start("admin")
    program.window.choose_tab("incidents")
    page = program.window.content.pages.page("incidents")
    assert page is not None
    delegate = page.findChildren(RecordTable)[0].view.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    program.window.choose_tab("people")
    for zoom in (200, 150):
        theme.set_zoom(zoom)
        qtbot.waitUntil(lambda: theme.settled, timeout=10_000)
    font = program.window.font()
    font.setPixelSize(zoomed(FONT_BODY))
    assert delegate.metrics(1).height() == QFontMetrics(font).height()


def test_theme_and_zoom_are_commands(start: Callable[[str], Program], theme: Theme) -> None:
    program = start("admin")
    for key in ("view.larger", "view.larger", "view.smaller", "view.theme.contrast"):
        program.commands.run(key)
    assert (theme.zoom, theme.contrast) == (110, True)
    program.commands.run("view.original-size")
    program.commands.run("view.theme.light")
    assert (theme.zoom, theme.contrast) == (100, False)


@pytest.mark.parametrize("schemes", ['"neon"', '{"john": {"light": {"primary": "neon"}}}', "[1]"])
def test_broken_colour_schemes_are_told_to_the_administrator(
    start: Callable[[str], Program],
    psql: psycopg.Connection,
    theme: Theme,
    qtbot: QtBot,
    schemes: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    program = start("admin")
    with qtbot.waitSignal(program.telling.notifications.told, timeout=10_000) as told:
        psql.execute("UPDATE config_values SET value = %s WHERE config_key = 'persona-color-schemes.config'", [schemes])
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    assert told.args is not None
    assert told.args[0].title == "The look of personas is shown in part"
    assert "colour scheme" in told.args[0].text
    assert told.args[0].text in caplog.text
    for ground in theme.tokens.grounds():
        assert contrast(theme.tokens.text, ground) >= 4.5
        assert contrast(theme.tokens.accent, ground) >= 4.5


def test_a_persona_with_a_bad_picture_is_told_about(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start("admin")
    with qtbot.waitSignal(program.telling.notifications.told, timeout=10_000) as told:
        psql.execute(
            "UPDATE role_personas SET avatar_url = %s WHERE persona_key = 'john'",
            ["data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>"],
        )
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    assert told.args is not None
    assert "Only plain SVG pictures are shown" in told.args[0].text


def test_a_company_whose_time_begins_and_ends_while_the_window_is_open(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Brindlewick Mutual", timeout=10_000)
    psql.execute(
        "INSERT INTO experience_layer (company_name, metadata, effective_from, effective_to, is_active) "
        "SELECT 'Tarn & Sons', '{}', timezone('utc', now()) + interval '1 second', "
        "timezone('utc', now()) + interval '2 seconds', true"
    )
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Tarn & Sons", timeout=20_000)
    qtbot.waitUntil(lambda: head(program).accessibleName() == "Brindlewick Mutual", timeout=20_000)


def test_a_persona_taken_away_is_told_and_typed_input_stays(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    psql.execute("UPDATE role_personas SET is_active = false WHERE persona_key = 'john'")
    qtbot.waitUntil(
        lambda: program.workspace.view is not None and program.workspace.view.reader.persona != "john", timeout=10_000
    )
    view = program.workspace.view
    assert view is not None
    assert view.lost == "John Tillotsen"


def test_a_name_of_300_characters_does_not_widen_the_window(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot
) -> None:
    program = start("john")
    width = program.window.minimumSizeHint().width()
    psql.execute("UPDATE role_personas SET display_name = %s WHERE persona_key = 'john'", ["Wide " * 60])
    psql.execute("UPDATE tab_configurations SET tab_name = %s WHERE tab_key = 'incidents'", ["Long " * 20])
    psql.execute("UPDATE experience_layer SET company_name = %s", ["Tarn " * 60])
    qtbot.waitUntil(lambda: head(program).accessibleName().startswith("Tarn"), timeout=10_000)
    program.window.choose_tab("incidents")
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert program.window.minimumSizeHint().width() <= width + 400
