"""Links into the program: `jarvis://incident/INC-1`. What one says is read here; it never changes anything."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes

from jarvis_desktop.core.words import mark, shown, tr

if TYPE_CHECKING:
    from jarvis_desktop.core.words import Text

SCHEME = "jarvis"
LONGEST = 2_000
"""Characters of a link; nothing that the program writes comes near."""

_LONGEST_KEY = 200
_START = f"{SCHEME}://"
_TABLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_PAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that are not seen, or turn the direction of writing: none belongs into a link."""


class LinkKind(StrEnum):
    """What a link leads to, as it is written in it."""

    INCIDENT = "incident"
    SUBMISSION = "submission"
    RECORD = "record"
    TAB = "tab"
    HELP = "help"


TABLES = {LinkKind.INCIDENT: "incidents", LinkKind.SUBMISSION: "submissions"}
"""The tables whose records have a kind of their own, with their number as people say it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go.

    `key` is the number of an incident or a submission, the key of a tab, the name of a help page, or the id of a record
    of `table` (which is "" for the other kinds).
    """

    kind: LinkKind
    key: str
    table: str = ""

    @property
    def record_table(self) -> str:
        """The table whose record it leads to, or ""."""
        return TABLES.get(self.kind, self.table)


@dataclass(frozen=True, slots=True)
class LinkRefusal:
    """Why a text is no link that can be followed, in words for the person."""

    text: str


_SEVERAL = mark("The link has something in it that no link of the program has.")
_UNREADABLE = mark("The link cannot be read: part of it is not written as text.")


def parse_link(text: str) -> Link | LinkRefusal:
    """Read a link; whatever the text is, the answer is a link that is safe to look for, or a refusal."""
    if len(text) > LONGEST:
        return LinkRefusal(tr("The link is longer than {most} characters.", most=LONGEST))
    text = text.strip(" \t\r\n")
    if text[: len(_START)].lower() != _START:
        return LinkRefusal(tr("This is no link into the program; one begins with {start}", start=_START))
    rest = text[len(_START) :]
    if "?" in rest:
        return LinkRefusal(tr("A link says where to go and nothing else: the database and the rest cannot be chosen."))
    if "#" in rest or "\\" in rest:
        return LinkRefusal(shown(_SEVERAL))
    parts: list[str] = []
    for part in rest.removesuffix("/").split("/"):
        read = _unescaped(part)
        if read is None:
            return LinkRefusal(shown(_UNREADABLE))
        parts.append(read)
    return _link(parts)


def format_link(link: Link) -> str:
    """The link as text, which `parse_link` reads back; ValueError for one that leads nowhere."""
    problem = _problem(link)
    if problem is not None:
        raise ValueError(shown(problem))
    parts = (link.table, link.key) if link.kind is LinkKind.RECORD else (link.key,)
    return _START + "/".join((link.kind, *(quote(part, safe="") for part in parts)))


def record_link(table: str, key: str) -> Link | None:
    """The link to a record; None where its key is nothing that a link can carry."""
    kind = next((kind for kind, name in TABLES.items() if name == table), LinkKind.RECORD)
    link = Link(kind, key, table if kind is LinkKind.RECORD else "")
    return link if _problem(link) is None else None


def is_link(text: str) -> bool:
    """Whether a text means to be a link of the program, good or bad."""
    return text.lstrip(" \t\r\n")[: len(_START)].lower() == _START


def _link(parts: list[str]) -> Link | LinkRefusal:
    try:
        kind = LinkKind(parts[0].lower())
    except ValueError:
        known = ", ".join(kind.value for kind in LinkKind)
        said = parts[0][:40] if _seen(parts[0]) else "…"
        return LinkRefusal(tr("A link to “{kind}” leads nowhere; these do: {known}.", kind=said, known=known))
    wanted = 3 if kind is LinkKind.RECORD else 2
    if len(parts) < wanted or "" in parts:
        return LinkRefusal(tr("The link does not say which one it leads to."))
    if len(parts) > wanted:
        return LinkRefusal(shown(_SEVERAL))
    link = Link(kind, parts[-1], parts[1] if wanted == 3 else "")
    problem = _problem(link)
    return link if problem is None else LinkRefusal(shown(problem))


def _problem(link: Link) -> Text | None:
    """What keeps a link from being followed."""
    key = link.key
    if not key or key != key.strip():
        return mark("The link does not say which one it leads to.")
    if len(key) > _LONGEST_KEY:
        return mark("The link names something with a key that is too long.")
    if not _seen(key):
        return mark("The link holds characters that cannot be seen.")
    if any(step in {".", ".."} for step in re.split(r"[/\\]", key)):
        return mark("The link leads out of where it begins.")
    if (link.kind is LinkKind.RECORD) != bool(link.table) or (link.table and not _TABLE.fullmatch(link.table)):
        return mark("The link names a table that there cannot be.")
    if link.kind is LinkKind.HELP and not _PAGE.fullmatch(key):
        return mark("The link names a help page that there cannot be.")
    return None


def _unescaped(part: str) -> str | None:
    if _ESCAPE.search(part):
        return None
    try:
        return unquote_to_bytes(part).decode("utf-8")
    except UnicodeError:
        return None


def _seen(text: str) -> bool:
    return all(unicodedata.category(character) not in _UNSEEN for character in text)
