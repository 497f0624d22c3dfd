"""Settings from junk and back, quiet hours over midnight, and account names of every kind."""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.app import account
from jarvis_desktop.people.settings import as_state, from_state, settings_of
from jarvis_desktop.people.types import Motion, Preferences, Profile, QuietHours, Settings, Theme
from jarvis_desktop.rights.persons import PersonRights, administered, open_to, rights_of

if TYPE_CHECKING:
    from collections.abc import Mapping

JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = [*Settings.__dataclass_fields__, "quiet_from", "quiet_to", "quiet_days"]
CLOCKS = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(["", "de", "en_GB"]),
    time_zone=st.sampled_from(["", "UTC", "Europe/Berlin"]),
    theme=st.sampled_from(Theme),
    default_persona=st.sampled_from(["", "rachel"]),
    zoom=st.integers(50, 300),
    motion=st.sampled_from(Motion),
    quiet_hours=st.none() | st.builds(QuietHours, CLOCKS, CLOCKS, st.frozensets(st.integers(0, 6), min_size=1)),
    notifications=st.booleans(),
    density=st.sampled_from(["", "compact"]),
    start_tab=st.sampled_from(["", "incidents"]),
    set_up=st.booleans(),
)


@given(SETTINGS)
def test_a_local_copy_is_what_was_kept(settings: Settings) -> None:
    assert from_state(json.loads(json.dumps(as_state(settings)))) == settings


@given(st.dictionaries(st.sampled_from(NAMES), JUNK))
def test_whatever_a_copy_holds_it_makes_settings(state: Mapping[str, Any]) -> None:
    found = from_state(state)
    assert 50 <= found.zoom <= 300
    assert from_state(as_state(found)) == found


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.dictionaries(st.sampled_from(NAMES), JUNK))
def test_whatever_rows_hold_they_make_settings(language: str, zone: str, theme: str, extra: Mapping[str, Any]) -> None:
    found = settings_of(Profile("1", language, zone), Preferences("1", theme, "x", True, extra))
    assert from_state(as_state(found)) == found


def test_quiet_hours_span_midnight() -> None:
    def quiet(hours: QuietHours, *at: int) -> list[bool]:
        return [hours.holds(datetime(2026, 3, 4, hour)) for hour in at]  # noqa: DTZ001 - a wall clock

    assert quiet(QuietHours(time(22), time(7)), 21, 22, 0, 6, 7, 12) == [False, True, True, True, False, False]
    assert quiet(QuietHours(time(12), time(13)), 11, 12, 13) == [False, True, False]
    assert quiet(QuietHours(time(9), time(9)), 9) == [False]


def test_days_that_are_none_are_every_day() -> None:
    stored = {"quiet_from": "22:00", "quiet_to": "07:00"}
    for junk in (None, [], "sat", ["noday", 7, None], {"sat": True}):
        found = settings_of(Profile(), Preferences(extra={**stored, "quiet_days": junk})).quiet_hours
        assert found == QuietHours(time(22), time(7))
    found = settings_of(Profile(), Preferences(extra={**stored, "quiet_days": [" Sat ", "sun"]})).quiet_hours
    assert found is not None
    assert found.days == {5, 6}


PERSONAS = ("admin", "chief", "desk", "guest")
RIGHTS = st.builds(
    PersonRights, st.none() | st.frozensets(st.sampled_from([*PERSONAS, "gone"])), st.booleans(), st.just(())
)


@given(RIGHTS, st.frozensets(st.sampled_from(PERSONAS)), st.booleans())
def test_nobody_may_take_more_than_is_active_and_listed(
    rights: PersonRights, active: frozenset[str], limited: bool
) -> None:
    taken = open_to(rights, active, limited=limited)
    assert taken <= active
    if rights.personas is not None:
        assert taken <= rights.personas
    if not rights.active or (limited and rights.personas is None):
        assert not taken
    # Giving somebody's persona away elsewhere never adds one here.
    assert open_to(rights, active, limited=True) <= open_to(rights, active, limited=False)


@given(st.lists(RIGHTS, max_size=4), st.frozensets(st.sampled_from(PERSONAS)))
def test_administered_says_whether_somebody_may_take_such_a_persona(
    people: list[PersonRights], governing: frozenset[str]
) -> None:
    limited = any(person.personas is not None for person in people)
    somebody = any(open_to(person, governing, limited=limited) for person in people) or (not people and bool(governing))
    assert administered(people, governing) == somebody


@given(JUNK)
def test_unreadable_rights_give_none(stored: Any) -> None:
    rights = rights_of(stored)
    if stored is not None and not isinstance(stored, dict):
        assert not open_to(rights, PERSONAS, limited=False)


@given(st.text(max_size=400))
def test_every_account_name_becomes_a_user_id(name: str) -> None:
    fit = account.fit(name)
    assert len(fit) <= account.LONGEST
    assert fit == account.fit(fit)
    assert fit.isprintable()
    assert fit.encode("utf-8", "replace") == fit.encode()


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert account.fit("x" * 300) != account.fit("x" * 299 + "y")


@pytest.mark.parametrize("failure", [KeyError("uid 7"), OSError("no passwd"), ImportError("pwd")])
def test_a_system_without_accounts_has_a_person(monkeypatch: pytest.MonkeyPatch, failure: Exception) -> None:
    def fail() -> str:
        raise failure

    monkeypatch.setattr("getpass.getuser", fail)
    assert account.system_account() == account.UNNAMED


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("  Ada  Marlowe ", "Ada Marlowe"),
        ("root", "root"),
        ("用户", "用户"),
        ("a\x00b\x1b[31m", "a b [31m"),
        ("\t", "person"),
    ],
)
def test_odd_account_names(monkeypatch: pytest.MonkeyPatch, told: str, known: str) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: told)
    assert account.system_account() == known
