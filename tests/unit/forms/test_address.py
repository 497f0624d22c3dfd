"""Postal addresses: spellings, parts that are required, and what is told of them."""

from __future__ import annotations

from typing import Any

import pytest

from jarvis_desktop.forms.judging import judged
from tests.unit.forms.forms import TYPES, form, row

KIND = TYPES["address"]
MILL = {"street": "12 Mill Lane", "postal_code": "CT16", "city": "Dover", "country": "United Kingdom", "plus": 7}


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (MILL, MILL),
        ("12 Mill Lane", {"street": "12 Mill Lane"}),
        ({"postal_code": 12345, "city": None, "region": ""}, {"postal_code": "12345"}),
        ({}, None),
        ({"street": ""}, None),
        ("  ", None),
    ],
)
def test_an_address_is_read_in_every_spelling(given: Any, value: Any) -> None:
    assert KIND.read(given) == value


def test_an_address_in_a_sentence_is_one_line() -> None:
    assert KIND.told(MILL) == "12 Mill Lane, CT16 Dover, United Kingdom"
    assert KIND.told({"city": "Dover"}) == "Dover"
    assert KIND.told("somewhere") == "somewhere"


def test_parts_can_be_required() -> None:
    rules = {"required": ["street", "country"]}
    definition = form(row("site", "address", validation_rules=rules, is_required=True))
    problems = [p.message for p in judged(definition, {}, {"site": {"city": "Dover"}}, TYPES).problems]
    assert problems == ["Site: Street and number is required", "Site: Country is required"]
    assert [p.message for p in judged(definition, {}, {}, TYPES).problems] == ["Site is required"]
    assert [p.message for p in judged(definition, {}, {"site": [1]}, TYPES).problems] == ["Site must be an address"]
    assert judged(definition, {}, {"site": MILL}, TYPES).valid
