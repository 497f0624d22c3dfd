"""Numbers, days and times in the person's language and zone: written, typed, and never changed by it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from jarvis_desktop.core import zone
from ui.core.locale import Locale, here, plain_digits, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("C", "en_US", "en_GB", "de_DE", "de_CH", "fr_FR", "fr_CH", "ar_EG", "ar_AE", "fa_IR", "he_IL", "hi_IN",
         "mr_IN", "ja_JP", "ko_KR", "zh_TW", "fi_FI", "sv_SE", "lt_LT", "hu_HU", "bg_BG", "pt_BR")  # fmt: skip
LOCALES = {name: Locale.of(QLocale.c() if name == "C" else QLocale(name)) for name in NAMES}
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo",
         "Africa/Casablanca", "Pacific/Apia")  # fmt: skip


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)
    zone.live_in("")


@given(number=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
       name=st.sampled_from(NAMES))  # fmt: skip
def test_a_number_comes_back_as_it_is_stored(number: Decimal, name: str) -> None:
    locale = LOCALES[name]
    assert Decimal(locale.plain_number(locale.typed_number(number))) == number


@given(number=st.integers(-(10**18), 10**18), name=st.sampled_from(NAMES))
def test_a_whole_number_comes_back_from_a_cell(number: int, name: str) -> None:
    locale = LOCALES[name]
    for written in (locale.number(number), locale.count(number)):
        assert locale.plain_number(written) == str(number)


@given(day=st.dates(date(1000, 1, 1), date(9999, 12, 31)), name=st.sampled_from(NAMES))
def test_a_day_comes_back_as_it_is_stored(day: date, name: str) -> None:
    locale = LOCALES[name]
    assert locale.plain_day(locale.typed_day(day)) == day.isoformat()
    assert locale.plain_day(day.isoformat()) == day.isoformat()


@given(moment=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), name=st.sampled_from(NAMES))  # noqa: DTZ001
def test_a_day_and_time_come_back_to_the_minute(moment: datetime, name: str) -> None:
    locale = LOCALES[name]
    assert locale.plain_instant(locale.typed_instant(moment)) == moment.isoformat(" ", timespec="minutes")


@given(instant=st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
       name=st.sampled_from(ZONES))  # fmt: skip
def test_an_instant_comes_back_from_the_clock_of_any_zone(instant: datetime, name: str) -> None:
    zone.live_in(name)
    there = zone.local(instant)
    back = zone.instant(there.replace(tzinfo=None, fold=there.fold))
    assert back == instant


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    zone.live_in("Europe/Berlin")
    with pytest.raises(zone.SkippedTime):
        zone.instant(datetime(2026, 3, 29, 2, 30))  # noqa: DTZ001
    assert zone.instant(datetime(2026, 3, 29, 3, 30)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # noqa: DTZ001


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    zone.live_in("Europe/Berlin")
    assert zone.instant(datetime(2026, 10, 25, 2, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001


def test_a_day_begins_on_the_clock_of_the_person() -> None:
    zone.live_in("Asia/Kolkata")
    assert zone.day_begins(date(2026, 3, 31)) == datetime(2026, 3, 30, 18, 30, tzinfo=UTC)


def test_an_unknown_zone_is_the_one_of_the_machine() -> None:
    assert not zone.live_in("Mars/Olympus")
    assert not zone.live_in("../../etc/passwd")
    assert zone.zone() is None


@pytest.mark.parametrize(
    ("name", "number", "money", "percent", "day", "instant"),
    [
        ("en_US", "1,234,567.8", "$1,234,567.80", "12.5%", "Mar 5, 2026", "Mar 5, 2026 2:07\u202fPM"),
        ("en_GB", "1,234,567.8", "£1,234,567.80", "12.5%", "5 Mar 2026", "5 Mar 2026 14:07"),
        ("de_DE", "1.234.567,8", "1.234.567,80\u00a0€", "12,5\u00a0%", "5. März 2026", "5. März 2026 14:07"),
        ("hi_IN", "12,34,567.8", "₹12,34,567.80", "12.5%", "5 मार्च 2026", "5 मार्च 2026 2:07 pm"),
        ("C", "1,234,567.8", "$1,234,567.80", "12.5%", "5 Mar 2026", "5 Mar 2026 14:07"),
    ],
)
def test_values_as_people_read_them(name: str, number: str, money: str, percent: str, day: str, instant: str) -> None:
    zone.live_in("UTC")
    locale, value, moment = LOCALES[name], Decimal("1234567.8"), datetime(2026, 3, 5, 14, 7, tzinfo=UTC)
    assert locale.number(value) == number
    assert locale.money(value) == money
    assert locale.percent(Decimal("12.5")) == percent
    assert locale.day(moment) == day
    assert locale.instant(moment) == instant


@pytest.mark.parametrize(
    ("name", "typed", "plain"),
    [
        ("en_US", "3/5/2026 2:07 pm", "2026-03-05 14:07"), ("en_US", "3/5/2026 12:30 AM", "2026-03-05 00:30"),
        ("de_DE", "05.03.2026 14:07", "2026-03-05 14:07"), ("de_DE", "5.3.2026", "2026-03-05 00:00"),
        ("de_DE", "2026-03-05 14:07:09", "2026-03-05 14:07:09"), ("de_DE", "31.2.2026 14:07", "31.2.2026 14:07"),
        ("en_US", "3/5/2026 13:07 PM", "3/5/2026 13:07 PM"), ("de_DE", "morgen", "morgen"),
        ("hi_IN", "5/3/2026 2:07 pm", "2026-03-05 14:07"),
    ],
)  # fmt: skip
def test_days_and_times_as_people_type_them(name: str, typed: str, plain: str) -> None:
    assert LOCALES[name].plain_instant(typed) == plain


def test_digits_of_any_script_are_read() -> None:
    assert plain_digits("\u0665-\u0967\u0968-\u200f\uff17") == "5-12-7"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "just now"), (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"), (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=1), "yesterday, 12:00"), (timedelta(days=-1), "tomorrow, 12:00"),
        (timedelta(days=9), "24 Feb 2026 12:00"),
    ],
)  # fmt: skip
def test_how_long_ago(before: timedelta, words: str) -> None:
    zone.live_in("UTC")
    now = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert LOCALES["en_GB"].relative(now - before, now) == words


def test_yesterday_is_yesterday_on_the_clock_of_the_person() -> None:
    zone.live_in("America/New_York")
    now = datetime(2026, 3, 5, 4, 30, tzinfo=UTC)
    assert LOCALES["en_GB"].relative(datetime(2026, 3, 4, 4, tzinfo=UTC), now) == "yesterday, 23:00"


def test_settling_changes_language_and_zone_and_not_the_currency() -> None:
    before = here().currency
    settled = settle("de", "Asia/Kolkata")
    assert settled.place.language() == QLocale.Language.German
    assert here() is settled
    assert settled.currency == before
    assert zone.zone() == ZoneInfo("Asia/Kolkata")
    assert settle("no such language").number(12345) == "12,345"
