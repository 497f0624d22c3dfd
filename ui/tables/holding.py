"""What a table view keeps while its rows are read anew: selection, current cell, scroll position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.tables.selection import Run
    from ui.tables.view import TableView


@dataclass(frozen=True, slots=True)
class Held:
    """What was selected and in sight; places hold only where the `same` rows come again in the same order."""

    chosen: str = ""
    everything: bool = False
    runs: tuple[Run, ...] = ()
    current: int = -1
    column: str = ""
    top: int = 0
    same: bool = False


def hold(view: TableView, *, same: bool) -> Held:
    """Remember how the view is now."""
    columns, place = view.rows.columns, view.currentIndex().column()
    return Held(
        chosen=view.chosen_id,
        everything=view.selecting.everything,
        runs=view.selecting.runs,
        current=view.currentIndex().row(),
        column=columns[place].name if 0 <= place < len(columns) else "",
        top=view.verticalScrollBar().value(),
        same=same,
    )


def restore(view: TableView, held: Held) -> None:
    """Bring back what was held, as far as it still has a meaning."""
    if held.same:
        view.selecting.select_runs(held.runs, held.current)
    else:
        view.scrollToTop()
        view.choose(held.chosen, scroll=False)
    if held.everything:
        view.selectAll()
    view.keep_current()
    view.stand_in(held.column)
    if held.same:
        view.verticalScrollBar().setValue(held.top)
