"""Files in a form: dropped, pasted, chosen, refused, shown, copied, taken out; what they do to leaving and saving."""

from __future__ import annotations

import dataclasses
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.support.contents import pdf, png
from tests.ui.forms.rows import field, insert, stored
from ui.components.record_form import RecordForm
from ui.core.notice import Notice
from ui.forms.file_preview import FilePreview
from ui.forms.row_dialog import RowDialog
from ui.forms.widgets.files import FilesWidget
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext


@pytest.fixture
def show(qtbot: QtBot, context_for: Callable[[str], ComponentContext], live_url: str) -> Callable[..., RecordForm]:
    insert(live_url, "form_field_definitions",
        field("incident", "title"),
        field("incident", "papers", "file", order_index=1,
              validation_rules={"fileTypes": [".pdf", ".png", ".txt"], "maxFileSize": 4_000_000}),
        field("incident", "photo", "image", order_index=2, ui_props={"multiple": False}),
        field("incident", "damage", "repeat", order_index=3,
              ui_props={"fields": [{"name": "what"}, {"name": "proof", "type": "file"}]}))  # fmt: skip
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire"})

    def make(persona: str = "admin", **props: Any) -> RecordForm:
        form = RecordForm(context_for(persona), {"form_type": "incident", "record_id": "1", **props})
        qtbot.addWidget(form)
        form.resize(700, 900)
        form.show()
        qtbot.waitUntil(lambda: form.view is not None and form.isActiveWindow())
        return form

    return make


def holder(form: RecordForm, key: str = "papers") -> FilesWidget:
    assert form.view is not None
    widget = form.view.widget(key)
    assert isinstance(widget, FilesWidget)
    return widget


def drop(widget: FilesWidget, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.list.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, keys))


def drop_files(widget: FilesWidget, *paths: Path) -> None:
    drop(widget, *(QUrl.fromLocalFile(str(path)) for path in paths))


def names(widget: FilesWidget) -> list[str]:
    return [file["name"] for file in widget.files]


def made(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def kept(url: str, key: str) -> Any:
    return stored(url, f"SELECT critical_flags -> '_form' -> '{key}' FROM incidents")


def save(form: RecordForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.saved):
        form.save()


def test_dropped_files_are_added_shown_and_saved_with_the_record(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    form = show()
    papers = holder(form)
    drop_files(papers, made(tmp_path, "plan.pdf", pdf()), made(tmp_path, "roof.png", png(80, 40)))
    qtbot.waitUntil(lambda: names(papers) == ["plan.pdf", "roof.png"])
    assert form.view is not None
    assert form.view.dirty
    assert stored(live_url, "SELECT count(*) FROM incidents WHERE critical_flags ? '_form'") == 0
    save(form, qtbot)
    assert [file["name"] for file in kept(live_url, "papers")] == ["plan.pdf", "roof.png"]
    assert not form.view.dirty


def test_each_file_that_cannot_be_taken_is_named_and_the_others_are_added(
    show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path
) -> None:
    papers = holder(show())
    huge = tmp_path / "disk.txt"
    with huge.open("wb") as out:
        out.truncate(4 << 30)
    drop_files(papers, huge, made(tmp_path, "virus.pdf", b"MZ\x90\x00" + bytes(300)), tmp_path,
               made(tmp_path, "plan.pdf", pdf()))  # fmt: skip
    qtbot.waitUntil(lambda: names(papers) == ["plan.pdf"] and papers.refusal.count("\n") == 2)
    assert "“disk.txt” has 4.3 GB; at most 4 MB can be added" in papers.refusal
    assert "“virus.pdf” is of the kind EXE; PDF, PNG, TXT can be added" in papers.refusal
    assert "is a folder" in papers.refusal
    drop(papers, QUrl("https://example.com/a.pdf"))
    assert papers.refusal == "Only files of this computer can be added: save what is elsewhere first"
    drop_files(papers, made(tmp_path, "notes.txt", b"Notes"))
    qtbot.waitUntil(lambda: names(papers) == ["plan.pdf", "notes.txt"])
    assert papers.refusal == ""


def test_a_picture_is_pasted_and_of_one_only_the_last_stays(
    show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path
) -> None:
    photo = holder(show(), "photo")
    drop_files(photo, made(tmp_path, "roof.png", png()))
    qtbot.waitUntil(lambda: names(photo) == ["roof.png"])
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#2060c0"))
    QGuiApplication.clipboard().setImage(picture)
    photo.list.setFocus()
    QTest.keyClick(photo.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(photo) == ["Pasted picture.png"])


def test_files_are_taken_out_by_key_and_nobody_takes_one_from_a_record_that_is_only_read(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    form = show()
    papers = holder(form)
    drop_files(papers, made(tmp_path, "a.pdf", pdf()), made(tmp_path, "b.txt", b"b"))
    qtbot.waitUntil(lambda: len(papers.files) == 2)
    papers.list.setFocus()
    papers.list.setCurrentRow(names(papers).index("a.pdf"))
    QTest.keyClick(papers.list, Qt.Key.Key_Delete)
    assert names(papers) == ["b.txt"]
    save(form, qtbot)
    assert form.view is not None
    form.view.set_writable(writable=False)
    papers.list.setCurrentRow(0)
    QTest.keyClick(papers.list, Qt.Key.Key_Delete)
    drop_files(papers, made(tmp_path, "c.txt", b"c"))
    assert names(papers) == ["b.txt"]
    assert not papers.add.isVisible()


def test_a_picture_and_a_document_are_looked_at(show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path) -> None:
    form = show()
    papers = holder(form)
    drop_files(papers, made(tmp_path, "roof.png", png(90, 60)), made(tmp_path, "plan.pdf", pdf(pages=3)))
    qtbot.waitUntil(lambda: len(papers.files) == 2)

    def look(name: str) -> FilePreview:
        papers.list.setCurrentRow(names(papers).index(name))
        papers.list.setFocus()
        QTest.keyClick(papers.list, Qt.Key.Key_Return)
        preview = papers.findChildren(FilePreview)[-1]
        qtbot.waitUntil(lambda: not preview.image.isNull())
        return preview

    picture = look("roof.png")
    assert (picture.image.width(), picture.image.height()) == (90, 60)
    picture.reject()
    document = look("plan.pdf")
    document.back()
    assert document.page == 0
    QTest.keyClick(document, Qt.Key.Key_End)
    assert document.page == 2
    QTest.keyClick(document, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: document.page == 1)
    document.reject()


def test_a_damaged_document_says_so_where_it_would_be_shown(
    show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path
) -> None:
    papers = holder(show())
    drop_files(papers, made(tmp_path, "plan.pdf", b"%PDF-1.7 cut short"))
    qtbot.waitUntil(lambda: len(papers.files) == 1)
    papers.list.setCurrentRow(0)
    QTest.keyClick(papers.list, Qt.Key.Key_Return)
    preview = papers.findChildren(FilePreview)[-1]
    qtbot.waitUntil(lambda: preview.findChild(Notice) is not None)
    preview.reject()


def test_a_copy_is_written_where_the_person_says(show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path) -> None:
    papers = holder(show())
    drop_files(papers, made(tmp_path, "notes.txt", b"Notes"))
    qtbot.waitUntil(lambda: len(papers.files) == 1)
    papers.list.setCurrentRow(0)
    papers.copy_wanted.emit(papers.files[0])
    dialog = papers.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "copy.txt"
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: target.read_bytes() == b"Notes")


def test_a_record_waits_for_files_on_their_way_and_leaving_stops_them(
    show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = show()
    papers = holder(form)
    held, go_on = threading.Event(), threading.Event()
    files = form.context.services.files
    add = files.add

    def slow(path: Path, *given: Any, **options: Any) -> Any:
        held.set()
        go_on.wait(20)
        return add(path, *given, **options)

    monkeypatch.setattr(files, "add", slow)
    assert form.view is not None
    drop_files(papers, made(tmp_path, "a.txt", b"a"))
    assert papers.list.count() == 1
    qtbot.waitUntil(held.is_set)
    assert form.view.dirty, "leaving asks"
    assert not form.view.check()
    assert form.view.summary.text == "Wait until “a.txt” is added, or take it out"
    go_on.set()
    qtbot.waitUntil(lambda: names(papers) == ["a.txt"])
    assert form.view.check()
    held.clear()
    go_on.clear()
    drop_files(papers, made(tmp_path, "b.txt", b"b"))
    qtbot.waitUntil(held.is_set)
    form.view.revert()
    assert papers.list.count() == 0
    go_on.set()
    qtbot.waitUntil(lambda: form.context.tasks.pending == 0)
    assert names(papers) == []


def test_files_given_before_the_form_changes_under_them_arrive(
    show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path
) -> None:
    form = show()
    assert form.view is not None
    drop_files(holder(form), made(tmp_path, "a.txt", b"a" * 3_000_000))
    changed = dataclasses.replace(form.view.definition, fields=tuple(reversed(form.view.definition.fields)))
    form.view.set_definition(changed)
    qtbot.waitUntil(lambda: names(holder(form)) == ["a.txt"])


def test_a_row_of_its_own_takes_files(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    form = show()
    assert form.view is not None
    rows = form.view.widget("damage")
    assert isinstance(rows, RepeatWidget)
    rows.add_row()
    rows.table.opened.emit(0)
    dialog = rows.findChild(RowDialog)
    assert dialog is not None
    proof = dialog.view.widget("proof")
    assert isinstance(proof, FilesWidget)
    drop_files(proof, made(tmp_path, "bill.pdf", pdf()))
    qtbot.waitUntil(lambda: names(proof) == ["bill.pdf"])
    dialog.view.save_requested.emit()
    save(form, qtbot)
    assert kept(live_url, "damage")[0]["proof"][0]["name"] == "bill.pdf"


def test_a_draft_brings_its_files_back(show: Callable[..., RecordForm], qtbot: QtBot, tmp_path: Path) -> None:
    form = show()
    drop_files(holder(form), made(tmp_path, "a.txt", b"a"))
    qtbot.waitUntil(lambda: names(holder(form)) == ["a.txt"])
    assert form.view is not None
    state = form.view.field_state("papers")
    form.view.revert()
    assert names(holder(form)) == []
    form.view.restore_field("papers", state)
    assert names(holder(form)) == ["a.txt"]
    assert form.view.dirty
