"""Takes out of a report what nobody else should read: secrets, names of accounts and servers, a person's folders."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_plus

from jarvis_desktop.core.faults import redact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GONE = "…"
SHORTEST = 3
"""Names and secrets of fewer characters are only taken out where they stand in an address or behind their name."""

_CREDENTIALS = re.compile(r"(?<=://)[^\s\"'<>]*@")
_SERVER = re.compile(r"(?i)(?<=postgresql://)(?:[^\s\"'<>/?@]*@)?[^\s\"'<>/?]+|(?<=postgres://)[^\s\"'<>/?]+")
_NAMED_SERVER = re.compile(r"(?i)\b(host|hostaddr|user)(=)([^\s&\"']+)")
_LAST_WORDS = re.compile(r"(?i)\b(\w*(?:password|passwd|pwd|secret|token|api_?key)\w*)(=)([^\s&\"']+)")
_SECRET_VARIABLE = re.compile(r"(?i)(password|passwd|secret|token|api_?key)$")
_MOST_SIGNS = 8


class Redactor:
    """Cleans texts. `secrets` are replaced wherever they occur, `names` as whole words, `homes` by `~`.

    The servers of database addresses go without being named.
    """

    def __init__(self, *, secrets: Iterable[str] = (), names: Iterable[str] = (), homes: Iterable[str] = ()) -> None:
        ways = (way for home in homes for way in _ways_to_write(home.rstrip("/\\")))
        self._homes = _any_of(ways, SHORTEST, end=r"(?!\w)")
        self._names = _any_of(names, SHORTEST, begin=r"(?<!\w)", end=r"(?!\w)")
        self._secrets = _any_of((way for secret in secrets for way in _ways_to_write(secret)), SHORTEST)

    def clean(self, text: str) -> str:
        """`text` without any of it, and without what looks like a password, a token or an e-mail address."""
        # First as a whole, before a rule takes out a part of one; and last, so that nothing put in makes one.
        text = self._without_secrets(text)
        text = _CREDENTIALS.sub(f"{GONE}@", text)
        text = _LAST_WORDS.sub(rf"\1\2{GONE}", text)
        text = _SERVER.sub(_hidden_server, text)
        text = _NAMED_SERVER.sub(rf"\1\2{GONE}", text)
        if self._homes is not None:
            text = self._homes.sub("~", text)
        text = redact(text)
        if self._names is not None:
            text = self._names.sub(GONE, text)
        return self._without_secrets(text)

    def _without_secrets(self, text: str) -> str:
        return self._secrets.sub(GONE, text) if self._secrets is not None else text


def secrets_of(url: str) -> frozenset[str]:
    """The passwords that a database address may hold, as written and as meant, however odd the address is."""
    found: set[str] = set()
    rest = url.partition("://")[2] or url
    position = -1
    for _ in range(_MOST_SIGNS):
        position = rest.find("@", position + 1)
        if position < 0:
            break
        found.add(rest[:position].partition(":")[2])
    found.update(match[3] for match in _LAST_WORDS.finditer(url))
    return frozenset(way for secret in found if secret for way in (secret, unquote(secret), unquote_plus(secret)))


def account_of(url: str) -> str:
    """The user that a database address names, or ""."""
    credentials, sign, _ = url.partition("://")[2].partition("@")
    named = {match[1].lower(): match[3] for match in _NAMED_SERVER.finditer(url)}
    return unquote(credentials.partition(":")[0]) if sign else unquote(named.get("user", ""))


def servers_of(url: str) -> frozenset[str]:
    """The names of the servers in a database address; none for one of this computer."""
    rest = url.partition("://")[2]
    hosts = re.split(r"[/?]", rest.rpartition("@")[2], maxsplit=1)[0].split(",")
    found = {_without_port(host) for host in hosts}
    for match in _NAMED_SERVER.finditer(url):
        if match[1].lower() != "user":
            found.update(unquote(match[3]).split(","))
    return frozenset(host for host in found if host and not _is_here(host))


def _without_port(host: str) -> str:
    host = unquote(host)
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_here(host: str) -> bool:
    """Whether a server is this computer, which tells nothing of anybody."""
    return host.lower() in {"localhost", "::1"} or host.startswith(("127.", "/"))


def _hidden_server(match: re.Match[str]) -> str:
    """The part of an address that names servers, hidden unless it is this computer."""
    hosts = match[0].rpartition("@")[2].split(",")
    return match[0] if all(_is_here(_without_port(host)) for host in hosts) else GONE


def secrets_around() -> frozenset[str]:
    """What the variables of this process hold that are called password, secret, token or key."""
    return frozenset(value for name, value in os.environ.items() if value and _SECRET_VARIABLE.search(name))


def without_credentials(url: str) -> str:
    """A database address that can be shown: no user, no password."""
    return _LAST_WORDS.sub(rf"\1\2{GONE}", _CREDENTIALS.sub("", url))


def _ways_to_write(text: str) -> Iterator[str]:
    """As it is, and as it stands in JSON, in Python's own words for a text, and in a path of another system."""
    yield text
    yield json.dumps(text)[1:-1]
    yield json.dumps(text, ensure_ascii=False)[1:-1]
    yield repr(text)[1:-1]
    yield text.replace("\\", "/")


def _any_of(texts: Iterable[str], shortest: int, *, begin: str = "", end: str = "") -> re.Pattern[str] | None:
    """Finds any of `texts` between `begin` and `end`, the longest first; None when none is long enough."""
    kept = sorted({text for text in texts if len(text) >= shortest}, key=lambda text: (-len(text), text))
    if not kept:
        return None
    pattern = "|".join(map(re.escape, kept))
    return re.compile(f"{begin}(?:{pattern}){end}", re.IGNORECASE)
