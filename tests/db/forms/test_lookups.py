"""Choices that are rows of tables: what is offered, what is found, and that nothing else is stored."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, NotAllowed
from jarvis_desktop.forms.lookups.asking import asked_of
from jarvis_desktop.forms.lookups.service import LookupService
from jarvis_desktop.forms.lookups.types import Asked, Found, Offer
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.forms.types import Option

__all__ = ["forms"]

READER = replace(ADMIN, permissions=ADMIN.permissions | {"records.read", "incidents.read", "config.read"})
EVERYTHING = RowSet(Query("incidents"), everything=True)
USERS = {"table": "users", "value": "id", "label": "email", "search": ["email", "last_name"]}


@pytest.fixture
def lookups(database: Database) -> LookupService:
    for name, last, region in (("ann", "Ash", "north"), ("bob", "Birch", "north"), ("cem", "Cedar", "south")):
        insert(database, "users", id=name, email=f"{name}@example.com", last_name=last, first_name=region)
    return LookupService(database, TableService(database))


def offer(
    forms: FormService, lookups: LookupService, key: str, beside: dict[str, Any] | None = None, value: Any = None
) -> Offer:
    found = forms.definition("incident", READER).field(key)
    assert found is not None
    assert not found.notice
    return lookups.offers({key: asked_of(found, {**(beside or {}), key: value})}, READER)[key]


def values(options: tuple[Option, ...]) -> list[Any]:
    return [option.value for option in options]


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "SAVEPOINT" not in statement:
            sent.append(statement)

    with database.read() as session:
        engine = session.connection().engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_a_short_list_is_offered_whole_in_its_order_with_the_labels_of_what_is_chosen(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    field(database, "incident", "owner", "lookup", options={**USERS, "order": "-email"})
    found = offer(forms, lookups, "owner", value="bob")
    assert found.complete
    assert [option.label for option in found.options] == [
        "u1@example.com", "cem@example.com", "bob@example.com", "ann@example.com"]  # fmt: skip
    assert [(option.value, option.label) for option in found.chosen] == [("bob", "bob@example.com")]
    assert offer(forms, lookups, "owner", value="nobody").chosen == ()


def test_a_long_list_is_searched_word_by_word(forms: FormService, lookups: LookupService, database: Database) -> None:
    execute(
        database,
        "INSERT INTO users (id, email, last_name) SELECT 'p' || n, 'p' || n || '@example.com', 'Oak ' || n"
        " FROM generate_series(1, 300) n",
    )
    field(database, "incident", "owner", "lookup", options=USERS)
    offered = offer(forms, lookups, "owner", value="p299")
    assert (offered.complete, offered.options, values(offered.chosen)) == (False, (), ["p299"])
    source = forms.definition("incident", READER).fields[0].source
    assert source is not None
    found = lookups.search(source, {}, "oak 29", READER)
    assert set(values(found.options)) == {"p29", *(f"p{n}" for n in range(290, 300))}
    assert not found.more
    found = lookups.search(source, {}, " ", READER, recent=["p300", "gone", "ann"])
    assert (len(found.options), found.recent, found.more) == (51, 2, True)
    assert values(found.options)[:4] == ["p300", "ann", "bob", "cem"]
    assert lookups.search(source, {}, "100% ' \\ \x00", READER, recent=["ann"]) == Found()


def test_choices_follow_other_fields_by_a_column_of_the_same_name_or_by_the_filter(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    field(database, "incident", "first_name")
    field(database, "incident", "place", order_index=1)
    field(database, "incident", "owner", "lookup", order_index=2, options={**USERS, "depends_on": ["first_name"]})
    by_rule = {"and": [{"==": [{"var": "first_name"}, {"var": "form.place"}]}, {"!=": [{"var": "id"}, "bob"]}]}
    field(database, "incident", "deputy", "lookup", order_index=3, options={**USERS, "filter": by_rule})
    waiting = offer(forms, lookups, "owner", {"first_name": " "}, "ann")
    assert (waiting.waits_for, waiting.options, values(waiting.chosen)) == ("first_name", (), ["ann"])
    assert values(offer(forms, lookups, "owner", {"first_name": "north"}).options) == ["ann", "bob"]
    assert offer(forms, lookups, "deputy").waits_for == "place"
    assert values(offer(forms, lookups, "deputy", {"place": "north"}).options) == ["ann"]
    assert values(offer(forms, lookups, "deputy", {"place": "'; DROP TABLE users; --"}).options) == []


def test_only_rows_that_are_valid_on_the_day_are_offered(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    for key, first, last in (("old", "2020-01-01", "2021-01-01"), ("new", "2021-01-01", None)):
        insert(database, "experience_layer", company_name=key, effective_from=first, effective_to=last,
               created_at=first)  # fmt: skip
    field(database, "incident", "day", "date")
    source = {"table": "experience_layer", "value": "company_name"}
    field(database, "incident", "key", "lookup", order_index=1, options={**source, "as_of": "day"})
    field(database, "incident", "today", "lookup", order_index=2, options={**source, "as_of": True})
    field(database, "incident", "then", "lookup", order_index=3, options={**source, "as_of": "2020-12-31"})
    assert offer(forms, lookups, "key").waits_for == "day"
    assert values(offer(forms, lookups, "key", {"day": "2020-06-01"}).options) == ["old"]
    assert values(offer(forms, lookups, "key", {"day": "2021-01-01"}).options) == ["new"]
    assert values(offer(forms, lookups, "today").options) == ["new"]
    assert values(offer(forms, lookups, "then").options) == ["old"]


def test_fifty_lookups_need_three_statements(forms: FormService, lookups: LookupService, database: Database) -> None:
    field(database, "incident", "title")
    for number in range(50):
        source = {**USERS, "filter": {"!=": [{"var": "id"}, f"p{number}"]}}
        field(database, "incident", f"person_{number}", "lookup", order_index=number, options=source)
    forms.definition("incident", READER)
    lookups.offers({"owner": Asked(_source(forms))}, READER)
    with counted(database) as sent:
        definition = forms.definition("incident", READER)
        asked = {each.key: asked_of(each, {each.key: "ann"}) for each in definition.fields if each.source}
        found = lookups.offers(asked, READER)
    assert len(asked) == 50
    assert all(values(each.chosen) == ["ann"] for each in found.values())
    assert len(sent) <= 3, sent


def _source(forms: FormService) -> Any:
    return forms.definition("incident", READER).fields[1].source


def test_a_value_that_is_no_row_is_refused_wherever_it_is_stored(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    field(database, "incident", "title")
    field(database, "incident", "first_name", order_index=1)
    field(database, "incident", "owner", "lookup", order_index=2, options={**USERS, "depends_on": ["first_name"]})
    field(database, "incident", "team", "lookup_many", order_index=3, options=USERS)
    with pytest.raises(InvalidInput) as refused:
        forms.create("incident", {"title": "Fire", "first_name": "north", "owner": "cem", "team": ["ann", "x"]}, READER)
    assert [p.message for p in refused.value.problems] == [
        "Owner “cem” is not one of the choices", "Team “x” is not one of the choices"]  # fmt: skip
    with pytest.raises(InvalidInput, match="Choose First name first"):
        forms.create("incident", {"title": "Fire", "owner": "cem"}, READER)
    given = {"title": "Fire", "first_name": "north", "owner": "bob", "team": ["ann", "cem"]}
    stored = forms.create("incident", given, READER).record
    assert stored.values["team"] == ("ann", "cem")
    judged = forms.judge("incident", {**given, "owner": "cem"}, READER)
    assert [p.message for p in judged.problems] == ["Owner “cem” is not one of the choices"]
    execute(database, "DELETE FROM users WHERE id = 'bob'")
    forms.save("incident", stored.id, {"title": "Flood"}, stored.values, READER)
    with pytest.raises(InvalidInput, match="Owner “bob” is not one of the choices"):
        forms.save("incident", stored.id, {"first_name": "south"}, stored.values, READER)
    with pytest.raises(InvalidInput, match="Owner is chosen beside First name: give both a value"):
        forms.change_rows("incident", EVERYTHING, {"owner": "cem"}, READER)
    with pytest.raises(InvalidInput, match="Team “bob” is not one of the choices"):
        forms.change_rows("incident", EVERYTHING, {"team": ["bob"]}, READER)
    forms.change_rows("incident", EVERYTHING, {"first_name": "south", "owner": "cem"}, READER)
    assert forms.load("incident", stored.id, READER).values["owner"] == "cem"


def test_what_cannot_be_asked_says_why_and_leaves_the_form_usable(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    wrong = {
        "secret": {"table": "sessions", "value": "sid"},
        "nowhere": {"table": "brokers", "value": "id"},
        "column": {"table": "users", "value": "id", "label": "nickname"},
        "untyped": {"table": "users", "value": "id", "filter": {"<": [{"var": "email"}, 3]}},
        "timeless": {"table": "users", "value": "id", "as_of": True},
    }
    for order, (key, source) in enumerate(wrong.items()):
        field(database, "incident", key, "lookup", order_index=order, options=source)
    faults = {key: offer(forms, lookups, key, value="x").fault for key in wrong}
    assert faults["secret"].startswith("Sessions hold what lets somebody in")
    assert faults["nowhere"] == "No table is called “brokers”."
    assert faults["column"] == "These choices cannot be read: “Users” has no column “nickname”."
    assert "compared" in faults["untyped"]
    assert faults["timeless"] == "These choices cannot be read: “Users” does not say on which days its rows are valid."
    field(database, "incident", "broken", "lookup", order_index=9, options={"table": 7})
    field(database, "incident", "ruleless", "select", order_index=9, options={**USERS, "filter": {"nonsense": []}})
    notices = {each.key: each.notice for each in forms.definition("incident", READER).fields}
    assert notices["broken"] == "This field names no table, value and label for its choices."
    assert "has a filter that cannot be used" in notices["ruleless"]
    source = forms.definition("incident", READER).field("column")
    assert source is not None
    assert source.source is not None
    with pytest.raises(NotAllowed, match="may not read"):
        lookups.search(source.source, {}, "", ADMIN)
    with pytest.raises(ConfigurationError):
        lookups.search(source.source, {}, "", READER)


def test_values_repeat_in_a_table_and_are_offered_once(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    source = {"table": "users", "value": "first_name"}
    field(database, "incident", "region", "select", options=source)
    found = offer(forms, lookups, "region", value="south")
    assert (values(found.options), values(found.chosen)) == (["north", "south"], ["south"])


def test_a_number_in_a_key_column_is_found_by_its_text_and_by_its_number(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    insert(database, "incidents", incident_id="INC-1", title="Fire")
    number = scalar(database, "SELECT id FROM incidents")
    field(database, "incident", "related", "lookup", options={"table": "incidents", "label": "title"})
    for value in (number, str(number)):
        assert values(offer(forms, lookups, "related", value=value).chosen) == [number]
    for value in ("x", "9" * 30, 10**30, "1.5", ""):
        assert offer(forms, lookups, "related", value=value).chosen == ()


def test_rows_of_a_field_choose_only_rows_that_are_there_and_what_stood_there_stays(
    forms: FormService, lookups: LookupService, database: Database
) -> None:
    inner = [{"field_key": "who", "field_type": "lookup", "label": "Who", "options": USERS},
             {"field_key": "first_name", "field_type": "text"},
             {"field_key": "near", "field_type": "lookup", "label": "Near",
              "options": {**USERS, "depends_on": ["first_name"]}}]  # fmt: skip
    field(database, "incident", "team", "repeat", label="Team", ui_props={"fields": inner})
    insert(database, "incidents", incident_id="INC-1", title="Fire",
           critical_flags={"_form": {"team": [{"who": "gone"}]}})  # fmt: skip
    number = str(scalar(database, "SELECT id FROM incidents"))
    base = forms.load("incident", number, READER).values

    def save(*rows: dict[str, Any]) -> Any:
        return forms.save("incident", number, {"team": list(rows)}, base, READER).record.values["team"]

    with pytest.raises(InvalidInput) as refused, counted(database) as sent:
        save({"who": "gone"}, {"who": "ann"}, {"who": "zoe"}, {"first_name": "south", "near": "ann"})
    assert [(problem.message, problem.pointer) for problem in refused.value.problems] == [
        ("Team, row 3: Who “zoe” is not one of the choices", "/2/who"),
        ("Team, row 4: Near “ann” is not one of the choices", "/3/near"),
    ]
    assert sum("users" in statement for statement in sent) == 1, "one statement for all rows"
    assert len(save({"who": "gone"}, {"who": "ann"}, {"first_name": "north", "near": "ann"})) == 3
