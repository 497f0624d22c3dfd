"""Where somebody was in the help: back and forward, as in a browser."""

from __future__ import annotations

MOST = 100


class Trail:
    """Names of pages in the order of reading; going somewhere new forgets what was ahead."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._place = -1

    @property
    def current(self) -> str:
        """The page one is at, or ""."""
        return self._names[self._place] if self._names else ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is a page before."""
        return self._place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._place < len(self._names) - 1

    def visit(self, name: str) -> None:
        """Be at a page; nothing happens for the one one is at."""
        if name and name != self.current:
            self._names = [*self._names[: self._place + 1], name][-MOST:]
            self._place = len(self._names) - 1

    def back(self) -> str:
        """Go to the page before; the current one where there is none."""
        self._place -= self.can_go_back
        return self.current

    def forward(self) -> str:
        """Go to the page that one came back from."""
        self._place += self.can_go_forward
        return self.current
