"""One window for each person and database: a second start hands over what it was asked for, and ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jarvis_desktop.app.instance import Instance
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from jarvis_desktop.app.paths import Paths
    from ui.app.arguments import Arguments
    from ui.app.program import Program
    from ui.app.reception import Reception

_LISTENS_AFTER_MS = 300
"""How long after its first paint the window answers others; a start that comes sooner waits for it."""


class Entrance:
    """What happens at the door: who else is there, and who comes later.

    A start that renders a picture talks to nobody, nor does one that was asked for a window of its own.
    """

    def __init__(self, arguments: Arguments, paths: Paths, database_url: str) -> None:
        self._arguments = arguments
        alone = arguments.screenshot is not None or arguments.new_window
        self._instance = None if alone else Instance(paths, database_url)
        self._reception: Reception | None = None
        self._program: Program | None = None

    def handed_over(self) -> bool:
        """Whether the window that is open already took this start over."""
        if self._instance is None or self._instance.begin():
            return False
        from ui.app.reception import hand_over
        from ui.app.request import Request, activation_token

        asked = self._arguments
        request = Request(
            link=asked.link,
            persona=asked.persona or "",
            tab=asked.tab,
            record=asked.record,
            form=asked.form,
            activation=activation_token(),
        )
        if hand_over(self._instance, request):
            return True
        if not self._instance.held and sys.stderr is not None:
            print(tr("The window that is open does not answer; here is another one."), file=sys.stderr)  # noqa: T201
        return False

    def receive(self, program: Program) -> None:
        """From the window's first paint on, follow the link of this start and hear later ones."""
        self._program = program
        if self._arguments.link:
            from ui.app.arrivals import Arrivals
            from ui.app.request import Request

            Arrivals(program).take(Request(link=self._arguments.link))
        if self._instance is not None and self._instance.held:
            program.window.painted.connect(self._on_painted)

    def close(self) -> None:
        """Let the next start have the place."""
        if self._reception is not None:
            self._reception.close()
        if self._instance is not None:
            self._instance.end()

    def _on_painted(self) -> None:
        from PySide6.QtCore import QTimer

        assert self._program is not None
        QTimer.singleShot(_LISTENS_AFTER_MS, self._program, self._listen)

    def _listen(self) -> None:
        from ui.app.arrivals import Arrivals
        from ui.app.reception import Reception

        assert self._program is not None
        assert self._instance is not None
        window = self._program.window
        arrivals = window.findChild(Arrivals) or Arrivals(self._program)
        self._reception = Reception(window)
        self._reception.asked.connect(arrivals.welcome)
        self._reception.listen(self._instance.address)
