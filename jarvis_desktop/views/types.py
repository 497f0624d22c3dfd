"""Saved filters as screens see them."""

from __future__ import annotations

from dataclasses import dataclass

from jarvis_desktop.tables.codec import Narrowing

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedView:
    """Filters, text and order of a list under a name.

    `narrowing` is None when what is stored cannot be used; `problem` says why, and such a view can be replaced,
    renamed and deleted like any other. `changeable` says that the reader may do so.
    """

    id: int
    table: str
    name: str
    owner: str
    shared: bool
    changeable: bool
    mine: bool
    narrowing: Narrowing | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DeletedView:
    """A view as it was stored (`definition` is JSON text), with which it can be put back."""

    id: int
    table: str
    name: str
    owner: str
    shared: bool
    definition: str


@dataclass(frozen=True, slots=True)
class SavedViews:
    """The views of a list that a reader sees, by name; without a place to keep any, `missing` says so."""

    views: tuple[SavedView, ...] = ()
    missing: str = ""
