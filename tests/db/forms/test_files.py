"""Files in the database: each content once, whole or not at all, and only what is there can be referred to."""

from __future__ import annotations

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jarvis_desktop.core.cancel import Cancellation
from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.db.files import CHUNK
from jarvis_desktop.forms.files.service import FileService
from jarvis_desktop.forms.files.types import FileLimits, FileRefused, FileStopped
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert, scalar
from tests.support.contents import pdf, png
from tests.support.laws import examples

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService

__all__ = ["forms"]

ANY = FileLimits()


@pytest.fixture
def files(database: Database) -> FileService:
    return FileService(database)


def made(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@settings(deadline=None, max_examples=examples(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.sampled_from([1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 7]), seed=st.integers(0, 255))
def test_a_content_comes_back_as_it_went_in(
    files: FileService, database: Database, tmp_path: Path, size: int, seed: int
) -> None:
    content = bytes([seed]) * size
    told: list[tuple[int, int]] = []
    file = files.add(made(tmp_path, "a.bin", content), ANY, progress=lambda done, of: told.append((done, of)))
    assert file["hash"] == hashlib.sha256(content).hexdigest()
    assert file["size"] == size
    assert told == sorted(told)
    assert told[-1] == (size, size)
    assert files.content(file) == content
    assert files.save(file, tmp_path / "copy").read_bytes() == content


def test_the_same_content_is_stored_once_under_whatever_names(
    files: FileService, database: Database, tmp_path: Path
) -> None:
    first = files.add(made(tmp_path, "a.txt", b"hello"), ANY)
    again = files.add(made(tmp_path, "b.md", b"hello"), ANY)
    assert first["hash"] == again["hash"]
    assert (first["name"], again["name"], again["type"]) == ("a.txt", "b.md", "text/markdown")
    assert scalar(database, "SELECT count(*) FROM desktop.files") == 1
    assert scalar(database, "SELECT count(*) FROM desktop.file_chunks") == 1


def test_many_at_once_add_one_content(live_database: Database, tmp_path: Path) -> None:
    files = FileService(live_database)
    file = made(tmp_path, "a.bin", b"x" * (CHUNK + 5))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: files.add(file, ANY)["hash"], range(8)))
    assert len(set(found)) == 1
    assert scalar(live_database, "SELECT count(*) FROM desktop.file_chunks") == 2


def test_a_file_of_4_gb_is_refused_unread(files: FileService, tmp_path: Path) -> None:
    file = tmp_path / "disk.iso"
    with file.open("wb") as out:
        out.truncate(4 << 30)
    read: list[int] = []
    with pytest.raises(FileRefused, match=r"“disk\.iso” has 4\.3 GB; at most 100 MB can be added"):
        files.add(file, ANY, progress=lambda done, _of: read.append(done))
    assert read == []


def test_what_cannot_be_taken_says_so_and_leaves_nothing(
    files: FileService, database: Database, tmp_path: Path
) -> None:
    for file, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "gone.txt", "cannot be read or written: No such file"),
        (made(tmp_path, "empty.txt", b""), "“empty.txt” is empty"),
        (made(tmp_path, "a.pdf", b"MZ\x90\x00" + bytes(200)), "is of the kind EXE; PDF can be added"),
    ):
        with pytest.raises(FileRefused, match=said):
            files.add(file, FileLimits((".pdf",)) if file.suffix == ".pdf" else ANY)
    assert scalar(database, "SELECT count(*) FROM desktop.files") == 0


def test_a_name_is_made_fit_to_be_stored_and_shown(files: FileService) -> None:
    name = "a\x00\n\u202egpj.exe" + "x" * 400 + ".txt"
    kept = files.add_content(name, b"text", ANY)["name"]
    assert kept.startswith("a___gpj.exe")
    assert kept.endswith("x.txt")
    assert len(kept) == 200


def test_what_is_stopped_leaves_nothing(files: FileService, database: Database, tmp_path: Path) -> None:
    wanted = Cancellation()

    def stop_while_storing(done: int, of: int) -> None:
        if done > of // 2:
            wanted.forget()

    file = made(tmp_path, "a.bin", b"x" * (3 * CHUNK))
    with pytest.raises(FileStopped, match=r"Adding “a\.bin” was stopped"):
        files.add(file, ANY, progress=stop_while_storing, wanted=wanted)
    assert scalar(database, "SELECT count(*) FROM desktop.files") == 0


def test_a_file_that_is_written_meanwhile_is_not_stored_half(
    files: FileService, database: Database, tmp_path: Path
) -> None:
    file = made(tmp_path, "a.bin", b"x" * (2 * CHUNK))
    begun = threading.Event()

    def change(_done: int, _of: int) -> None:
        if not begun.is_set():
            begun.set()
            file.write_bytes(b"y" * (2 * CHUNK))

    with pytest.raises(FileRefused, match=r"“a\.bin” was changed while it was read"):
        files.add(file, ANY, progress=change)
    assert scalar(database, "SELECT count(*) FROM desktop.files") == 0


def test_a_content_that_is_not_there_or_damaged_is_told(files: FileService, database: Database, tmp_path: Path) -> None:
    file = files.add(made(tmp_path, "a.txt", b"hello"), ANY)
    execute(database, "UPDATE desktop.file_chunks SET content = 'jello'")
    target = made(tmp_path, "mine.txt", b"mine")
    with pytest.raises(FileRefused, match="is not stored in this database, or is damaged"):
        files.save(file, target)
    assert target.read_bytes() == b"mine", "what was there stays"
    with pytest.raises(FileRefused, match="is not stored"):
        files.content({**file, "hash": "0" * 64})


def test_a_database_without_room_for_files_says_so(files: FileService, database: Database) -> None:
    execute(database, "DROP TABLE desktop.file_chunks, desktop.files")
    with pytest.raises(FileRefused, match="has no room for files") as refused:
        files.add_content("a.txt", b"text", ANY)
    assert "jarvis db upgrade" in refused.value.hint


def test_pages_of_a_document_and_of_a_damaged_one(files: FileService) -> None:
    document = files.add_content("a.pdf", pdf(pages=3), ANY)
    page = files.page(document, 7, 100)
    assert (page.width, page.height, page.pages, len(page.pixels)) == (100, 150, 3, 100 * 150 * 4)
    damaged = files.add_content("b.pdf", b"%PDF-1.7 and nothing else", ANY)
    with pytest.raises(FileRefused, match="protected or damaged"):
        files.page(damaged, 0, 100)


@pytest.fixture
def incident(forms: FormService, database: Database) -> str:
    field(database, "incident", "title")
    field(database, "incident", "photos", "image", order_index=1, label="Photos")
    rows = [{"name": "what"}, {"name": "proof", "type": "file"}]
    field(database, "incident", "damage", "repeat", order_index=2, label="Damage", ui_props={"fields": rows})
    insert(database, "incidents", incident_id="INC-1", title="Fire")
    return str(scalar(database, "SELECT id FROM incidents"))


def save(forms: FormService, number: str, values: dict[str, Any]) -> Any:
    base = forms.load("incident", number, ADMIN).values
    return forms.save("incident", number, values, base, ADMIN).record.values


def test_a_record_keeps_its_files_also_within_rows(forms: FormService, files: FileService, incident: str) -> None:
    photo = files.add_content("roof.png", png(), ANY)
    paper = files.add_content("bill.pdf", pdf(), ANY)
    stored = save(forms, incident, {"photos": [photo], "damage": [{"what": "Roof", "proof": [paper]}]})
    assert stored["photos"] == (photo,)
    assert forms.load("incident", incident, ADMIN).values["damage"] == ({"what": "Roof", "proof": [paper]},)


@pytest.mark.parametrize(
    "lie", [{"hash": "0" * 64}, {"size": 1}, {"type": "image/jpeg"}], ids=["unknown", "smaller", "of another kind"]
)
def test_a_file_that_is_not_stored_as_told_is_refused_at_its_field(
    forms: FormService, files: FileService, incident: str, lie: dict[str, Any]
) -> None:
    photo = {**files.add_content("roof.png", png(), ANY), **lie}
    with pytest.raises(InvalidInput) as refused:
        save(forms, incident, {"photos": [photo], "damage": [{"what": "Roof", "proof": [photo]}]})
    said = {problem.field: problem.message for problem in refused.value.problems}
    assert said == {
        "photos": "Photos: “roof.png” is not stored here: add it again",
        "damage": "Damage: “roof.png” is not stored here: add it again",
    }
    judged = forms.judge("incident", {"title": "x", "photos": [photo]}, ADMIN)
    assert not judged.valid


def test_a_file_that_came_with_its_record_and_is_not_there_stays(
    forms: FormService, database: Database, incident: str
) -> None:
    gone = '[{"name": "roof.png", "size": 9, "type": "image/png", "hash": "%s"}]' % ("0" * 64)
    execute(database, f'UPDATE incidents SET critical_flags = \'{{"_form": {{"photos": {gone}}}}}\'')
    assert save(forms, incident, {"title": "Water"})["photos"][0]["name"] == "roof.png"
