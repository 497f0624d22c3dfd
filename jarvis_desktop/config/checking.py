"""Whether a value fits its setting, and a scope is one that is there and can be reached."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jarvis_desktop.config import queries
from jarvis_desktop.config.types import MATCHING_KEY, Setting
from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.core.scope import Matching, rung
from jarvis_desktop.core.words import mark, shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from jarvis_desktop.config.types import Wish
    from jarvis_desktop.core.scope import Scope
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

TYPES = ("string", "number", "boolean", "json", "array")
"""The types of the registry, as the reference lists them."""
BUILT_IN: Mapping[str, Setting] = {
    MATCHING_KEY: Setting(
        MATCHING_KEY,
        "Which scopes are looked for: documented (workflow with agent and persona, agent with persona, persona, all), "
        "or any_subset (also each other combination).",
        "string",
        "business",
        default=Matching.DOCUMENTED.value,
        schema={"enum": [each.value for each in Matching]},
    )
}
"""Settings of this program; the registry gets their row when they are first set."""
_SHORT = 60
MOST_CHARACTERS = 5_000_000
"""The longest value, as JSON text."""
_FITS: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float, Decimal)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "json": lambda _value: True,
}
_NAMES = {
    "string": mark("a text"),
    "number": mark("a number"),
    "boolean": mark("true or false"),
    "array": mark("a list"),
    "json": mark("a JSON value"),
}
_KNOWN = {
    "persona": ("role_personas", "persona_key"),
    "agent_id": ("agents", "id"),
    "workflow_id": ("commercial_property_workflows", "id"),
}
"""Where the parts of a scope are rows, by column."""


def setting_of(session: Session, key: str) -> Setting | None:
    """A key of the registry with its details, or None."""
    row = queries.registry_row(session, key)
    return BUILT_IN.get(key) if row is None else _setting(row, queries.details(session, key))


def every_setting(session: Session) -> list[Setting]:
    """All keys of the registry with their details, and those of this program, in the order of the alphabet."""
    details = queries.every_details(session)
    rows = {row.text("key"): row for row in queries.registry_rows(session)}
    stored = [_setting(row, details.get(key, (None, None, False))) for key, row in rows.items()]
    built_in = [each for key, each in BUILT_IN.items() if key not in rows]
    return sorted([*stored, *built_in], key=lambda each: each.key)


def _setting(row: StoredRow, details: tuple[str | None, str | None, bool]) -> Setting:
    key, (schema, deprecated, approval) = row.text("key"), details
    built_in = BUILT_IN.get(key)
    if schema is None and built_in is not None and built_in.schema is not None:
        schema = dumps(built_in.schema)
    return Setting(
        key,
        row.text("description"),
        row.text("type"),
        row.text("category"),
        row.text("scope") or "global",
        row.value("default_value_jsonb"),
        None if schema is None else loads(schema),
        deprecated or "",
        approval,
    )


def unknown_key(session: Session, key: str) -> Problem:
    """What is said of a key that the registry does not have."""
    close = get_close_matches(key, queries.some_keys(session), n=1)
    meant = tr(" Did you mean “{similar}”?", similar=close[0]) if close else ""
    return Problem("key", tr("There is no setting “{key}”.", key=key[:200]) + meant)


def value_problems(setting: Setting, value: Any) -> Iterator[Problem]:
    """What is wrong with a value for a setting: its type, its size, and what the setting's schema refuses."""
    fits = _FITS.get(setting.type)
    if fits is not None and not fits(value):
        yield Problem("value", wrong_type(setting.key, setting.type, dumps(value)))
        return
    try:
        size = len(dumps(value))
    except NotJson as unfit:
        yield Problem("value", tr("The value for “{key}” {unfit}.", key=setting.key, unfit=unfit))
        return
    if size > MOST_CHARACTERS:
        yield Problem(
            "value",
            tr("The value for “{key}” has {size} characters; {most} are taken.", key=setting.key, size=size,
               most=MOST_CHARACTERS),
        )  # fmt: skip
        return
    if setting.schema is not None:
        yield from schema_problems(setting.key, setting.schema, value)


def wrong_type(key: str, kind: str, document: str) -> str:
    """The sentence about a value, as JSON text, that is not of the type of its setting."""
    return tr(
        "“{key}” takes {wanted}, and this is {got}.",
        key=key,
        wanted=shown(_NAMES[kind]),
        got=document if len(document) <= _SHORT else f"{document[:_SHORT]} …",
    )


def schema_problems(key: str, schema: Mapping[str, Any], value: Any) -> Iterator[Problem]:
    """What a JSON Schema refuses of a value."""
    from jarvis_desktop.core.json_schema import compile_schema, pointer  # the library loads slowly

    try:
        validator = compile_schema(schema)
        found = list(validator.iter_errors(value))
    except (ValueError, RecursionError) as unusable:
        first = (str(unusable).strip().splitlines() or [tr("it is not valid")])[0]
        yield Problem("value", tr("“{key}” cannot be checked: its schema: {first}", key=key, first=first))
        return
    for error in found:
        place = pointer(list(error.instance_path))
        where = f" ({place})" if place else ""
        yield Problem("value", tr("“{key}”{where}: {said}", key=key, where=where, said=error.message[:300]), place)


def scope_problems(session: Session, scope: Scope, matching: Matching) -> Iterator[Problem]:
    """What is wrong with a scope: parts that are not there, or a combination that is never asked for.

    A table without rows, or that cannot be read, refuses nothing.
    """
    for part, (table, column) in _KNOWN.items():
        value = getattr(scope, part)
        if value is not None and not queries.is_there(session, table, column, value):
            yield Problem(part, tr("There is no {part} “{value}”.", part=shown(_PARTS[part]), value=str(value)[:100]))
    if rung(scope) not in matching.rungs:
        yield Problem(
            "scope",
            tr(
                "A value for {scope} alone is never found: “config.scope_matching” is “{matching}”, with {rungs}.",
                scope=rung(scope).words,
                matching=matching.value,
                rungs=", ".join(each.words for each in matching.rungs),
            ),
        )


_PARTS = {"persona": mark("persona"), "agent_id": mark("agent"), "workflow_id": mark("workflow")}


def interval_problems(wish: Wish, begin: datetime) -> Iterator[Problem]:
    """What is wrong with the span of a wish that begins at `begin`."""
    end = wish.effective_to
    if end is not None and end <= begin:
        yield Problem(
            "effective_to",
            tr("The end ({end}) must lie after the beginning ({begin}).", end=moment(end), begin=moment(begin)),
        )
    if wish.override and end is None:
        yield Problem("effective_to", tr("An override must say when it ends."))


def moment(instant: datetime | None) -> str:
    """An instant in a sentence; with its offset, since the one who reads may sit elsewhere."""
    return tr("open") if instant is None else instant.isoformat(" ", "seconds")


def span(begin: datetime | None, end: datetime | None) -> str:
    """A half-open interval in a sentence."""
    return f"{moment(begin)} to {moment(end)}"
