from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.core.links import LONGEST, Link, LinkKind, LinkRefusal, format_link, parse_link, record_link

seen = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
keys = st.text(seen, min_size=1, max_size=40).filter(
    lambda key: key == key.strip() and not {".", ".."} & set(key.replace("\\", "/").split("/"))
)
names = st.from_regex(r"[a-z_][a-z0-9_]{0,20}", fullmatch=True)
pages = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,20}", fullmatch=True)
links = st.one_of(
    st.builds(Link, st.sampled_from([LinkKind.INCIDENT, LinkKind.SUBMISSION, LinkKind.TAB]), keys),
    st.builds(Link, st.just(LinkKind.RECORD), keys, names),
    st.builds(Link, st.just(LinkKind.HELP), pages),
)


@given(links)
def test_what_is_written_is_read_back(link: Link) -> None:
    assert parse_link(format_link(link)) == link


@given(st.text() | st.text().map("jarvis://".__add__) | st.text().map("jarvis://record/incidents/".__add__))
def test_any_text_is_a_link_or_refused_with_words(text: str) -> None:
    found = parse_link(text)
    if isinstance(found, LinkRefusal):
        assert found.text.strip()
    else:
        assert parse_link(format_link(found)) == found


@given(st.binary())
def test_any_bytes_in_it_are_harmless(content: bytes) -> None:
    parse_link("jarvis://tab/" + "".join(f"%{byte:02x}" for byte in content))


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("jarvis://incident/INC-1", Link(LinkKind.INCIDENT, "INC-1")),
        ("JARVIS://Incident/INC-1/", Link(LinkKind.INCIDENT, "INC-1")),
        (" jarvis://submission/SUB-7\n", Link(LinkKind.SUBMISSION, "SUB-7")),
        ("jarvis://tab/my%20tab", Link(LinkKind.TAB, "my tab")),
        ("jarvis://record/config_registry/a%2Fb", Link(LinkKind.RECORD, "a/b", "config_registry")),
        ("jarvis://help/filters", Link(LinkKind.HELP, "filters")),
    ],
)
def test_links_as_people_meet_them(text: str, link: Link) -> None:
    assert parse_link(text) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "jarvis:incident/INC-1",
        "https://incident/INC-1",
        "jarvis://",
        "jarvis://incident",
        "jarvis://incident/",
        "jarvis://incident/../..",
        "jarvis://incident/..%2F..",
        "jarvis://help/../../etc/passwd",
        "jarvis://help/..%5c..%5cwindows",
        "jarvis://incident/INC-1?database=postgresql://elsewhere/x",
        "jarvis://incident/INC-1#top",
        "jarvis://incident/INC-1/delete",
        "jarvis://delete/INC-1",
        "jarvis://user:secret@incident/INC-1",
        "jarvis://record/incidents",
        "jarvis://record/incidents%3B%20drop/1",
        "jarvis://record/INCIDENTS/1",
        "jarvis://tab/%00",
        "jarvis://tab/%ff%fe",
        "jarvis://tab/%zz",
        "jarvis://tab/a%E2%80%AEb",
        "jarvis://tab/\ud800",
        "jarvis://tab/" + "x" * 1_000_000,
        "jarvis://tab/" + "x" * 201,
    ],
)
def test_hostile_text_is_refused(text: str) -> None:
    assert isinstance(parse_link(text), LinkRefusal)


def test_a_link_to_another_database_is_refused_in_words() -> None:
    found = parse_link("jarvis://incident/INC-1?database=postgresql://elsewhere/x")
    assert isinstance(found, LinkRefusal)
    assert "database" in found.text


def test_records_with_a_number_of_their_own_are_linked_by_it() -> None:
    incident = record_link("incidents", "INC-1")
    assert incident is not None
    assert format_link(incident) == "jarvis://incident/INC-1"
    agent = record_link("agents", "7")
    assert agent is not None
    assert format_link(agent) == "jarvis://record/agents/7"
    assert record_link("agents", "") is None
    assert record_link("agents", "a\u202eb") is None


def test_the_longest_link_that_the_program_writes_is_read() -> None:
    link = Link(LinkKind.RECORD, "ü" * 200, "t" * 63)
    assert len(format_link(link)) < LONGEST
    assert parse_link(format_link(link)) == link
