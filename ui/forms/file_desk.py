"""What a form does with files, in the background: takes them in, shows them small and large, writes copies."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from typing_extensions import override

from jarvis_desktop.core.cancel import Cancellation
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.media import shown_as
from jarvis_desktop.forms.files.types import FileRefused
from ui.core.jobs import Job
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.files.types import FileLimits
    from ui.core.tasks import TaskRunner

    File = Mapping[str, Any]

PICTURE_PIXELS = 4_096
"""The longest side to which a picture is read."""
_KEPT = 300


class AddingFile(Job):
    """A file on its way into the database; `result` is what its field keeps, and its content may be new or not."""

    noun = "file"

    def __init__(self, tasks: TaskRunner, name: str) -> None:
        super().__init__(tasks, tr("Adding “{name}”", name=name), Cancellation())
        self.name = name
        self.done = 0
        self.of = 0

    def start(self, work: Callable[[AddingFile, Cancellation], Any]) -> None:
        """Begin."""
        self.run_in_worker(partial(work, self, self._wanted))

    def tell(self, done: int, of: int) -> None:
        """Note how far it is, from the worker."""
        self.done, self.of = done, of

    @property
    @override
    def share(self) -> float | None:
        return min(1.0, self.done / self.of) if self.of else None

    @override
    def words(self) -> str:
        if self.stopping or not self.of:
            return super().words() or tr("Adding")
        return tr("Adding, {percent} %", percent=round(100 * self.done / self.of))


class FileDesk(QObject):
    """Works for the forms of one window; small pictures of files are kept."""

    def __init__(self, services: Application, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._small: OrderedDict[tuple[str, int], QImage] = OrderedDict()

    def add(self, source: Path | QImage, limits: FileLimits) -> AddingFile:
        """Take in a file, or a picture that is none yet; the job tells how it ended."""
        name = source.name if isinstance(source, Path) else tr("Pasted picture.png")
        job = AddingFile(self._tasks, name)
        job.start(partial(_add, self._services, source, name, limits))
        return job

    def small(self, file: File, side: int, done: Callable[[QImage], None], owner: QObject) -> None:
        """A picture of at most `side` x `side` pixels; nothing where there is none of the file."""
        key = file["hash"], side
        if key in self._small:
            self._small.move_to_end(key)
            done(self._small[key])
        elif shown_as(file["type"]):
            work = partial(_small, self._services, file, side)
            answer = partial(self._keep, key, done)
            self._tasks.submit(Lane.IO, work, done=answer, failed=_without, owner=owner)

    def picture(
        self, file: File, done: Callable[[QImage], None], failed: Callable[[JarvisError], None], owner: QObject
    ) -> None:
        """A picture file, large."""
        work = partial(_picture, self._services, file, PICTURE_PIXELS)
        self._tasks.submit(Lane.IO, work, done=done, failed=failed, owner=owner)

    def page(
        self,
        file: File,
        number: int,
        width: int,
        done: Callable[[tuple[QImage, int]], None],
        failed: Callable[[JarvisError], None],
        owner: QObject,
    ) -> None:
        """A page of a document, and how many it has."""
        work = partial(_page, self._services, file, number, width)
        self._tasks.submit(Lane.IO, work, done=done, failed=failed, owner=owner)

    def save(self, file: File, path: Path, done: Callable[[Path], None], failed: Callable[[JarvisError], None]) -> None:
        """Write a copy."""
        self._tasks.submit(
            Lane.IO, partial(self._services.files.save, file, path), done=done, failed=failed, owner=self
        )

    def _keep(self, key: tuple[str, int], done: Callable[[QImage], None], image: QImage) -> None:
        self._small[key] = image
        while len(self._small) > _KEPT:
            self._small.popitem(last=False)
        done(image)


def _add(
    services: Application, source: Path | QImage, name: str, limits: FileLimits, job: AddingFile, wanted: Cancellation
) -> File:
    if isinstance(source, Path):
        return services.files.add(source, limits, progress=job.tell, wanted=wanted)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG")  # type: ignore[call-overload]  # a device, as Qt takes it
    return services.files.add_content(name, bytes(buffer.data().data()), limits)


def _small(services: Application, file: File, side: int) -> QImage:
    paged = shown_as(file["type"]) == "pages"
    image = _page(services, file, 0, side)[0] if paged else _picture(services, file, side)
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, aspect, smooth) if max(image.width(), image.height()) > side else image


def _picture(services: Application, file: File, longest: int) -> QImage:
    """The picture, read no larger than that, turned as its camera says."""
    buffer = QBuffer()
    buffer.setData(QByteArray(services.files.content(file)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FileRefused(
            tr("“{name}” cannot be shown: it is damaged, or too large", name=file["name"]),
            title=tr("No preview"),
            hint=tr("Save a copy to open it with another program."),
        )
    return image


def _page(services: Application, file: File, number: int, width: int) -> tuple[QImage, int]:
    drawn = services.files.page(file, number, width)
    image = QImage(drawn.pixels, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGB32)
    return image.copy(), drawn.pages


def _without(_error: JarvisError) -> None:
    """A file that has no small picture shows the sign of its kind."""
