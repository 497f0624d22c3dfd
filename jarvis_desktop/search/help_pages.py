"""The help: pages of Markdown, each with a title in its first line, linking to each other by file name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.search.types import Entry, Target, TargetKind

if TYPE_CHECKING:
    from pathlib import Path

FIRST_PAGE = "getting-around"
_TITLE = re.compile(r"#\s+(\S.*)")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
_RULE = re.compile(r"^[\s|:-]+$", re.MULTILINE)
_MARKUP = re.compile(r"[*`_#>|]+|^\s*[-+]\s+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page by its name (the file's, without .md); `text` is its Markdown with the title."""

    name: str
    title: str
    text: str

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links lead, as written."""
        return tuple(target for _, target in _LINK.findall(self.text))

    @property
    def plain(self) -> str:
        """Its text without the title and the markup."""
        body = self.text.partition("\n")[2]
        return " ".join(_MARKUP.sub(" ", _LINK.sub(r"\1", _RULE.sub("", body))).split())


@cache
def help_pages(folder: Path | None = None) -> tuple[HelpPage, ...]:
    """The pages of the program (or of `folder`), the first one first, then by title; unreadable files are left out."""
    found = []
    for file in sorted((folder or bundled("resources") / "help").glob("*.md")):
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        title = _TITLE.match(text)
        found.append(HelpPage(file.stem, title[1].strip() if title else file.stem.replace("-", " ").capitalize(), text))
    return tuple(sorted(found, key=lambda page: (page.name != FIRST_PAGE, page.title.casefold())))


def page_named(link: str) -> HelpPage | None:
    """The page that a link such as `tables.md` or a name such as `tables` means."""
    name = link.partition("#")[0].removesuffix(".md")
    return next((page for page in help_pages() if page.name == name), None)


def help_entries() -> tuple[Entry, ...]:
    """The pages as the search finds them."""
    return tuple(Entry(Target(TargetKind.HELP, page.name), page.title, page.plain) for page in help_pages())
