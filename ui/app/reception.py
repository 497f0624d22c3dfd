"""The local socket between the window that is open and later starts of the program."""

from __future__ import annotations

import logging
import sys
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ui.app.request import ANSWER, MOST_BYTES, read, written

if TYPE_CHECKING:
    from jarvis_desktop.app.instance import Instance
    from ui.app.request import Request

_PATIENCE_S = 15.0
"""How long a start waits for a window that is just opening or closing."""
_CONNECT_MS = 500
_ANSWER_MS = 5_000
_PAUSE_S = 0.05
_SILENCE_MS = 3_000
_MOST_AT_ONCE = 8

log = logging.getLogger(__name__)


class Reception(QObject):
    """Listens for later starts; what is no request of theirs is dropped without an answer.

    Signals:
        asked (Request): somebody started the program again.
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_AT_ONCE)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, address: str) -> bool:
        """Begin; the caller holds the place, so that what a crash left there is removed."""
        QLocalServer.removeServer(address)
        listening = self._server.listen(address)
        if not listening:
            log.info("later starts cannot reach this window: %s", self._server.errorString())
        return listening

    def close(self) -> None:
        """End it, with every connection."""
        self._server.close()
        for socket in self._server.findChildren(QLocalSocket):
            socket.abort()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(MOST_BYTES + 1)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._on_bytes, socket))
            # A peer that says nothing does not keep its place for ever.
            patience = QTimer(socket, singleShot=True, interval=_SILENCE_MS)
            patience.timeout.connect(partial(self._end, socket))
            patience.start()
            if len(self._server.findChildren(QLocalSocket)) > _MOST_AT_ONCE:
                socket.abort()
            elif socket.bytesAvailable():
                self._on_bytes(socket)

    def _end(self, socket: QLocalSocket) -> None:
        socket.abort()

    def _on_bytes(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > MOST_BYTES:
                socket.abort()
            return
        request = read(bytes(socket.readLine(MOST_BYTES + 1).data()))
        if request is None:
            log.info("something that is no start of the program spoke to the window")
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(request)


def hand_over(instance: Instance, request: Request) -> bool:
    """Give the request to the window that has the place; False when there is none (any more) or it does not answer.

    After False, `instance.held` tells whether the place is now this program's.
    """
    line = written(request)
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        socket = QLocalSocket()
        socket.connectToServer(instance.address)
        if socket.waitForConnected(_CONNECT_MS):
            _let_forward()
            socket.write(line)
            socket.waitForBytesWritten(_CONNECT_MS)
            if socket.bytesAvailable() or socket.waitForReadyRead(_ANSWER_MS):
                return bytes(socket.readAll().data()) == ANSWER
            return False
        socket.abort()
        if instance.begin():
            return False
        Event().wait(_PAUSE_S)
    return False


def _let_forward() -> None:
    """Windows lets a program come to the front only when the one in front says so, and that is this one."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
