"""From rows of the file to rows of the stage: repaired, judged, and counted on the way."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.core.words import tr
from jarvis_desktop.imports.types import MOST_REFUSALS, Cell, PreviewRow, Question, Refusal, RepairCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jarvis_desktop.imports.cells import CellReader, Verdict
    from jarvis_desktop.imports.targets import ImportTable
    from jarvis_desktop.imports.types import ImportPlan, SourceRow

BATCH = 2000
_EXAMPLES = 3
_SHOWN = 200

StagedRow = tuple[int | str | None, ...]
"""Number, doubts as JSON text or None, then the cells."""


class Tally:
    """What was repaired and refused so far."""

    def __init__(self) -> None:
        self.rows = 0
        self.refused = 0
        self.refusal_count = 0
        self.refusals: list[Refusal] = []
        self.questions: dict[Question, str] = {}
        self._repairs: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], dict[str, str]] = {}

    def repaired(self, label: str, repair: str, before: str, after: str | None) -> None:
        """Count a repair."""
        kind = (label, repair)
        self._repairs[kind] += 1
        examples = self._examples.setdefault(kind, {})
        if len(examples) < _EXAMPLES:
            examples.setdefault(before[:_SHOWN], (after or "")[:_SHOWN])

    def refuse(self, refusal: Refusal) -> None:
        """Keep a refusal, as long as there are not too many."""
        self.refusal_count += 1
        if len(self.refusals) < MOST_REFUSALS:
            self.refusals.append(refusal)

    def repairs(self) -> tuple[RepairCount, ...]:
        """All repairs, the columns together."""
        return tuple(
            RepairCount(label, repair, count, tuple(self._examples[label, repair].items()))
            for (label, repair), count in self._repairs.items()
        )


class Batches:
    """Reads rows for a plan; `tally` tells what happened to those that went through."""

    def __init__(self, plan: ImportPlan, to: ImportTable) -> None:
        self.tally = Tally()
        self._plan = plan
        self._places = [assignment.place for assignment in plan.assignments]
        self._constants = [assignment.constant for assignment in plan.assignments]
        self._readers: list[CellReader] = [to.reader(a.column, plan.style) for a in plan.assignments]
        self._initial = to.initial
        self._position = {a.column: place for place, a in enumerate(plan.assignments)}
        self._fields = to.fields
        self._columns = [assignment.column for assignment in plan.assignments]
        self._dependent = [place for place, reader in enumerate(self._readers) if reader.needs]

    def staged(self, rows: Iterable[SourceRow]) -> Iterator[list[StagedRow]]:
        """The rows that can be staged, in batches; the others are in the tally."""
        stream = iter(rows)
        while batch := list(islice(stream, BATCH)):
            yield self._batch(batch)

    def preview(self, rows: Sequence[SourceRow]) -> tuple[PreviewRow, ...]:
        """The rows as they would be stored, cell by cell."""
        return tuple(self._shown(row) for row in rows)

    def _batch(self, batch: list[SourceRow]) -> list[StagedRow]:
        self.tally.rows += len(batch)
        good = [row for row in batch if not self._row_fault(row)]
        columns = [self._verdicts(place, good) for place in range(len(self._readers))]
        bad: set[int] = set()
        doubts: dict[int, dict[str, str]] = {}
        for place, (raws, verdicts) in enumerate(columns):
            self._note(place, good, raws, verdicts, bad, doubts)
        for place in self._dependent:
            self._judge(place, good, columns, doubts)
        self._tell_doubts(good, columns, bad, doubts)
        self.tally.refused += len(bad)
        texts = [[verdict[0] for verdict in verdicts] for _, verdicts in columns]
        for place, reader in enumerate(self._readers):
            if reader.inside:
                texts[place] = list(map(reader.staged, texts[place]))
        numbers = [row.number for row in good]
        notes = [dumps(doubts[i]) if i in doubts else None for i in range(len(good))]
        staged: list[StagedRow] = list(zip(numbers, notes, *texts, strict=True))
        return staged if not bad else [row for i, row in enumerate(staged) if i not in bad]

    def _row_fault(self, row: SourceRow) -> bool:
        """Whether the row as a whole is refused, and if so, that it is told."""
        fault, value = row.fault, row.cells[0] if row.fault and row.cells else ""
        width = self._plan.width
        if not fault and len(row.cells) > width > 0 and any(row.cells[width:]):
            fault = tr(
                "has {count} cells, and the file has {width} columns: its cells may have shifted",
                count=len(row.cells),
                width=width,
            )
            value = "; ".join(filter(None, row.cells[width:]))
        if fault:
            self.tally.refused += 1
            self.tally.refuse(
                Refusal(row.number, "", value[:_SHOWN], tr("The row {fault}", fault=fault) if not row.fault else fault)
            )
        return bool(fault)

    def _verdicts(self, place: int, rows: list[SourceRow]) -> tuple[list[str], list[Verdict]]:
        at = self._places[place]
        if at is None:
            raws = [self._constants[place]] * len(rows)
        else:
            raws = [row[1][at] if at < len(row[1]) else "" for row in rows]
        return raws, list(map(self._readers[place].verdict, raws))

    def _note(
        self,
        place: int,
        rows: list[SourceRow],
        raws: list[str],
        verdicts: list[Verdict],
        bad: set[int],
        doubts: dict[int, dict[str, str]],
    ) -> None:
        label = self._readers[place].label
        for i, (text, repair, problem, doubt, question) in enumerate(verdicts):
            if not repair and not problem and not doubt:
                continue
            if repair:
                self.tally.repaired(label, repair, raws[i], text)
            if problem:
                bad.add(i)
                self.tally.refuse(Refusal(rows[i].number, label, raws[i][:_SHOWN], problem))
                if question is not None:
                    self.tally.questions.setdefault(question, raws[i])
            if doubt:
                doubts.setdefault(i, {})[str(place)] = doubt

    def _tell_doubts(
        self,
        rows: list[SourceRow],
        columns: list[tuple[list[str], list[Verdict]]],
        bad: set[int],
        doubts: dict[int, dict[str, str]],
    ) -> None:
        """Of a row that is refused anyway, every cell is told that may be at fault."""
        for i in sorted(bad & doubts.keys()):
            for place, doubt in doubts[i].items():
                raw = columns[int(place)][0][i]
                self.tally.refuse(Refusal(rows[i].number, self._readers[int(place)].label, raw[:_SHOWN], doubt))

    def _judge(
        self,
        place: int,
        rows: list[SourceRow],
        columns: list[tuple[list[str], list[Verdict]]],
        doubts: dict[int, dict[str, str]],
    ) -> None:
        """Judge the cells of a field that depends on others."""
        reader = self._readers[place]
        known: dict[tuple[str | None, ...], str] = {}
        for i in range(len(rows)):
            text = columns[place][1][i].text
            if text is None:
                continue
            beside = tuple(
                columns[self._position[name]][1][i].text if name in self._position else self._initial.get(name)
                for name in reader.needs
            )
            case = (text, *beside)
            if case not in known:
                known[case] = self._beside(place, text, beside)
            if known[case]:
                doubts.setdefault(i, {})[str(place)] = known[case]

    def _beside(self, place: int, text: str, beside: Sequence[str | None]) -> str:
        reader = self._readers[place]
        others: dict[str, Any] = {}
        for name, other in zip(reader.needs, beside, strict=True):
            at = self._position.get(name)
            others[name] = other if at is None else self._readers[at].value(other)
        return reader.beside(text, others)

    def _shown(self, row: SourceRow) -> PreviewRow:
        one = [row]
        before = self.tally.refusal_count
        if self._row_fault(row):
            fault = self.tally.refusals[-1].reason if self.tally.refusal_count > before else row.fault
            originals = tuple(
                "" if at is None or at >= len(row.cells) else row.cells[at][:_SHOWN] for at in self._places
            )
            return PreviewRow(row.number, tuple(Cell(None) for _ in self._places), originals, fault)
        columns = [self._verdicts(place, one) for place in range(len(self._readers))]
        bad: set[int] = set()
        doubts: dict[int, dict[str, str]] = {}
        for place, (raws, verdicts) in enumerate(columns):
            self._note(place, one, raws, verdicts, bad, doubts)
        for place in self._dependent:
            self._judge(place, one, columns, doubts)
        noted: Mapping[str, str] = doubts.get(0, {})
        cells = tuple(
            Cell(
                None if verdicts[0].text is None else verdicts[0].text[:_SHOWN],
                verdicts[0].repair,
                verdicts[0].problem or noted.get(str(place), ""),
            )
            for place, (_, verdicts) in enumerate(columns)
        )
        return PreviewRow(row.number, cells, tuple(raws[0][:_SHOWN] for raws, _ in columns))
