"""The window's one list of steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.errors import DatabaseUnavailable, JarvisError, StaleRecord
from ui.core.undo import MOST_STEPS, Refusal, UndoStack

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(eq=False)
class Later:
    """A step that answers when the test says so."""

    text: str
    asked: list[str] = field(default_factory=list)
    done: Callable[[], None] | None = None
    failed: Callable[[JarvisError], None] | None = None

    def undo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        self.asked.append("undo")
        self.done, self.failed = done, failed

    def redo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        self.asked.append("redo")
        self.done, self.failed = done, failed

    def succeed(self) -> None:
        assert self.done is not None
        self.done()

    def fail(self, error: JarvisError) -> None:
        assert self.failed is not None
        self.failed(error)


@pytest.fixture
def stack() -> UndoStack:
    return UndoStack()


def test_steps_go_back_and_forth_by_name(stack: UndoStack) -> None:
    one, two = Later("one"), Later("two")
    stack.record(one)
    stack.record(two)
    assert (stack.undo_text, stack.redo_text, stack.history()) == ("two", "", ["two", "one"])
    stack.undo()
    two.succeed()
    assert (stack.undo_text, stack.redo_text) == ("one", "two")
    stack.redo()
    two.succeed()
    assert (stack.undo_text, stack.redo_text) == ("two", "")


def test_one_step_at_a_time(stack: UndoStack) -> None:
    one, two = Later("one"), Later("two")
    stack.record(one)
    stack.record(two)
    stack.undo()
    stack.undo()
    stack.redo()
    assert (one.asked, two.asked, stack.undo_text, stack.redo_text) == ([], ["undo"], "", "")
    two.succeed()
    assert stack.undo_text == "one"


def test_something_new_leaves_nothing_to_redo_also_while_a_step_is_on_its_way(stack: UndoStack) -> None:
    one, two, new = Later("one"), Later("two"), Later("new")
    stack.record(one)
    stack.record(two)
    stack.undo()
    stack.record(new)
    two.succeed()
    assert (stack.undo_text, stack.redo_text, stack.history()) == ("new", "", ["new", "one"])


def test_a_refused_step_leaves_the_list_and_is_told(stack: UndoStack) -> None:
    one, two = Later("one"), Later("two")
    stack.record(one)
    stack.record(two)
    told: list[Refusal] = []
    stack.refused.connect(told.append)
    stack.undo()
    error = StaleRecord("changed")
    two.fail(error)
    assert told == [Refusal(two, error, back=True)]
    assert stack.history() == ["one"]
    assert stack.redo_text == ""


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_step_stays_while_the_database_is_away(stack: UndoStack, meanwhile: bool) -> None:
    one = Later("one")
    stack.record(one)
    stack.undo()
    if meanwhile:
        stack.record(Later("new"))
    one.fail(DatabaseUnavailable("away"))
    assert stack.history() == (["new", "one"] if meanwhile else ["one"])
    if not meanwhile:
        stack.undo()
        one.succeed()
        stack.redo()
        one.fail(DatabaseUnavailable("away"))
        assert stack.redo_text == "one"


def test_a_part_of_a_refused_step_can_be_tried_again(stack: UndoStack) -> None:
    one, two, rest = Later("one"), Later("two"), Later("the others of two")
    stack.record(one)
    stack.record(two)
    stack.undo()
    two.fail(StaleRecord("changed"))
    stack.retry(rest, back=True)
    rest.succeed()
    assert (stack.undo_text, stack.redo_text) == ("one", "the others of two")


def test_dropped_steps_are_gone_on_either_side(stack: UndoStack) -> None:
    steps = [Later(str(number)) for number in range(4)]
    for step in steps:
        stack.record(step)
    stack.undo()
    steps[3].succeed()
    stack.drop([steps[1], steps[3]])
    assert (stack.history(), stack.redo_text) == (["2", "0"], "")


def test_the_list_has_an_end(stack: UndoStack) -> None:
    for number in range(MOST_STEPS + 5):
        stack.record(Later(str(number)))
    assert len(stack.history()) == MOST_STEPS
    assert stack.history()[-1] == "5"
