"""The search over real rows: every group, who finds what, what is hostile, what is misspelt, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from jarvis_desktop.core import words
from jarvis_desktop.core.errors import DatabaseRefused
from jarvis_desktop.core.words import Catalogue, speak
from jarvis_desktop.db.engine import Database
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.search import queries
from jarvis_desktop.search.service import MOST_HITS, SearchService
from jarvis_desktop.search.subjects import SUBJECTS
from jarvis_desktop.search.types import Entry, Group, Target, TargetKind
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.search.types import GroupResult

HOSTILE = [
    "'",
    '"',
    "'\":*&|!()\\",
    "%",
    "_",
    "\\",
    "a' OR '1'='1",
    "$$",
    "a:*",
    "<->",
    "\0",
    "\ud800",
    "🙂",
    "קפה",
    "x" * 10_000,
]
HOSTILE += ["word " * 2_500, "((((", "a\nb\tc", "{0} %s %(x)s", "-- ;", "e\u0301\u0302\u0303"]


class Desk:
    """A search over one database, for any persona."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        self.people = PeopleService(self.database)
        self.open()

    def open(self) -> None:
        """Forget what the search remembers."""
        tables = TableService(self.database)
        definitions = FormDefinitions(self.database, tables)
        self.search = SearchService(self.database, tables, MetadataService(self.database), definitions)

    def reader(self, persona: str) -> Reader:
        return self.people.reader(persona, "tester")

    def find(self, group: Group, text: str, persona: str = "admin", offered: tuple[Entry, ...] = ()) -> GroupResult:
        return self.search.find(group, text, self.reader(persona), offered)

    def titles(self, group: Group, text: str, persona: str = "admin") -> list[str]:
        return [hit.title.text for hit in self.find(group, text, persona).hits]

    def run(self, statement: str, *values: Any) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement, values)

    def about(self, group: Group, text: str) -> list[str]:
        return [hit.about for hit in self.find(group, text).hits]


@pytest.fixture
def desk(stocked_url: str) -> Iterator[Desk]:
    made = Desk(stocked_url)
    yield made
    made.database.dispose()


INSERT = "INSERT INTO incidents (incident_id, title, description, status) VALUES (%s, %s, %s, 'open')"
ROWS = {
    Group.SUBMISSIONS: (
        "INSERT INTO submissions (submission_id, broker_name, client_name, risk_level) VALUES (%s, 'B', %s, 'low')",
        ("SUB-900", "Quagmire Lofts"),
    ),
    Group.PROPERTY: (
        """INSERT INTO commercial_property_submissions (submission_id, property_address, workflow_id)
           SELECT %s, %s, min(id) FROM commercial_property_workflows""",
        ("SUB-901", "12 Quagmire Street"),
    ),
    Group.INCIDENTS: (INSERT, ("INC-900", "Quagmire portal", "")),
    Group.EMAILS: (
        "INSERT INTO emails (user_id, from_email, subject, body) SELECT min(id), %s, 'Hello', %s FROM users",
        ("someone@example.com", "about the quagmire"),
    ),
    Group.AGENTS: ("INSERT INTO agents (layer, name, description) VALUES ('Role', %s, %s)", ("Finder", "of quagmires")),
    Group.CONFIGURATION: (
        "INSERT INTO config_registry (key, description, type, category) VALUES (%s, %s, 'string', 'ui')",
        ("desk.quagmire-depth", "How deep"),
    ),
}


@pytest.mark.parametrize("group", SUBJECTS)
def test_every_table_is_searched(desk: Desk, group: Group) -> None:
    statement, values = ROWS[group]
    desk.run(statement, *values)
    found = desk.find(group, "quagm")
    assert found.count == 1
    assert not found.more
    (hit,) = found.hits
    assert hit.target.kind is TargetKind.RECORD
    assert hit.target.table == SUBJECTS[group].table
    assert hit.title.marks or hit.snippet.marks
    assert found.tab or group is Group.PROPERTY


def test_the_program_and_its_help_are_searched(desk: Desk) -> None:
    tab = Entry(Target(TargetKind.TAB, "mail"), "E-mail", "The shared mailbox", "Tab")
    assert [hit.target.key for hit in desk.find(Group.PROGRAM, "mailb", offered=(tab,)).hits] == ["mail"]
    assert [hit.target.key for hit in desk.find(Group.PROGRAM, "theme").hits] == ["settings"]
    assert "undo" in [hit.target.key for hit in desk.find(Group.HELP, "undo").hits]


def test_a_key_typed_exactly_comes_first(desk: Desk) -> None:
    desk.run(INSERT, "INC-9001", "INC-900 seen again, INC-900", "INC-900 INC-900")
    desk.run(INSERT, "INC-900", "Quiet", "")
    for typed in ("INC-900", "inc-900", "inc 900"):
        assert desk.titles(Group.INCIDENTS, typed)[0] == "INC-900 · Quiet"


def test_all_words_must_occur_as_beginnings_in_any_column(desk: Desk) -> None:
    desk.run(INSERT, "INC-900", "Quagmire portal", "The mainframe in Leeds")
    assert desk.titles(Group.INCIDENTS, "leed quag mainf") == ["INC-900 · Quagmire portal"]
    assert desk.titles(Group.INCIDENTS, "quagmire hamburg") == []
    assert desk.titles(Group.INCIDENTS, "agmire") == []


def test_quotes_ask_for_the_words_together(desk: Desk) -> None:
    desk.run(INSERT, "INC-900", "Quagmire night batch", "")
    assert desk.find(Group.INCIDENTS, '"night batch" quagmire').count == 1
    assert desk.find(Group.INCIDENTS, '"batch night" quagmire').count == 0


def test_words_of_every_script_are_found_whatever_the_case(desk: Desk) -> None:
    for number, word in enumerate(("Grüße", "GRÜSSE", "ÉCLAIR", "قلم", "кофе")):
        desk.run(INSERT, f"INC-90{number}", f"About {word} again", "")
        for typed in (word, word.lower(), word[:3]):
            assert desk.find(Group.INCIDENTS, typed).count >= 1


def test_an_emoji_is_found_too(desk: Desk) -> None:
    desk.run(INSERT, "INC-900", "Cake 🍰 for all", "")
    assert desk.titles(Group.INCIDENTS, "🍰") == ["INC-900 · Cake 🍰 for all"]


def test_hostile_texts_are_texts(desk: Desk, small_window: None) -> None:
    """Also where the index is asked, whose query has a language of its own."""
    fill(desk, 100)
    admin = desk.reader("admin")
    for typed in HOSTILE:
        for group in Group:
            assert len(desk.search.find(group, typed, admin).hits) <= MOST_HITS
        assert isinstance(desk.search.similar(typed, admin), str)


def test_nothing_typed_finds_nothing(desk: Desk) -> None:
    assert all(desk.find(group, "  \n ").hits == () for group in Group)


def test_a_huge_text_is_searched_at_its_beginning_and_shown_as_a_line(desk: Desk) -> None:
    desk.run(INSERT, "INC-900", "Quagmire", "start " + "x" * (10 << 20))
    (hit,) = desk.find(Group.INCIDENTS, "quagmire start").hits
    assert len(hit.snippet.text) < 200


@pytest.mark.parametrize(
    ("persona", "groups"),
    [
        ("admin", set(Group)),
        ("john", {Group.INCIDENTS, Group.PROGRAM, Group.HELP}),
        ("rachel", {Group.SUBMISSIONS, Group.EMAILS, Group.PROGRAM, Group.HELP}),
        ("broker", {Group.SUBMISSIONS, Group.PROGRAM, Group.HELP}),
    ],
)
def test_what_no_tab_lists_is_not_found(desk: Desk, persona: str, groups: set[Group]) -> None:
    assert groups <= set(desk.search.groups(desk.reader(persona)))
    if persona != "admin":
        assert Group.CONFIGURATION not in desk.search.groups(desk.reader(persona))
        assert desk.find(Group.CONFIGURATION, "workbench", persona).hits == ()
    assert desk.find(Group.CONFIGURATION, "workbench").hits


def test_a_broker_finds_what_the_filters_of_its_lists_let_through(desk: Desk) -> None:
    insert = "INSERT INTO submissions (submission_id, broker_name, client_name, risk_level) VALUES (%s, %s, %s, 'low')"
    desk.run(insert, "SUB-900", "Tarrowby Placement", "Quagmire Lofts")
    desk.run(insert, "SUB-901", "Somebody Else", "Quagmire Zyxwvutsr")
    assert desk.titles(Group.SUBMISSIONS, "quagmire", "broker") == ["SUB-900 · Quagmire Lofts"]
    assert desk.titles(Group.SUBMISSIONS, "SUB-901", "broker") == []
    assert len(desk.titles(Group.SUBMISSIONS, "quagmire", "rachel")) == 2
    # Neither does the spelling give away what is hidden.
    assert desk.search.similar("quagmore", desk.reader("broker")) == "quagmire"
    assert desk.search.similar("zyxvwutsr", desk.reader("broker")) == ""
    assert desk.search.similar("zyxvwutsr", desk.reader("rachel")) == "zyxwvutsr"


def test_slips_of_typing(desk: Desk) -> None:
    desk.run(INSERT, "INC-900", "Quagmire in Hamburg", "")
    john = desk.reader("john")
    assert desk.search.similar("qaugmire Hamburk", john) == "quagmire hamburg"
    assert desk.search.similar("quagmire", john) == ""
    assert desk.search.similar("zzzqqqxx", john) == ""
    assert desk.search.similar("", john) == ""


@pytest.fixture
def small_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of more than 20 rows count as big."""
    monkeypatch.setattr(queries, "NEWEST", 20)


def fill(desk: Desk, rows: int) -> None:
    desk.run(
        "INSERT INTO incidents (incident_id, title, status) SELECT 'INC-' || 5000 + n, 'Filler ' || n, 'open'"
        " FROM generate_series(1, %s) n",
        rows,
    )
    desk.run("ANALYZE incidents")


def test_old_rows_of_a_big_table_are_found_by_the_index(desk: Desk, small_window: None) -> None:
    desk.run(INSERT, "INC-900", "Quagmire portal", "the night batch")
    fill(desk, 300)
    for typed in ("quagmire", "quagm portal", "INC-900", "inc 900", '"night batch"', "filler 17", "quagmire filler"):
        expected = 0 if typed == "quagmire filler" else 1
        assert desk.find(Group.INCIDENTS, typed).count >= expected, typed
    assert desk.titles(Group.INCIDENTS, "quagmire", "john") == ["INC-900 · Quagmire portal"]
    assert desk.find(Group.INCIDENTS, "quagmire filler").count == 0


def test_a_common_word_of_a_big_table_has_its_newest_rows_and_more(desk: Desk, small_window: None) -> None:
    fill(desk, 300)
    found = desk.find(Group.INCIDENTS, "filler")
    assert found.count_text == "20+"
    assert found.hits[0].title.text == "INC-5300 · Filler 300"


def test_without_the_index_a_big_table_is_read_through(desk: Desk, small_window: None) -> None:
    desk.run(INSERT, "INC-900", "Quagmire portal", "")
    fill(desk, 300)
    desk.run("DROP INDEX incidents_words_idx")
    desk.open()
    found = desk.find(Group.INCIDENTS, "quagmire")
    assert (found.count, found.remark) == (1, "")


def test_where_that_takes_too_long_it_is_said(desk: Desk, small_window: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(*_: object) -> None:
        raise DatabaseRefused("Canceling statement due to statement timeout.", sqlstate="57014")

    monkeypatch.setattr(queries.Place, "by_scan", too_long)
    fill(desk, 300)
    desk.run("DROP INDEX incidents_words_idx")
    desk.open()
    assert "only the newest 20 rows" in desk.find(Group.INCIDENTS, "quagmire").remark


def test_a_table_that_is_not_there_says_so_and_the_others_go_on(desk: Desk) -> None:
    desk.run("DROP TABLE emails CASCADE")
    desk.open()
    assert "emails" in desk.find(Group.EMAILS, "quagmire").remark
    assert desk.find(Group.HELP, "undo").hits
    assert desk.search.similar("incidnet", desk.reader("admin")) == "incident"


def test_a_column_that_is_not_there_is_left_out(desk: Desk) -> None:
    desk.run("ALTER TABLE incidents DROP COLUMN resolution, DROP COLUMN status")
    desk.run("INSERT INTO incidents (incident_id, title) VALUES ('INC-900', 'Quagmire portal')")
    desk.open()
    assert desk.titles(Group.INCIDENTS, "quagmire") == ["INC-900 · Quagmire portal"]


def test_rights_are_looked_at_again(desk: Desk) -> None:
    assert desk.search.access(desk.reader("john")).may_find("incidents")
    desk.run("UPDATE tab_configurations SET is_active = false")
    desk.open()
    assert not desk.search.access(desk.reader("john")).may_find("incidents")
    reader = replace(desk.reader("john"), permissions=frozenset({"data.browse"}))
    assert desk.search.access(reader).may_find("incidents")


def test_stored_values_are_called_what_the_form_calls_them(desk: Desk) -> None:
    desk.run(
        "INSERT INTO incidents (incident_id, title, status, priority) VALUES ('INC-9123', 'Quince', 'open', 'odd_one')"
    )
    found = desk.about(Group.INCIDENTS, "quince")
    before = words._spoken
    speak(Catalogue("de"))
    try:
        desk.open()
        german = desk.about(Group.INCIDENTS, "quince")
    finally:
        speak(before)
    assert (found, german) == (["Open · odd one"], ["Offen · odd one"])
