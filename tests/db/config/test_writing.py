"""Setting, taking away, rolling back, a second person: each one transaction, each with its line in the log."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.config.service import ConfigService
from jarvis_desktop.config.types import NOWHERE, Source, Wish, Written
from jarvis_desktop.config.writing.service import ConfigWriter
from jarvis_desktop.core.errors import InvalidInput, NotAllowed, RecordMissing
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.metadata.types import Reader
from tests.db.config.test_resolution import add_setting

if TYPE_CHECKING:
    from jarvis_desktop.config.types import StoredValue
    from jarvis_desktop.db.engine import Database

ANNA = Reader("admin", "anna", frozenset({"config.write"}), datetime(2026, 1, 1, tzinfo=UTC))
BERT = replace(ANNA, user_id="bert")
RACHEL = Scope("rachel")
SOON = datetime.now(UTC) + timedelta(days=30)
LATER = SOON + timedelta(days=30)


@pytest.fixture
def config(live_database: Database) -> ConfigService:
    with live_database.write() as session:
        for name in ("anna", "bert"):
            session.execute(text("INSERT INTO users (id, email) VALUES (:id, :id)"), {"id": name})
    add_setting(live_database, "limit", "number", default=7)
    return ConfigService(live_database)


@pytest.fixture
def writer(live_database: Database, config: ConfigService) -> ConfigWriter:
    return ConfigWriter(live_database, config)


def row_of(written: Written) -> StoredValue:
    (value,) = written.values
    assert value.row is not None
    return value.row


def refused(error: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(each.field, each.message) for each in error.value.problems]


def test_a_value_takes_the_place_of_the_one_before_and_is_logged(writer: ConfigWriter, config: ConfigService) -> None:
    assert config.get("limit").source == Source.DEFAULT
    first = row_of(writer.set(Wish("limit", 10), ANNA, reason="Start"))
    written = writer.set(Wish("limit", 12), BERT, reason="More", impact="Quotes of today")
    second = row_of(written)
    assert (first.version, second.version, written.values[0].closed) == (1, 2, (1,))
    assert written.changes.touches_row("config_values", second.id)
    assert config.get("limit").value == 12
    closed, running = config.values("limit")
    assert closed.effective_to == running.effective_from
    assert config.get("limit", as_of=closed.effective_from).value == 10
    latest, oldest = config.history("limit")
    assert (latest.operation, latest.before, latest.after, latest.by, latest.reason, latest.impact) == (
        "set", 10, 12, "bert", "More", "Quotes of today",
    )  # fmt: skip
    assert (oldest.before, oldest.after) == (None, 10)


def test_scopes_have_versions_of_their_own(writer: ConfigWriter, config: ConfigService) -> None:
    writer.set(Wish("limit", 10), ANNA, reason="r")
    hers = row_of(writer.set(Wish("limit", 20, RACHEL), ANNA, reason="r"))
    assert (hers.version, hers.persona) == (1, "rachel")
    assert [config.get("limit", scope).value for scope in (RACHEL, Scope("john"))] == [20, 10]
    assert config.history("limit")[0].scope == RACHEL


def test_a_scheduled_value_is_not_beaten_by_one_that_is_set_before_it(
    writer: ConfigWriter, config: ConfigService
) -> None:
    writer.set(Wish("limit", 30, effective_from=SOON), ANNA, reason="Next month")
    written = writer.set(Wish("limit", 10), ANNA, reason="Until then").values[0]
    assert written.row is not None
    assert (written.row.effective_to, written.ended_for) == (SOON, 1)
    assert [config.get("limit", as_of=at).value for at in (None, SOON, SOON - timedelta(microseconds=1))] == [
        10,
        30,
        10,
    ]


def test_an_override_leaves_what_it_lies_over(writer: ConfigWriter, config: ConfigService) -> None:
    writer.set(Wish("limit", 10), ANNA, reason="r")
    writer.set(Wish("limit", 99, effective_from=SOON, effective_to=LATER, override=True), ANNA, reason="Storm")
    assert [config.get("limit", as_of=at).value for at in (SOON, LATER)] == [99, 10]
    with pytest.raises(InvalidInput) as error:
        writer.set(Wish("limit", 99, override=True), ANNA, reason="r")
    assert refused(error)[0][0] == "effective_to"


@pytest.mark.parametrize(
    ("wish", "field", "words"),
    [
        (Wish("limit", "ten"), "value", 'takes a number, and this is "ten".'),
        (Wish("limit", None), "value", "takes a number, and this is null"),
        (Wish("limit", True), "value", "this is true"),
        (Wish("limt", 1), "key", "Did you mean “limit”"),
        (Wish("limit", 1, effective_from=LATER, effective_to=SOON), "effective_to", "after the beginning"),
        (Wish("limit", 1, Scope(workflow_id=3)), "scope", "documented"),
        (Wish("limit", 1, effective_to=LATER), "effective_to", "version 1"),
        (Wish("limit", 1, Scope("nobody")), "persona", "nobody"),
        (Wish("limit", 1, Scope("rachel", 77)), "agent_id", "77"),
        (Wish("short", "much too long"), "value", "short"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_part_and_nothing_is_stored(
    writer: ConfigWriter, config: ConfigService, live_database: Database, wish: Wish, field: str, words: str
) -> None:
    add_setting(live_database, "short", "string", schema={"maxLength": 5})
    with live_database.write() as session:
        session.execute(text("INSERT INTO role_personas (persona_key, display_name, access_level) "
                             "VALUES ('rachel', 'Rachel', 'standard'), ('admin', 'Admin', 'admin')"))  # fmt: skip
        session.execute(text("INSERT INTO agents (id, name, layer) VALUES (5, 'A', 'Role')"))
    writer.set(Wish("limit", 30, effective_from=SOON), ANNA, reason="r")
    before = config.values("limit")
    with pytest.raises(InvalidInput) as error:
        writer.set(wish, ANNA, reason="r")
    ((place, said),) = refused(error)
    assert place == field
    assert words in said
    assert config.values("limit") == before
    assert len(config.history("limit")) == 1


def test_who_may_not_or_gives_no_reason_writes_nothing(writer: ConfigWriter, config: ConfigService) -> None:
    for reader in (replace(ANNA, permissions=frozenset()), replace(ANNA, user_id="ghost")):
        with pytest.raises(NotAllowed):
            writer.set(Wish("limit", 1), reader, reason="r")
    for reason in ("", "  ", "x" * 3000, "a\0b"):
        with pytest.raises(InvalidInput):
            writer.set(Wish("limit", 1), ANNA, reason=reason)
    assert config.values("limit") == ()


def test_many_values_are_stored_together_or_not_at_all(writer: ConfigWriter, config: ConfigService) -> None:
    with pytest.raises(InvalidInput) as error:
        writer.set_many([Wish("limit", 1), Wish("limit", "x", RACHEL), Wish("nothing", 1)], ANNA, reason="r")
    assert [field for field, _ in refused(error)] == ["value", "key"]
    assert config.values("limit") == ()
    done = writer.set_many([Wish("limit", 1), Wish("limit", 2, RACHEL)], ANNA, reason="r")
    assert len(done.values) == 2
    assert {each.operation for each in config.history("limit")} == {"bulk_update"}


def test_what_is_taken_away_gives_way_to_what_is_wider(writer: ConfigWriter, config: ConfigService) -> None:
    writer.set(Wish("limit", 10), ANNA, reason="r")
    hers = row_of(writer.set(Wish("limit", 20, RACHEL), ANNA, reason="r"))
    writer.take_away([hers.id], BERT, reason="Not needed")
    assert config.get("limit", RACHEL).value == 10
    assert [each.is_active for each in config.values("limit") if each.persona] == [False]
    writer.take_away([hers.id], BERT, reason="Clean", delete=True)
    assert len(config.values("limit")) == 1
    first, second = config.history("limit")[:2]
    assert (first.operation, second.operation) == ("delete", "delete")
    assert (second.before, second.after, second.by) == (20, None, "bert")
    with pytest.raises(RecordMissing):
        writer.take_away([hers.id], BERT, reason="again")


def test_a_version_or_a_moment_comes_back_as_a_new_version(writer: ConfigWriter, config: ConfigService) -> None:
    for value in (10, 20, 30):
        writer.set(Wish("limit", value), ANNA, reason="r")
    back = row_of(writer.roll_back("limit", NOWHERE, ANNA, reason="Wrong", version=1))
    assert (back.version, back.value, config.get("limit").value) == (4, 10, 10)
    second = config.values("limit")[1]
    back = row_of(writer.roll_back("limit", NOWHERE, ANNA, reason="Wrong", at=second.effective_from))
    assert (back.version, config.get("limit").value) == (5, 20)
    nothing = writer.roll_back("limit", NOWHERE, ANNA, reason="r", at=datetime(2000, 1, 1, tzinfo=UTC))
    assert nothing.values[0].row is None
    assert config.get("limit").source == Source.DEFAULT
    assert [each.operation for each in config.history("limit")[:3]] == ["rollback"] * 3
    with pytest.raises(InvalidInput) as error:
        writer.roll_back("limit", NOWHERE, ANNA, reason="r", version=77)
    assert "there are 1, 2, 3, 4, 5" in refused(error)[0][1]


def test_a_second_person_must_agree_where_the_key_says_so(
    writer: ConfigWriter, config: ConfigService, live_database: Database
) -> None:
    add_setting(live_database, "dear", "number", approval=True)
    waiting = writer.set(Wish("dear", 5, RACHEL, SOON), ANNA, reason="Needed").values[0]
    assert waiting.row is None
    assert waiting.proposal is not None
    assert config.get("dear", RACHEL, SOON).source == Source.NONE
    with pytest.raises(NotAllowed):
        writer.approve(waiting.proposal, ANNA)
    (listed,) = config.proposals()
    assert (listed.wish, listed.by, listed.reason) == (Wish("dear", 5, RACHEL, SOON), "anna", "Needed")
    writer.approve(waiting.proposal, BERT, note="Fine")
    assert config.get("dear", RACHEL, SOON).value == 5
    (line,) = config.history("dear")
    assert (line.operation, line.by, line.reason, line.impact) == ("set", "bert", "Needed", "Approved: Fine")
    assert config.proposals() == ()
    with pytest.raises(RecordMissing):
        writer.approve(waiting.proposal, BERT)
    with pytest.raises(InvalidInput):
        writer.set(Wish("dear", "x"), ANNA, reason="r")
    second = writer.set(Wish("dear", 6), ANNA, reason="r").values[0].proposal
    assert second is not None
    writer.refuse(second, BERT, note="Too much")
    done = config.proposals(waiting=False)
    assert [each.outcome for each in done] == ["refused", "approved"]


def test_writers_at_once_leave_no_gap_and_no_line_out(writer: ConfigWriter, config: ConfigService) -> None:
    scopes = [NOWHERE, RACHEL, Scope("john")]

    def write(number: int) -> None:
        writer.set(Wish("limit", number, scopes[number % 3]), ANNA, reason=f"Writer {number}")

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(write, range(60)))
    stored = config.values("limit")
    for scope in scopes:
        mine = [each for each in stored if each.scope == scope]
        assert sorted(each.version or 0 for each in mine) == list(range(1, 21))
        assert [each.effective_to for each in mine[:-1]] == [each.effective_from for each in mine[1:]]
    assert len(config.history("limit")) == 60
    assert sorted(each.reason for each in config.history("limit")) == sorted(f"Writer {n}" for n in range(60))
