"""A draft is read as it was written, whatever a field holds; other JSON is no draft."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from jarvis_desktop.core import json_text
from jarvis_desktop.forms.drafts.types import DraftField, FormDraft, decode, encode, from_documents, to_documents

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
PLAIN = (
    st.none()
    | st.booleans()
    | TEXTS
    | st.integers(-(10**30), 10**30)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.datetimes(timezones=st.just(UTC))
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(value=VALUES)
def test_a_value_comes_back_the_same(value: object) -> None:
    again = decode(json_text.loads(json_text.dumps(encode(value))))
    assert again == value
    assert type(again) is type(value)


@settings(max_examples=100, deadline=None)
@given(fields=st.dictionaries(TEXTS, st.builds(DraftField, VALUES, VALUES, TEXTS), min_size=1, max_size=3), title=TEXTS)
def test_a_draft_comes_back_the_same(fields: dict[str, DraftField], title: str) -> None:
    base = {key: held.value for key, held in fields.items()}
    draft = FormDraft("incident", "28", title, fields, base, datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    values, kept = (json_text.loads(json_text.dumps(document)) for document in to_documents(draft))
    assert from_documents(values, kept) == draft


@settings(max_examples=200, deadline=None)
@given(values=VALUES.map(encode), base=VALUES.map(encode))
def test_junk_is_no_draft_and_never_raises(values: object, base: object) -> None:
    assert from_documents(values, base) is None
    document = {"form_type": "incident", "at": "2026-01-02T03:04:05+00:00", "fields": {"title": values}}
    read = from_documents(document, {"title": base})
    assert read is None or read.form_type == "incident"


def test_a_price_stays_exact() -> None:
    assert str(decode(json_text.loads(json_text.dumps(encode(Decimal("12.50")))))) == "12.50"
