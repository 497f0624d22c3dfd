"""Rules that colour a table's cells: read and compiled once, asked for every row. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.rules import ENGINES, Failed, Rule, compile_stored
from jarvis_desktop.tables.ruled import NOW, TODAY, rule_fields
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnKind, TableInfo

MOST_RULES = 50


class Tone(StrEnum):
    """How a cell stands out; each comes with a mark of its own, since colour alone tells not everybody."""

    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Colour:
    """One rule, compiled: rows for which `rule` holds show `columns` (none named: all) in `tone`."""

    rule: Rule
    tone: Tone
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Colours:
    """The rules of one table. `reads` are the columns they ask, `notes` what was written in vain."""

    rules: tuple[Colour, ...] = ()
    reads: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


NO_COLOURS = Colours()


def compile_colours(asked: object, table: TableInfo) -> Colours:
    """The prop `colours` as rules over `table`; an entry that cannot be used becomes a note and colours nothing."""
    if asked is None:
        return NO_COLOURS
    if not isinstance(asked, Sequence) or isinstance(asked, str):
        return Colours(notes=(tr("“colours” must be a list of rules."),))
    rules: list[Colour] = []
    notes: list[str] = []
    reads: dict[str, None] = {}
    if len(asked) > MOST_RULES:
        notes.append(
            tr(
                "Only the first {most_rules} colour rules are used, of {count}.",
                most_rules=MOST_RULES,
                count=len(asked),
            )
        )
    for number, entry in enumerate(asked[:MOST_RULES], start=1):
        made = _compiled(entry, table, reads)
        if isinstance(made, str):
            notes.append(tr("Colour rule {number} is left out: {made}", number=number, made=made))
        else:
            rules.append(made)
    return Colours(tuple(rules), tuple(reads), tuple(notes))


class Painter:
    """Finds the tones of rows; made once for the columns a page carries (`shown` of them, then those fetched for it).

    `now` is the instant that `$now` and `$today` stand for.
    """

    def __init__(
        self, colours: Colours, columns: Sequence[tuple[str, ColumnKind]], shown: int, *, now: datetime | None = None
    ) -> None:
        self._names = [name for name, _ in columns]
        readers = {ColumnKind.JSON: _document, ColumnKind.ARRAY: _items}
        self._read = [(place, readers[kind]) for place, (_, kind) in enumerate(columns) if kind in readers]
        self._shown = shown
        moment = now or datetime.now(UTC)
        self._given = {NOW: moment.isoformat(), TODAY: zone.local(moment).date().isoformat()}
        self._rules = [
            (colour.rule, colour.tone.value, [place for place in range(shown) if self._covers(colour, place)])
            for colour in colours.rules
        ]

    def tones(self, values: Sequence[Any]) -> tuple[str, ...]:
        """A tone or "" for each shown column of a row; empty when no rule holds. Later rules win."""
        record: dict[str, Any] | None = None
        tones: list[str] | None = None
        for rule, tone, places in self._rules:
            if record is None:
                record = self._record(values)
            if rule.evaluate(record) is True:
                tones = tones or [""] * self._shown
                for place in places:
                    tones[place] = tone
        return tuple(tones) if tones else ()

    def _covers(self, colour: Colour, place: int) -> bool:
        return not colour.columns or self._names[place] in colour.columns

    def _record(self, values: Sequence[Any]) -> dict[str, Any]:
        record = dict(zip(self._names, values, strict=True))
        for place, read in self._read:
            record[self._names[place]] = read(values[place])
        return self._given | record


def _compiled(entry: object, table: TableInfo, reads: dict[str, None]) -> Colour | str:
    """The rule, its columns noted in `reads`, or why it cannot be used."""
    if not isinstance(entry, Mapping):
        return tr("it is no object with “when” and “tone”.")
    try:
        tone = Tone(str(entry.get("tone")))
    except ValueError:
        return tr(
            "no tone is called “{entry}”. Known: {tone}.", entry=str(entry.get("tone"))[:40], tone=", ".join(Tone)
        )
    columns = entry.get("columns")
    if columns is not None and not (isinstance(columns, (list, tuple)) and all(isinstance(c, str) for c in columns)):
        return tr("“columns” must be a list of column names.")
    unknown = next((name for name in columns or () if table.column(name) is None), None)
    if unknown is not None:
        return tr("there is no column “{unknown}”.", unknown=unknown[:40])
    engine = entry.get("engine")
    if engine is not None and engine not in ENGINES:
        return tr(
            "rules in “{engine}” cannot be run. Known: {engines}.", engine=str(engine)[:40], engines=", ".join(ENGINES)
        )
    if "when" not in entry:
        return tr("it has no “when”.")
    written = entry["when"] if engine is None else {"engine": engine, "rule": entry["when"]}
    rule = compile_stored(written, rule_fields(table))
    if isinstance(rule, Failed):
        return rule.reason + (f" ({rule.pointer})" if rule.pointer else "")
    wanted = {path.partition(".")[0] for path in rule.reads} - {NOW, TODAY}
    if "" in wanted:
        return tr("it reads a column whose name is computed.")
    reads.update(dict.fromkeys(sorted(wanted)))
    return Colour(rule, tone, frozenset(columns or ()))


def _document(text: Any) -> Any:
    """A JSON cell as a value; None (not known) where the page carries only its beginning."""
    if not isinstance(text, str) or len(text) > CELL_LIMIT:
        return None
    try:
        return loads(text)
    except NotJson:
        return None


def _items(text: Any) -> Any:
    """The items of a list cell, which a page carries with commas between; None where it carries only the first."""
    if not isinstance(text, str) or len(text) > CELL_LIMIT:
        return None
    return text.split(", ") if text else []
