"""What a diagnosis says: one finding a line, each fine, worth a look, or wrong, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jarvis_desktop.core.redaction import Redactor


class Verdict(StrEnum):
    """How it stands with what was found."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


VERDICT_WORDS: dict[Verdict, Text] = {
    Verdict.OK: mark("Fine"),
    Verdict.WARN: mark("Worth a look"),
    Verdict.BAD: mark("Wrong"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, what was found, how that stands and what the person can do ("" for nothing)."""

    name: str
    value: str
    verdict: Verdict = Verdict.OK
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The findings of one part of a diagnosis, under its title."""

    key: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of its findings."""
        return worst(finding.verdict for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Step:
    """A part that is still to be looked at; `look` asks the database or the disk, so it runs in a worker."""

    key: str
    title: Text
    look: Callable[[], tuple[Finding, ...]]


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The worst of some verdicts; fine for none."""
    found = set(verdicts)
    return next((verdict for verdict in (Verdict.BAD, Verdict.WARN) if verdict in found), Verdict.OK)


def cleaned(parts: Sequence[Part], redactor: Redactor) -> tuple[Part, ...]:
    """The same parts with every word cleaned."""
    return tuple(
        replace(
            part,
            findings=tuple(
                replace(
                    finding,
                    name=redactor.clean(finding.name),
                    value=redactor.clean(finding.value),
                    advice=redactor.clean(finding.advice),
                )
                for finding in part.findings
            ),
        )
        for part in parts
    )


def summary(parts: Sequence[Part]) -> str:
    """One sentence about everything."""
    found = [finding.verdict for part in parts for finding in part.findings]
    bad, warn = found.count(Verdict.BAD), found.count(Verdict.WARN)
    if bad and warn:
        return tr("{bad} wrong, {warn} worth a look, of {all}.", bad=bad, warn=warn, all=len(found))
    if bad:
        return tr("{bad} wrong, of {all}.", bad=bad, all=len(found))
    if warn:
        return tr("{warn} worth a look, of {all}; nothing is wrong.", warn=warn, all=len(found))
    return tr("Everything is as it should be ({all} looked at).", all=len(found))


def as_text(parts: Sequence[Part]) -> str:
    """The report as plain text, aligned, with signs for the verdicts."""
    lines: list[str] = [tr("JARVIS Desktop: diagnosis"), summary(parts)]
    for part in parts:
        lines += ["", part.title]
        width = max((len(finding.name) for finding in part.findings), default=0)
        for finding in part.findings:
            sign = {Verdict.OK: "  ", Verdict.WARN: "! ", Verdict.BAD: "X "}[finding.verdict]
            value = finding.value.replace("\n", "\n" + " " * (width + 6))
            lines.append(f"  {sign}{finding.name.ljust(width)}  {value}".rstrip())
            if finding.advice:
                lines.append(" " * (width + 6) + finding.advice)
    signs = ((Verdict.WARN, "!"), (Verdict.BAD, "X"))
    lines += ["", "; ".join(f"{sign} {shown(VERDICT_WORDS[verdict])}" for verdict, sign in signs)]
    return "\n".join(lines) + "\n"
