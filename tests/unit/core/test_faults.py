"""What is kept of an error holds no secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.faults import redact, report_of

SECRET = st.text(st.characters(whitelist_categories=("L", "N")), min_size=6, max_size=20).map(lambda s: f"s3cr3t{s}")


@given(SECRET)
def test_passwords_and_tokens_never_survive(secret: str) -> None:
    for text in (
        f"postgresql://jane:{secret}@db.example:5432/jarvis refused",
        f"password={secret} host=x",
        f"API_KEY: '{secret}'",
        f'token = "{secret}"',
    ):
        assert secret not in redact(text)


def test_addresses_of_people_and_the_home_folder_are_removed() -> None:
    text = redact(f"{Path.home()}/jarvis failed for jane.doe@example.com")
    assert "jane.doe" not in text
    assert str(Path.home()) not in text
    assert "failed for" in text


def test_a_report_names_the_error_and_where_it_happened() -> None:
    with pytest.raises(ValueError, match="broken") as caught:
        raise ValueError("broken: password=hunter2")
    fault = report_of(caught.value, {"tab": "incidents"})
    assert fault.error_type == "ValueError"
    assert "test_a_report_names_the_error" in fault.stack_trace
    assert "hunter2" not in fault.stack_trace + fault.message
    assert fault.context["tab"] == "incidents"
