"""The rows of the palette: headings and items, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.core.spoken_rows import SpokenRows

if TYPE_CHECKING:
    from ui.shell.palette.items import Item


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """An item with the places (start, end) in its title that were typed, or, without one, a heading."""

    text: str
    item: Item | None = None
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def spoken(self) -> str:
        """The row for screen readers."""
        if self.item is None:
            return self.text
        return ", ".join(part for part in (self.text, self.item.caption, self.item.keys) if part)

    @property
    def choosable(self) -> bool:
        """Whether it is an item."""
        return self.item is not None


class PaletteModel(SpokenRows[PaletteRow]):
    """The rows; replaced as a whole for every letter typed."""

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Show these."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def place_of(self, key: str) -> int:
        """The place of the item of that key, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.item is not None and row.item.key == key), -1)
