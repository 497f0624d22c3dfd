"""The help: pages of Markdown, each with a title in its first line, linking to each other by file name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.words import language
from jarvis_desktop.search.types import Entry, Target, TargetKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST_PAGE = "getting-around"
CONTENTS = FIRST_PAGE
"""The page that leads to all others, shown where no page is about the place somebody is at."""
_PLACES = re.compile(r"^\[for\]: # \(([\w\s-]*)\)\s*$", re.MULTILINE)
"""A definition of a link that nothing uses, which no reader of Markdown shows: the tabs and components of the page."""
_TITLE = re.compile(r"#\s+(\S.*)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_RULE = re.compile(r"^[\s|:-]+$", re.MULTILINE)
_MARKUP = re.compile(r"[*`_#>|]+|^\s*[-+]\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page by its name (the file's, without .md); `text` is its Markdown with the title.

    `places` are the keys of the tabs and the names of the components that it is about, beside its own name.
    """

    name: str
    title: str
    text: str
    places: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return tuple(target for _, target in _LINK.findall(self.text))

    @property
    def plain(self) -> str:
        """Its text without the title and the markup."""
        body = self.text.partition("\n")[2]
        return " ".join(_MARKUP.sub(" ", _LINK.sub(r"\1", _RULE.sub("", body))).split())


def help_pages(folder: Path | None = None, spoken: str | None = None) -> tuple[HelpPage, ...]:
    """The pages of the program (or of `folder`), the first one first, then by title; unreadable files are left out.

    In the language `spoken` (the person's): a page in `<folder>/<language>` wins over the English one of its name.
    """
    return _pages(folder or bundled("resources") / "help", language() if spoken is None else spoken)


@cache
def _pages(folder: Path, spoken: str) -> tuple[HelpPage, ...]:
    found = _read(folder)
    if spoken != "en" and spoken.isalpha():
        found |= _read(folder / spoken)
    return tuple(sorted(found.values(), key=lambda page: (page.name != FIRST_PAGE, page.title.casefold())))


def _read(folder: Path) -> dict[str, HelpPage]:
    found = {}
    for file in sorted(folder.glob("*.md")):
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        title, places = _TITLE.match(text), _PLACES.search(text)
        named = title[1].strip() if title else file.stem.replace("-", " ").capitalize()
        about = tuple(places[1].split()) if places else ()
        found[file.stem] = HelpPage(file.stem, named, _PLACES.sub("", text).rstrip() + "\n", about)
    return found


def page_named(link: str) -> HelpPage | None:
    """The page that a link such as `tables.md` or a name such as `tables` means."""
    name = link.partition("#")[0].removesuffix(".md")
    return next((page for page in help_pages() if page.name == name), None)


def page_about(place: str) -> HelpPage | None:
    """The page about a tab or a component: the one of its name, else the one that lists it."""
    return page_named(place) or next((page for page in help_pages() if place in page.places), None)


def help_entries() -> tuple[Entry, ...]:
    """The pages as the search finds them."""
    return tuple(Entry(Target(TargetKind.HELP, page.name), page.title, page.plain) for page in help_pages())
