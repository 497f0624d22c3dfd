"""The help pages: each has a title, its links lead somewhere, and it is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jarvis_desktop.search.entries import search_entries, settings
from jarvis_desktop.search.help_pages import FIRST_PAGE, HelpPage, help_entries, help_pages, page_named
from jarvis_desktop.search.types import Group
from jarvis_desktop.search.words import read

PAGES = help_pages()


def test_there_are_pages_and_the_first_one_is_where_help_begins() -> None:
    assert len(PAGES) > 10
    assert PAGES[0].name == FIRST_PAGE
    assert len({page.title for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_begins_with_its_title_and_is_short(page: HelpPage) -> None:
    assert page.text.startswith(f"# {page.title}\n")
    assert len(page.text) < 6_000
    assert len(page.plain) > 100
    assert not re.search(r"[*`#|]|\]\(", page.plain)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_pages(page: HelpPage) -> None:
    for link in page.links:
        assert link.startswith("https://") or (link.endswith(".md") and page_named(link) is not None), link


def test_settings_are_explained_on_a_page() -> None:
    assert all(page_named(entry.target.key) is not None for entry in settings())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_is_found_first_by_its_title(page: HelpPage) -> None:
    found = search_entries(Group.HELP, help_entries(), read(page.title), most=5)
    assert found.hits[0].target.key == page.name


def test_files_that_are_no_pages_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "no-title.md").write_text("Just text.", "utf-8")
    (tmp_path / "good.md").write_text("# Good\n\nSee [there](there.md).", "utf-8")
    assert [(page.name, page.title) for page in help_pages(tmp_path)] == [("good", "Good"), ("no-title", "No title")]
    assert help_pages(tmp_path / "missing") == ()
