"""Drafts in the database: the last one of a place wins, and none of another person is seen."""

from __future__ import annotations

import multiprocessing

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.db.engine import Database
from jarvis_desktop.forms.drafts.service import DraftService
from jarvis_desktop.forms.drafts.types import DraftField, FormDraft, joined, place_of, remaining

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


def fields(**values: str) -> FormDraft:
    held = {key: DraftField(value) for key, value in values.items()}
    return FormDraft("incident", "28", "INC-28", held, dict.fromkeys(values, "Before"))


def test_two_windows_of_one_person_keep_what_each_typed(database: Database) -> None:
    drafts = DraftService(database)
    first, second = fields(title="One"), fields(status="open", notes="Two")
    assert drafts.keep("ann", first)
    assert drafts.keep("ann", second)
    found = drafts.of("ann", PLACE)
    assert found is not None
    assert {key: held.value for key, held in found.fields.items()} == {"title": "One", "status": "open", "notes": "Two"}
    assert found.base == dict.fromkeys(("title", "status", "notes"), "Before")
    # The second takes back one field and changes the other; the first saves.
    assert drafts.keep("ann", fields(status="closed"), second)
    assert drafts.drop("ann", PLACE, first)
    found = drafts.of("ann", PLACE)
    assert found is not None
    assert {key: held.value for key, held in found.fields.items()} == {"status": "closed"}
    assert drafts.drop("ann", PLACE, fields(status="closed"))
    assert drafts.of("ann", PLACE) is None


KEYS = st.dictionaries(st.sampled_from("abc"), st.sampled_from("123"), min_size=1, max_size=3)


@given(mine=KEYS, theirs=KEYS, known=KEYS)
def test_joining_loses_nothing_that_came_from_elsewhere(
    mine: dict[str, str], theirs: dict[str, str], known: dict[str, str]
) -> None:
    together = joined(fields(**mine), fields(**theirs), fields(**known))
    got = {key: held.value for key, held in together.fields.items()}
    taken_back = {key for key in theirs if key not in mine and known.get(key) == theirs[key]}
    assert got == {key: value for key, value in {**theirs, **mine}.items() if key not in taken_back}
    assert together.base.keys() == together.fields.keys()
    left = remaining(fields(**theirs), fields(**known))
    kept = {key: value for key, value in theirs.items() if known.get(key) != value}
    assert (left is None) == (not kept)
    assert left is None or {key: held.value for key, held in left.fields.items()} == kept


def test_two_processes_typing_into_one_record_lose_nothing(live_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_type, args=(live_url, name)) for name in ("a", "b")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    database = Database(live_url)
    found = DraftService(database).of("ann", PLACE)
    database.dispose()
    assert found is not None
    assert {key: held.value for key, held in found.fields.items()} == {
        f"{name}{n}": "typed" for name in ("a", "b") for n in range(15)
    }


def _type(url: str, name: str) -> None:
    """One window: a letter more each time."""
    database = Database(url)
    drafts, known = DraftService(database), None
    for count in range(1, 16):
        typed = fields(**{f"{name}{n}": "typed" for n in range(count)})
        assert drafts.keep("ann", typed, known)
        known = typed
    database.dispose()
