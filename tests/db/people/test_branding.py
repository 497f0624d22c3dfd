"""The company's look is that of the row in force, and a bad row never keeps the window from having one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.people.branding import NO_BRANDING, Branding, BrandingService

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>'


class Noon:
    """A clock that stands."""

    def now(self) -> datetime:
        """The instant."""
        return NOON


def add(
    database: Database,
    name: str,
    metadata: object = None,
    begin: datetime | None = NOON - timedelta(days=9),
    end: datetime | None = None,
    *,
    active: bool | None = True,
) -> None:
    """Store a row; instants as naive UTC."""
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO experience_layer (company_name, metadata, effective_from, effective_to, is_active) "
                "VALUES (:name, CAST(:metadata AS jsonb), :begin, :end, :active)"
            ),
            {
                "name": name,
                "metadata": None if metadata is None else dumps(metadata),
                "begin": begin and begin.replace(tzinfo=None),
                "end": end and end.replace(tzinfo=None),
                "active": active,
            },
        )


def look(database: Database, as_of: datetime | None = None) -> Branding:
    """The look as the service reads it."""
    return BrandingService(database, clock=Noon()).current(as_of)


def test_without_a_row_there_is_no_company(database: Database) -> None:
    assert look(database) == NO_BRANDING


def test_the_row_in_force_gives_name_colours_logo_and_greeting(database: Database) -> None:
    metadata = {"branding": {"color": "#123", "color_dark": "#abcdef", "logo": SVG}, "greeting": "Hello."}
    add(database, "  Tarn  Mutual ", metadata)
    found = look(database)
    assert (found.company, found.colour, found.colour_dark) == ("Tarn Mutual", "#112233", "#ABCDEF")
    assert found.logo.data == SVG.encode()
    assert found.greeting == "Hello."
    assert found.problems == ()


def test_the_shape_of_older_programs_is_understood(database: Database) -> None:
    add(
        database,
        "Old Mutual Tarn",
        {
            "branding_config": {"primaryColor": "#1e40af", "logo": "of_long_ago.svg"},
            "jarvis_customizations": {"companyGreeting": "Welcome"},
        },
    )
    found = look(database)
    assert found.colour == "#1E40AF"
    assert found.greeting == "Welcome"
    assert "of_long_ago.svg" in found.problems[0]


def test_of_several_rows_that_of_the_latest_beginning_wins_and_it_is_said(database: Database) -> None:
    add(database, "First", begin=NOON - timedelta(days=3))
    add(database, "Second", begin=NOON - timedelta(days=1))
    add(database, "Older", begin=NOON - timedelta(days=2))
    add(database, "Off", begin=NOON, active=False)
    add(database, "Unknown", begin=NOON, active=None)
    found = look(database)
    assert found.company == "Second"
    assert "2 other rows" in found.explanation


def test_rows_come_and_go_with_their_dates(database: Database) -> None:
    add(database, "Now", begin=NOON - timedelta(days=1), end=NOON + timedelta(hours=2))
    add(database, "Next", begin=NOON + timedelta(hours=1))
    assert look(database).company == "Now"
    assert look(database).until == NOON + timedelta(hours=1)
    assert look(database, NOON + timedelta(hours=1)).company == "Next"
    assert look(database, NOON - timedelta(days=2)).company == ""
    assert "none in force" in look(database, NOON - timedelta(days=2)).explanation


@pytest.mark.parametrize(
    "metadata",
    [
        [1, 2],
        "text",
        {"branding": []},
        {"branding": {"color": "red"}},
        {"branding": {"color": 7, "color_dark": "#12345"}},
        {"branding": {"logo": "https://x.example/logo.png"}},
        {"branding": {"logo": {"deep": [1]}}},
        {"branding": {"logo": "A" * 3_000_000}},
        {"greeting": {"a": 1}},
    ],
)
def test_junk_leaves_the_name_and_says_what_is_wrong(database: Database, metadata: object) -> None:
    add(database, "Tarn Mutual", metadata)
    found = look(database)
    assert found.company == "Tarn Mutual"
    assert found.logo.data == b""
    junk_is_silent = metadata in ({"branding": []}, {"greeting": {"a": 1}})
    assert bool(found.problems) != junk_is_silent


def test_a_name_of_ten_thousand_letters_is_cut(database: Database) -> None:
    add(database, "n" * 10_000)
    assert len(look(database).company) == 300


def test_a_missing_table_is_no_company(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE experience_layer CASCADE"))
    assert look(database) == NO_BRANDING
