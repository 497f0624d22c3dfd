"""One registry class for field types, widgets, components and commands."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from typing_extensions import override

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import mark, tr

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class UnknownEntry(ConfigurationError, KeyError):
    """A name that nothing in the registry implements; `key` is that name."""

    title: str = mark("Unknown name")

    def __init__(self, message: str, *, key: object) -> None:
        super().__init__(message)
        self.key = key

    @override
    def __str__(self) -> str:
        return self.message


class Registry(Mapping[K, V]):
    """A read-only mapping built once from explicit entries by the composition root.

    `kind` names the entries in messages ("field type"). A duplicate key raises ConfigurationError; an unknown one
    raises UnknownEntry, which lists the known ones.
    """

    def __init__(self, kind: str, entries: Iterable[tuple[K, V]]) -> None:
        self.kind = kind
        self._entries: dict[K, V] = {}
        for key, value in entries:
            if key in self._entries:
                raise ConfigurationError(tr("The {kind} “{key}” is registered twice.", kind=kind, key=key))
            self._entries[key] = value

    @override
    def __getitem__(self, key: K) -> V:
        try:
            return self._entries[key]
        except KeyError:
            known = ", ".join(sorted(str(k) for k in self._entries))
            raise UnknownEntry(
                tr("No {kind} is called “{key}”. Known: {known}.", kind=self.kind, key=key, known=known), key=key
            ) from None

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._entries

    @override
    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    @override
    def __len__(self) -> int:
        return len(self._entries)
