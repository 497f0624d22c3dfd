"""The local file of the window's state: any state written is read, junk never raises, programs share it."""

from __future__ import annotations

import json
import logging
import multiprocessing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.core.session import FORMAT, MOST_BYTES, Keeper, read_places, session_file, write_places

if TYPE_CHECKING:
    from pathlib import Path

SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    SCALARS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
STATES = st.dictionaries(st.text(min_size=1, max_size=8), VALUES, min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(kept=st.dictionaries(st.text(max_size=12), STATES, max_size=4))
def test_any_state_written_is_the_state_read(tmp_path_factory: pytest.TempPathFactory, kept: dict[str, Any]) -> None:
    path = tmp_path_factory.mktemp("session") / "window.json"
    first = Keeper(path)
    for place, state in kept.items():
        assert first.keep(place, state)
    first.flush()
    again = Keeper(path)
    assert {place: again.kept(place) for place in again.places()} == kept


@settings(max_examples=100, deadline=None)
@given(
    content=st.binary(max_size=200)
    | VALUES.map(lambda value: json.dumps(value).encode())
    | VALUES.map(lambda value: json.dumps({"format": FORMAT, "places": value}).encode())
    | VALUES.map(lambda value: json.dumps({"format": FORMAT, "places": {"a": value, "b": {"at": value}}}).encode())
)
def test_junk_is_as_if_nothing_had_been_kept(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("junk") / "window.json"
    path.write_bytes(content)
    keeper = Keeper(path)
    assert keeper.kept("view") == {}
    keeper.keep("view", {"tab": "incidents"})
    keeper.flush()
    assert Keeper(path).kept("view") == {"tab": "incidents"}


def test_a_file_of_another_version_is_set_aside_and_not_lost(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "window.json"
    later = json.dumps({"format": FORMAT + 1, "places": {"view": {"at": 1, "state": {"tab": "x"}}}})
    path.write_text(later, encoding="utf-8")
    caplog.set_level(logging.INFO)
    keeper = Keeper(path)
    assert keeper.kept("view") == {}
    assert "another version" in caplog.text
    keeper.keep("view", {"tab": "y"})
    keeper.flush()
    assert path.with_suffix(".aside").read_text(encoding="utf-8") == later


def test_a_huge_file_is_not_read(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "window.json"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    caplog.set_level(logging.INFO)
    assert read_places(path) == {}
    assert "too large" in caplog.text


def test_deep_nesting_is_junk(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text("[" * 200_000, encoding="ascii")
    assert Keeper(path).kept("view") == {}


def test_a_state_that_is_no_json_or_too_long_is_not_kept(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "window.json")
    keeper.keep("view", {"tab": "a"})
    assert not keeper.keep("view", {"tab": object()})
    assert not keeper.keep("view", {"tab": float("nan")})
    assert not keeper.keep("view", {"tab": "x" * 500_000})
    assert keeper.kept("view") == {"tab": "a"}


def test_two_windows_keep_their_own_places_and_the_last_one_wins_a_shared_one(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    one, two = Keeper(path), Keeper(path)
    one.kept("view"), two.kept("view")
    one.keep("tab/a", {"top": 1})
    one.keep("view", {"tab": "a"})
    one.flush()
    two.keep("tab/b", {"top": 2})
    two.keep("view", {"tab": "b"})
    two.flush()
    one.keep("tab/a", {"top": 3})
    one.flush()
    now = Keeper(path)
    assert (now.kept("tab/a"), now.kept("tab/b"), now.kept("view")) == ({"top": 3}, {"top": 2}, {"tab": "b"})


def test_two_processes_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    processes = [
        multiprocessing.get_context("spawn").Process(target=_write_many, args=(path, name)) for name in ("a", "b")
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    places = read_places(path)
    assert {place: entry["state"]["n"] for place, entry in places.items()} == {
        f"{name}/{n}": n for name in ("a", "b") for n in range(20)
    }


def test_what_is_forgotten_stays_forgotten_for_a_window_that_had_it(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    one = Keeper(path)
    one.keep("draft/x", {"values": 1})
    one.flush()
    one.forget("draft/x")
    one.flush()
    assert Keeper(path).places("draft/") == ()


@settings(max_examples=60, deadline=None)
@given(
    unknown=st.dictionaries(st.text(max_size=8), VALUES, max_size=3),
    places=st.dictionaries(st.text(max_size=8), VALUES, max_size=3),
)
def test_parts_that_mean_nothing_here_survive(
    tmp_path_factory: pytest.TempPathFactory, unknown: dict[str, Any], places: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("later") / "window.json"
    unknown = {key: value for key, value in unknown.items() if key not in {"format", "places"}}
    path.write_text(json.dumps({**unknown, "format": FORMAT, "places": places}), encoding="utf-8")
    keeper = Keeper(path)
    keeper.keep("view/of the test", {"tab": "incidents"})
    keeper.flush()
    now = json.loads(path.read_text(encoding="utf-8"))
    assert {key: value for key, value in now.items() if key not in {"format", "places"}} == unknown
    assert {key: value for key, value in now["places"].items() if key in places} == places


def test_every_file_that_cannot_be_read_is_kept_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    for junk in ("one", "two", "three"):
        path.write_text(junk, encoding="utf-8")
        keeper = Keeper(path)
        keeper.keep("view", {"tab": junk})
        assert keeper.set_aside == str(path)
        keeper.flush()
    assert sorted(each.read_text(encoding="utf-8") for each in tmp_path.glob("*.aside*")) == ["one", "three", "two"]
    again = Keeper(path)
    assert (again.kept("view"), again.set_aside) == ({"tab": "three"}, "")


def test_persons_on_one_account_have_places_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    nobody = Keeper(path)
    nobody.keep("view/john", {"tab": "incidents"})
    nobody.keep("settings", {"zoom": 125})
    nobody.flush()
    ann, bob = Keeper(path), Keeper(path)
    ann.serve("ann")
    assert ann.kept("view/john") == {"tab": "incidents"}, "what was nobody's is the first one's"
    ann.keep("draft/new", {"values": 1})
    ann.flush()
    bob.serve("bob/../ann")
    assert bob.kept("draft/new") == {}
    bob.renew()
    assert (bob.places(), bob.kept("settings")) == ((), {"zoom": 125})
    bob.keep("view/john", {"tab": "errors"})
    bob.flush()
    ann.renew()
    assert sorted(ann.places()) == ["draft/new", "view/john"]
    assert ann.kept("view/john") == {"tab": "incidents"}
    ann.serve("bob/../ann")
    ann.renew()
    assert ann.kept("view/john") == {"tab": "errors"}


def test_the_window_that_closes_last_has_the_last_word(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    first, second = Keeper(path), Keeper(path)
    first.keep("view", {"tab": "a"})
    first.flush()
    second.keep("view", {"tab": "b"})
    second.keep("tab/b", {"top": 1})
    second.flush()
    first.keep("view", {"tab": "a"})
    first.claim(["view", "tab/b"])
    first.flush()
    now = Keeper(path)
    assert (now.kept("view"), now.kept("tab/b")) == ({"tab": "a"}, {"top": 1})


def test_each_database_has_a_file_whatever_the_password(tmp_path: Path) -> None:
    first = session_file(tmp_path, "postgresql://ann:one@host/db")
    assert first == session_file(tmp_path, "postgresql://ann:two@host/db")
    assert first != session_file(tmp_path, "postgresql://ann:one@host/other")
    assert session_file(tmp_path, None) == session_file(tmp_path, "")


def _write_many(path: Path, name: str) -> None:
    for n in range(20):
        while not write_places(path, {f"{name}/{n}": {"at": float(n), "state": {"n": n}}}):
            pass
