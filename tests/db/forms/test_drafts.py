"""Drafts in the database: the last one of a place wins, and none of another person is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.forms.drafts.service import DraftService
from jarvis_desktop.forms.drafts.types import DraftField, FormDraft, place_of

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

PLACE = place_of("incident", "28")


def draft(title: str, record_id: str | None = "28") -> FormDraft:
    return FormDraft("incident", record_id, "INC-28", {"title": DraftField(title)}, {"title": "Before"})


def test_a_draft_is_kept_read_and_dropped(database: Database) -> None:
    drafts = DraftService(database)
    assert drafts.of("ann", PLACE) is None
    assert drafts.keep("ann", draft("One"))
    second = draft("Two")
    assert drafts.keep("ann", second)
    assert drafts.of("ann", PLACE) == second
    assert drafts.of("bob", PLACE) is None
    new = draft("New", None)
    assert drafts.keep("ann", new)
    assert sorted(each.place for each in drafts.all("ann")) == sorted([PLACE, new.place])
    assert drafts.drop("ann", PLACE)
    assert [each.place for each in drafts.all("ann")] == [new.place]


def test_a_zero_character_is_left_out(database: Database) -> None:
    drafts = DraftService(database)
    assert drafts.keep("ann", draft("a\0b"))
    found = drafts.of("ann", PLACE)
    assert found is not None
    assert found.fields["title"].value == "ab"


def test_junk_in_the_table_is_no_draft(database: Database) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO desktop.drafts (user_id, place, values, base) VALUES ('ann', :place, '[1]', '3')"),
            {"place": PLACE},
        )
    assert DraftService(database).of("ann", PLACE) is None
    assert DraftService(database).all("ann") == ()


def test_without_the_table_nothing_is_kept_and_nothing_raises(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE desktop.drafts"))
    drafts = DraftService(database)
    assert not drafts.keep("ann", draft("One"))
    assert not drafts.keeps
    assert drafts.all("ann") == ()
