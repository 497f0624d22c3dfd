"""Results in a list: one order of groups, whatever order they come in, and a model that Qt finds consistent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.search.types import Group, GroupResult, Hit, Marked, Target, TargetKind
from ui.core.spoken_rows import ROW
from ui.search.model import SHOWN, Kind, ResultModel, ResultRow

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester


def result(group: Group, count: int, *, more: bool = False, tab: str = "t", remark: str = "") -> GroupResult:
    hits = tuple(
        Hit(Target(TargetKind.RECORD, str(n), "incidents"), Marked(f"{group} {n}"), about="open") for n in range(count)
    )
    return GroupResult(group, hits, count, more, remark, "incidents", tab)


def rows(model: ResultModel) -> list[ResultRow]:
    return [model.index(place).data(ROW) for place in range(model.rowCount())]


def test_groups_keep_their_order(qtmodeltester: ModelTester) -> None:
    model = ResultModel()
    for group in (Group.HELP, Group.INCIDENTS, Group.SUBMISSIONS):
        model.show_group(result(group, 2))
    headings = [row.text for row in rows(model) if row.kind is Kind.HEADING]
    assert headings == ["Submissions", "Incidents", "Help"]
    assert model.headings() == [0, 3, 6]
    untyped: Any = qtmodeltester
    untyped.check(model)


def test_a_group_is_replaced_in_its_place() -> None:
    model = ResultModel()
    model.show_group(result(Group.SUBMISSIONS, 2))
    model.show_group(result(Group.HELP, 1))
    for count in (4, 1, 0, 3):
        model.show_group(result(Group.SUBMISSIONS, count))
        assert [row.kind for row in rows(model)].count(Kind.HIT) == count + 1
        assert rows(model)[-1].hit is not None
    model.keep_only(frozenset({Group.HELP}))
    assert model.rowCount() == 2
    model.clear()
    assert model.rowCount() == 0


def test_more_hits_than_are_shown_stand_in_the_tab() -> None:
    model = ResultModel()
    model.show_group(result(Group.INCIDENTS, 20, more=True))
    found = rows(model)
    assert [row.kind for row in found] == [Kind.HEADING, *[Kind.HIT] * SHOWN, Kind.ALL]
    assert found[0].note == "20+"
    assert found[1].spoken == "incidents 0, open, Incidents"


def test_a_remark_stands_without_hits_too() -> None:
    model = ResultModel()
    model.show_group(result(Group.EMAILS, 0, remark="The table is not there."))
    assert [row.kind for row in rows(model)] == [Kind.HEADING, Kind.REMARK]
    assert model.first() == -1


def test_headings_and_remarks_cannot_be_chosen() -> None:
    model = ResultModel()
    model.show_group(result(Group.INCIDENTS, 1, remark="Slow."))
    model.show_group(result(Group.HELP, 1, tab=""))
    assert [model.first(place) for place in range(model.rowCount())] == [1, 1, 4, 4, 4]
    assert model.first(3, -1) == 1
    assert model.first(0, -1) == -1


def test_earlier_searches_give_way_to_results() -> None:
    model = ResultModel()
    model.show_recent(["printer", "hamburg"])
    assert [row.kind for row in rows(model)] == [Kind.HEADING, Kind.RECENT, Kind.RECENT]
    model.keep_only(frozenset(Group))
    model.show_group(result(Group.HELP, 1))
    assert [row.kind for row in rows(model)] == [Kind.HEADING, Kind.HIT]
