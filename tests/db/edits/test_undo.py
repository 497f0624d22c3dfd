"""Stored changes and their inverse: what undo restores, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.errors import InvalidInput, JarvisError, NotAllowed, RecordMissing
from jarvis_desktop.edits import queries
from jarvis_desktop.edits.types import StaleEdit
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.db.edits.desk import ADMIN, EVERYTHING, FORM, Desk

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

OTHER = replace(ADMIN, user_id="u2")


@pytest.fixture
def desk(database: Database) -> Desk:
    desk = Desk(database)
    desk.fill(5)
    return desk


def test_a_save_is_named_taken_back_and_done_again(desk: Desk) -> None:
    (first,) = desk.ids(1)
    before = desk.incidents()
    saved = desk.forms.save(FORM, first, {"title": "New"}, {"title": "T1"}, ADMIN)
    after = desk.incidents()
    assert saved.edit is not None
    assert (saved.edit.text, saved.edit.rows) == ("title of INC-1", 1)
    assert saved.edit.id is not None
    undone = desk.edits.undo(saved.edit.id, ADMIN)
    assert undone.changes.rows == {"incidents": frozenset({first})}
    assert desk.incidents() == before
    desk.edits.redo(saved.edit.id, ADMIN)
    assert desk.incidents() == after


def test_several_fields_are_counted(desk: Desk) -> None:
    saved = desk.forms.save(FORM, desk.ids(1)[0], {"title": "A", "status": "b", "john_notes": "c"}, {}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.text == "3 fields of INC-1"


def test_a_new_record_goes_and_comes_back_under_its_key(desk: Desk) -> None:
    before = desk.incidents()
    saved = desk.forms.create(FORM, {"title": "Flood"}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.id is not None
    assert saved.edit.text == f"new incident {saved.record.values['incident_id']}"
    after = desk.incidents()
    desk.edits.undo(saved.edit.id, ADMIN)
    assert desk.incidents() == before
    desk.edits.redo(saved.edit.id, ADMIN)
    assert desk.incidents() == after


def test_what_somebody_else_changed_since_stays(desk: Desk) -> None:
    (first,) = desk.ids(1)
    edit = desk.save(first, title="Mine")
    desk.run("UPDATE incidents SET title = 'Theirs' WHERE id = :id", id=int(first))
    before = desk.incidents()
    with pytest.raises(
        StaleEdit, match=r"INC-1 was changed by someone else since \(title is “Theirs” now\)"
    ) as refused:
        desk.edits.undo(edit, ADMIN)
    assert (refused.value.table, refused.value.record_id, refused.value.rest) == ("incidents", first, 0)
    assert desk.incidents() == before


def test_other_columns_may_change_meanwhile(desk: Desk) -> None:
    (first,) = desk.ids(1)
    edit = desk.save(first, title="Mine")
    desk.run("UPDATE incidents SET status = 'closed', updated_at = now() + interval '1 day' WHERE id = :id", id=first)
    desk.edits.undo(edit, ADMIN)
    assert desk.value("SELECT title || ' ' || status FROM incidents ORDER BY id LIMIT 1") == "T1 closed"


def test_twice_is_refused_either_way(desk: Desk) -> None:
    edit = desk.save(desk.ids(1)[0], title="Mine")
    with pytest.raises(StaleEdit, match="redone already"):
        desk.edits.redo(edit, ADMIN)
    desk.edits.undo(edit, ADMIN)
    with pytest.raises(StaleEdit, match="undone already"):
        desk.edits.undo(edit, ADMIN)
    desk.edits.redo(edit, ADMIN)
    with pytest.raises(StaleEdit, match="redone already"):
        desk.edits.redo(edit, ADMIN)


def test_a_later_edit_of_ones_own_goes_first(desk: Desk) -> None:
    (first,) = desk.ids(1)
    earlier, later = desk.save(first, title="One"), desk.save(first, title="Two")
    with pytest.raises(StaleEdit, match=r"changed again by yourself later \(title of INC-1\)"):
        desk.edits.undo(earlier, ADMIN)
    desk.edits.undo(later, ADMIN)
    desk.edits.undo(earlier, ADMIN)
    assert desk.value("SELECT title FROM incidents ORDER BY id LIMIT 1") == "T1"


def test_a_row_that_is_gone_is_named(desk: Desk) -> None:
    (first,) = desk.ids(1)
    edit = desk.save(first, title="Mine")
    desk.run("DELETE FROM incidents WHERE id = :id", id=first)
    with pytest.raises(StaleEdit, match="was deleted since") as refused:
        desk.edits.undo(edit, ADMIN)
    assert refused.value.record_id == ""


def test_only_its_maker_may_take_an_edit_back_and_only_while_allowed(desk: Desk) -> None:
    edit = desk.save(desk.ids(1)[0], title="Mine")
    with pytest.raises(NotAllowed, match="somebody else"):
        desk.edits.undo(edit, OTHER)
    with pytest.raises(NotAllowed, match=r"records\.write"):
        desk.edits.undo(edit, replace(ADMIN, permissions=frozenset()))
    with pytest.raises(RecordMissing, match="journal"):
        desk.edits.undo(edit + 100, ADMIN)


def test_a_bulk_edit_leaves_equal_rows_alone(desk: Desk) -> None:
    desk.run("UPDATE incidents SET status = 'closed' WHERE incident_id = 'INC-2'")
    before = desk.incidents()
    edit = desk.forms.change_rows(FORM, EVERYTHING, {"status": "closed"}, ADMIN)
    assert (edit.text, edit.rows) == ("status of 4 incidents", 4)
    assert edit.changes.rows["incidents"] is not None
    assert edit.id is not None
    assert desk.value("SELECT count(*) FROM incidents WHERE status = 'closed'") == 5
    desk.edits.undo(edit.id, ADMIN)
    assert desk.incidents() == before


def test_a_bulk_edit_that_changes_nothing_is_no_edit(desk: Desk) -> None:
    edit = desk.forms.change_rows(FORM, EVERYTHING, {"status": "open"}, ADMIN)
    assert (edit.id, edit.rows, dict(edit.changes.rows)) == (None, 0, {})
    assert desk.value("SELECT count(*) FROM desktop.edits") == 0


def test_bulk_refusals_stand_at_the_field(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="Title is required"):
        desk.forms.change_rows(FORM, EVERYTHING, {"title": ""}, ADMIN)
    with pytest.raises(InvalidInput, match="ID cannot be changed here"):
        desk.forms.change_rows(FORM, EVERYTHING, {"id": 5}, ADMIN)
    with pytest.raises(InvalidInput, match="Incident ID") as taken:
        desk.forms.change_rows(FORM, EVERYTHING, {"incident_id": "INC-1"}, ADMIN)
    assert [problem.field for problem in taken.value.problems] == ["incident_id"]
    with pytest.raises(NotAllowed):
        desk.forms.change_rows(FORM, EVERYTHING, {"status": "x"}, replace(ADMIN, permissions=frozenset()))
    assert desk.value("SELECT count(*) FROM desktop.edits") == 0


def test_a_filter_names_the_rows(desk: Desk) -> None:
    rows = RowSet(Query("incidents", filters=(Filter("title", Operator.IN, ("T1", "T3")),)), everything=True)
    edit = desk.forms.change_rows(FORM, rows, {"john_notes": "x"}, ADMIN)
    assert edit.text == "john notes of 2 incidents"
    assert desk.value("SELECT string_agg(title, ',' ORDER BY id) FROM incidents WHERE john_notes = 'x'") == "T1,T3"


def test_deleted_rows_come_back_whole(desk: Desk) -> None:
    before = desk.incidents()
    edit = desk.forms.remove_rows("incidents", desk.rows(3), ADMIN)
    assert (edit.text, edit.rows) == ("deletion of 3 incidents", 3)
    assert edit.id is not None
    assert len(desk.incidents()) == 2
    desk.edits.undo(edit.id, ADMIN)
    assert desk.incidents() == before
    desk.edits.redo(edit.id, ADMIN)
    assert len(desk.incidents()) == 2


def test_a_row_of_many_columns_and_a_large_document_goes_and_comes(desk: Desk) -> None:
    more = ", ".join(f"ADD COLUMN extra_{number} text DEFAULT '{number}'" for number in range(285))
    desk.run(f"ALTER TABLE incidents {more}")
    desk.run(
        "UPDATE incidents SET critical_flags ="
        " (SELECT jsonb_agg(md5(g\\:\\:text)) FROM generate_series(1, 60000) AS g) WHERE incident_id = 'INC-1'"
    )
    before = desk.incidents()
    gone = desk.forms.remove_rows("incidents", desk.rows(1), ADMIN)
    assert gone.id is not None
    for _ in range(2):
        desk.edits.undo(gone.id, ADMIN)
        assert desk.incidents() == before
        desk.edits.redo(gone.id, ADMIN)
        assert len(desk.incidents()) == len(before) - 1
    desk.edits.undo(gone.id, ADMIN)
    desk.run("UPDATE incidents SET extra_284 = 'theirs' WHERE incident_id = 'INC-1'")
    with pytest.raises(StaleEdit, match="extra 284"):
        desk.edits.redo(gone.id, ADMIN)


def test_one_deleted_row_is_named(desk: Desk) -> None:
    assert desk.forms.remove_rows("incidents", desk.rows(1), ADMIN).text == "deletion of INC-1"


def test_a_deleted_row_whose_key_was_given_away_stays_away(desk: Desk) -> None:
    edit = desk.forms.remove_rows("incidents", desk.rows(2), ADMIN)
    assert edit.id is not None
    desk.run("INSERT INTO incidents (incident_id, title) VALUES ('INC-2', 'Another')")
    before = desk.incidents()
    with pytest.raises(StaleEdit, match="has one of its keys"):
        desk.edits.undo(edit.id, ADMIN)
    assert desk.incidents() == before


AGENT = "INSERT INTO agents (id, name, layer) VALUES (:id, 'A', 'Role')"
VERSION = "INSERT INTO agent_versions (agent_id, version_number) VALUES (:id, 1)"
RUN = "INSERT INTO agent_executions (execution_id, persona, command) VALUES ('RUN-1', 'admin', 'x')"
STEP = (
    "INSERT INTO agent_execution_steps"
    " (id, execution_id, step_order, layer, agent_name, agent_type, action, parent_step_id)"
    " VALUES (:id, 'RUN-1', 1, 'Role', 'A', 'x', 'x', :parent)"
)


def test_rows_that_others_refer_to_are_not_deleted_even_where_the_database_would(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.run(AGENT, id=number)
    desk.run(VERSION, id=2)
    with pytest.raises(JarvisError, match="1 agent is referred to by agent versions") as refused:
        desk.forms.remove_rows("agents", RowSet(Query("agents"), everything=True), ADMIN)
    assert refused.value.title == "Still needed"
    assert desk.value("SELECT count(*) FROM agents") == 3
    assert desk.value("SELECT count(*) FROM agent_versions") == 1


def test_rows_that_refer_to_each_other_go_and_come_together(desk: Desk) -> None:
    desk.run(RUN)
    for number, parent in ((1, None), (2, 1), (3, 2), (4, 1)):
        desk.run(STEP, id=number, parent=parent)
    steps = Query("agent_execution_steps")
    with pytest.raises(JarvisError, match="1 agent execution step is referred to by agent execution steps"):
        desk.forms.remove_rows("agent_execution_steps", RowSet(steps, ids=("1", "2", "3")), ADMIN)
    edit = desk.forms.remove_rows("agent_execution_steps", RowSet(steps, everything=True), ADMIN)
    assert edit.id is not None
    assert desk.value("SELECT count(*) FROM agent_execution_steps") == 0
    desk.edits.undo(edit.id, ADMIN)
    chain = "SELECT string_agg(id || '<' || coalesce(parent_step_id, 0), ' ' ORDER BY id) FROM agent_execution_steps"
    assert desk.value(chain) == "1<0 2<1 3<2 4<1"


def test_a_row_does_not_come_back_without_what_it_refers_to(desk: Desk) -> None:
    desk.run(AGENT, id=1)
    desk.run(VERSION, id=1)
    edit = desk.forms.remove_rows("agent_versions", RowSet(Query("agent_versions"), everything=True), ADMIN)
    assert edit.id is not None
    desk.run("DELETE FROM agents")
    with pytest.raises(StaleEdit, match="There is no “1” in agents"):
        desk.edits.undo(edit.id, ADMIN)


def test_a_new_row_that_others_refer_to_stays(desk: Desk) -> None:
    saved = desk.forms.create("table:agents", {"name": "Anna", "layer": "Role"}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.id is not None
    desk.run(VERSION, id=int(saved.record.id))
    with pytest.raises(StaleEdit, match="referred to by other records"):
        desk.edits.undo(saved.edit.id, ADMIN)
    assert desk.value("SELECT count(*) FROM agents") == 1


def test_a_new_row_that_was_changed_since_stays(desk: Desk) -> None:
    saved = desk.forms.create(FORM, {"title": "Flood"}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.id is not None
    desk.run("UPDATE incidents SET status = 'closed' WHERE id = :id", id=int(saved.record.id))
    with pytest.raises(StaleEdit, match=r"changed by someone else since \(status is “closed” now\)"):
        desk.edits.undo(saved.edit.id, ADMIN)


def test_the_rest_can_be_taken_back_alone(desk: Desk) -> None:
    edit = desk.forms.change_rows(FORM, EVERYTHING, {"status": "closed"}, ADMIN)
    assert edit.id is not None
    desk.run("UPDATE incidents SET status = 'theirs' WHERE incident_id IN ('INC-2', 'INC-4')")
    with pytest.raises(StaleEdit, match="2 of 5 incidents stand in the way") as refused:
        desk.edits.undo(edit.id, ADMIN)
    assert (refused.value.unfit, refused.value.rest) == (2, 3)
    assert desk.value("SELECT count(*) FROM incidents WHERE status = 'closed'") == 3
    rest = desk.edits.undo(edit.id, ADMIN, rest=True)
    assert (rest.rows, rest.text) == (3, "status of 5 incidents (all but 2)")
    assert desk.value("SELECT string_agg(status, ',' ORDER BY id) FROM incidents") == "open,theirs,open,theirs,open"
    desk.edits.redo(edit.id, ADMIN)
    assert desk.value("SELECT count(*) FROM incidents WHERE status = 'closed'") == 3


def test_a_column_dropped_meanwhile_is_named(desk: Desk) -> None:
    (first,) = desk.ids(1)
    edit = desk.save(first, john_notes="note")
    gone = desk.forms.remove_rows("incidents", desk.rows(1), ADMIN)
    assert gone.id is not None
    desk.run("ALTER TABLE incidents DROP COLUMN john_notes")
    desk.edits.undo(gone.id, ADMIN)
    with pytest.raises(StaleEdit, match="“John notes” of incidents is not in this database any more"):
        desk.edits.undo(edit, ADMIN)


def test_a_server_that_does_not_tell_what_rows_held_is_asked_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "_tells_old", lambda _session: False)
    before = desk.incidents()
    edit = desk.forms.change_rows(FORM, EVERYTHING, {"status": "closed", "title": "T1"}, ADMIN)
    after = desk.incidents()
    assert (edit.rows, edit.text) == (5, "2 fields of 5 incidents")
    assert edit.id is not None
    desk.edits.undo(edit.id, ADMIN)
    assert desk.incidents() == before
    desk.edits.redo(edit.id, ADMIN)
    assert desk.incidents() == after


FIELD = "INSERT INTO form_field_definitions (form_type, field_key, field_type, label, options, ui_props, order_index)"
FOLLOWS = '{"dependencies": {"dependsOn": "layer", "mapping": {"Role": ["Clerk"], "System": ["Robot"]}}}'
AGENT_FIELDS = (
    "('agent_edit', 'layer', 'select', 'Layer', '[\"Role\", \"System\"]', NULL, 1)",
    f"('agent_edit', 'kind', 'select', 'Kind', '[]', '{FOLLOWS}', 2)",
    "('agent_edit', 'motto', 'text', 'Motto', NULL, NULL, 3)",
)


@pytest.fixture
def agents(database: Database) -> Desk:
    """Three agents in a form whose kind follows the layer, both of them partly in a JSON column."""
    desk = Desk(database)
    for number, layer in ((1, "Role"), (2, "Role"), (3, "System")):
        desk.run("INSERT INTO agents (id, name, layer) VALUES (:id, 'A', :layer)", id=number, layer=layer)
    for row in AGENT_FIELDS:
        desk.run(f"{FIELD} VALUES {row}".replace(":", "\\:"))
    return desk


def test_a_field_kept_in_a_json_column_is_edited_in_bulk_too(agents: Desk) -> None:
    agents.run("""UPDATE agents SET config = '{"mine": 1}' WHERE id = 2""")
    configs = "SELECT string_agg(coalesce(config::text, '-'), ' ' ORDER BY id) FROM agents"
    before = agents.value(configs)
    rows = RowSet(Query("agents"), everything=True)
    edit = agents.forms.change_rows("agent_edit", rows, {"motto": "Go"}, ADMIN)
    assert edit.text == "motto of 3 agents"
    assert agents.value("SELECT count(*) FROM agents WHERE config ->> 'motto' = 'Go'") == 3
    assert agents.value("SELECT config ->> 'mine' FROM agents WHERE id = 2") == "1"
    assert agents.forms.change_rows("agent_edit", rows, {"motto": "Go"}, ADMIN).rows == 0
    assert edit.id is not None
    agents.edits.undo(edit.id, ADMIN)
    assert agents.value(configs) == before
    agents.run("UPDATE agents SET config = '[1]' WHERE id = 3")
    with pytest.raises(InvalidInput, match="Motto cannot be stored: 1 agent holds"):
        agents.forms.change_rows("agent_edit", rows, {"motto": "Go"}, ADMIN)


def test_a_field_that_does_not_show_is_refused_with_while_what_it_would(agents: Desk) -> None:
    waits = '{"conditional": {"dependsOn": "layer", "value": ["Role", "Process"]}}'.replace(":", "\\:")
    agents.run(f"{FIELD} VALUES ('agent_edit', 'desk', 'text', 'Desk', NULL, '{waits}', 4)")
    rows = RowSet(Query("agents"), everything=True)
    with pytest.raises(InvalidInput, match="Desk applies only where Layer is one of Role or Process"):
        agents.forms.change_rows("agent_edit", rows, {"desk": "North"}, ADMIN)
    assert agents.forms.change_rows("agent_edit", rows, {"layer": "Role", "desk": "North"}, ADMIN).rows == 3


def test_other_keys_of_a_document_may_change_meanwhile(agents: Desk) -> None:
    rows = RowSet(Query("agents"), everything=True)
    edit = agents.forms.change_rows("agent_edit", rows, {"motto": "Go", "layer": "Role", "kind": "Clerk"}, ADMIN)
    assert edit.id is not None
    theirs = """UPDATE agents SET config = config || '{"colour": true}' WHERE id = 1"""
    agents.run(theirs)
    agents.edits.undo(edit.id, ADMIN)
    configs = "SELECT string_agg(layer || coalesce(config::text, '-'), ' ' ORDER BY id) FROM agents"
    assert agents.value(configs) == 'Role{"colour": true} Role- System-'
    agents.edits.redo(edit.id, ADMIN)
    assert agents.value("SELECT config - 'kind' FROM agents WHERE id = 1") == {"motto": "Go", "colour": True}
    agents.run("""UPDATE agents SET config = jsonb_set(config, '{motto}', '"Stop"') WHERE id = 2""")
    agents.run("""UPDATE agents SET config = '[1]' WHERE id = 3""")
    before = agents.value(configs)
    with pytest.raises(StaleEdit) as refused:
        agents.edits.undo(edit.id, ADMIN)
    assert (refused.value.unfit, refused.value.rest, refused.value.record_id) == (2, 1, "2")
    assert agents.value(configs) == before
    agents.edits.undo(edit.id, ADMIN, rest=True)
    assert agents.value("SELECT config FROM agents WHERE id = 1") == {"colour": True}
    assert agents.value("SELECT config ->> 'motto' FROM agents WHERE id = 2") == "Stop"


def test_a_choice_that_some_of_the_rows_do_not_offer_is_refused(agents: Desk) -> None:
    rows = RowSet(Query("agents"), everything=True)
    with pytest.raises(InvalidInput, match=r"Kind “Clerk” is not one of the choices for Layer “System” \(1 agent\)"):
        agents.forms.change_rows("agent_edit", rows, {"kind": "Clerk"}, ADMIN)
    agents.forms.change_rows("agent_edit", RowSet(Query("agents"), ids=("1", "2")), {"kind": "Clerk"}, ADMIN)
    with pytest.raises(InvalidInput, match="change Kind as well"):
        agents.forms.change_rows("agent_edit", rows, {"layer": "System"}, ADMIN)
    both = agents.forms.change_rows("agent_edit", rows, {"layer": "System", "kind": "Robot"}, ADMIN)
    assert both.text == "2 fields of 3 agents"


def test_recent_lists_what_stands(desk: Desk) -> None:
    first, second, third = desk.ids(3)
    desk.save(first, title="a")
    taken = desk.save(second, title="b")
    desk.save(third, title="c")
    desk.edits.undo(taken, ADMIN)
    assert [edit.text for edit in desk.edits.recent(ADMIN)] == ["title of INC-3", "title of INC-1"]
    assert desk.edits.recent(OTHER) == ()


def test_the_journal_forgets_what_is_old_or_too_much(desk: Desk) -> None:
    first, second, third = desk.ids(3)
    old, big, new = desk.save(first, title="a"), desk.save(second, title="b"), desk.save(third, title="c")
    desk.run("UPDATE desktop.edits SET made_at = now() - interval '31 days' WHERE id = :id", id=old)
    assert desk.edits.prune() == 1
    desk.run("UPDATE desktop.edits SET row_count = 5000001 WHERE id = :id", id=big)
    assert desk.edits.prune() == 1
    assert desk.value("SELECT count(*) FROM desktop.edit_rows") == 1
    desk.edits.undo(new, ADMIN)
    with pytest.raises(RecordMissing):
        desk.edits.undo(big, ADMIN)


def test_without_our_schema_changes_work_and_cannot_be_undone(desk: Desk) -> None:
    desk.run("DROP TABLE desktop.edit_rows, desktop.edits")
    saved = desk.forms.save(FORM, desk.ids(1)[0], {"title": "New"}, {}, ADMIN)
    assert saved.edit is not None
    assert (saved.edit.id, saved.edit.rows) == (None, 1)
    bulk = desk.forms.change_rows(FORM, EVERYTHING, {"status": "closed"}, ADMIN)
    assert (bulk.id, bulk.rows, bulk.text) == (None, 5, "status of 5 incidents")
    gone = desk.forms.remove_rows("incidents", desk.rows(2), ADMIN)
    assert (gone.id, gone.rows) == (None, 2)
    assert desk.edits.recent(ADMIN) == ()
    assert desk.edits.prune() == 0
    with pytest.raises(RecordMissing):
        desk.edits.undo(1, ADMIN)
