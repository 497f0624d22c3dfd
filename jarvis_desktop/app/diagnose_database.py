"""The database, its schema and what is off in it, as a diagnosis finds them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jarvis_desktop.app.diagnose_machine import MOST_FAULTS, fault_finding
from jarvis_desktop.app.findings import Finding, Verdict
from jarvis_desktop.core.figures import size_words
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.db.check import Difference, Severity, check
from jarvis_desktop.db.facts import latest_faults, server_facts
from jarvis_desktop.db.features import features
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.db.revision import HEAD, recorded_revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.facts import ServerFacts

OLDEST_SERVER = 14
NEWEST_SERVER = 18
SLOW_ANSWER_MS = 50.0
"""Milliseconds for the smallest answer above which every screen feels slow."""
CLOCK_APART_S = 60.0
MOST_DIFFERENCES = 60

_VERDICTS = {Severity.MISSING: Verdict.BAD, Severity.DIFFERS: Verdict.WARN}


def server_findings(database: Database, *, embedded: bool) -> tuple[Finding, ...]:
    """What the server is, and how it answers."""
    found = server_facts(database)
    return (
        Finding(
            tr("Database"), tr("{label} (the program's own)", label=database.label) if embedded else database.label
        ),
        _version(found),
        _encoding(found),
        _answers(found),
        _clock(found),
        *(() if embedded else (_encryption(database, found),)),
        Finding(tr("Size"), size_words(found.size)),
        Finding(tr("Extensions"), ", ".join(f"{name} {version}" for name, version in found.extensions) or tr("none")),
    )


def schema_findings(database: Database, *, embedded: bool) -> tuple[Finding, ...]:
    """The schema against the one that this program expects."""
    with database.read() as session:
        revision = recorded_revision(session.connection())
    report = check(database)
    stale = revision is not None and revision != HEAD
    said = tr("none recorded (the newest is {newest})", newest=HEAD) if revision is None else str(revision)
    found = [
        Finding(
            tr("Revision"),
            tr("{revision} (the newest is {newest})", revision=revision, newest=HEAD) if stale else said,
            Verdict.WARN if stale else Verdict.OK,
            _upgrade(embedded=embedded) if stale else "",
        ),
        Finding(
            tr("Compared"),
            tr(
                "{tables} tables, {columns} columns, {indexes} indexes",
                tables=len(report.compared_tables),
                columns=report.compared_columns,
                indexes=len(report.compared_indexes),
            ),
        ),
    ]
    if report.ok:
        found.append(Finding(tr("Differences"), tr("none that matter")))
    found += [_difference(each, embedded=embedded) for each in report.differences[:MOST_DIFFERENCES]]
    more = len(report.differences) - MOST_DIFFERENCES
    if more > 0:
        found.append(Finding(tr("And more"), tr_n("{n} difference", "{n} differences", more), Verdict.WARN))
    return tuple(found)


def feature_findings(database: Database, *, embedded: bool) -> tuple[Finding, ...]:
    """What this database lets the program offer."""
    there = features(database)
    return tuple(_features(there.live_updates, there.desktop_schema, there.slow_tables, embedded=embedded))


def stored_faults(database: Database) -> tuple[Finding, ...]:
    """The newest faults of the table `errors`."""
    return tuple(
        fault_finding(
            fault.kind, fault.message, "" if fault.at is None else tr("{at} UTC", at=f"{fault.at:%Y-%m-%d %H:%M:%S}")
        )
        for fault in latest_faults(database, MOST_FAULTS)
    )


def _features(live: bool, own: bool, slow: tuple[str, ...], *, embedded: bool) -> Iterator[Finding]:  # noqa: FBT001
    on, off = tr("on"), tr("off")
    advice = _upgrade(embedded=embedded)
    yield Finding(tr("Live updates"), on if live else off, Verdict.OK if live else Verdict.WARN, "" if live else advice)
    for name in (tr("Undo"), tr("Drafts"), tr("Notifications"), tr("What screens remember")):
        yield Finding(name, on if own else off, Verdict.OK if own else Verdict.WARN, "" if own else advice)
    quick = len(slow) < len(COLUMNS) and not slow
    value = (
        on
        if quick
        else tr_n("slow in {n} table: {names}", "slow in {n} tables: {names}", len(slow), names=", ".join(slow))
    )
    yield Finding(tr("Quick search for texts"), value, Verdict.OK if quick else Verdict.WARN, "" if quick else advice)


def _upgrade(*, embedded: bool) -> str:
    if embedded:
        return tr("Start the program again: it brings its own database up to date.")
    return tr("An administrator of the database can add what is missing with “jarvis db upgrade”.")


def _version(found: ServerFacts) -> Finding:
    major = found.number // 10_000
    name, value = "PostgreSQL", found.version
    if major < OLDEST_SERVER:
        return Finding(name, value, Verdict.BAD, tr("Use PostgreSQL {oldest} or newer.", oldest=OLDEST_SERVER))
    if major > NEWEST_SERVER:
        return Finding(
            name, value, Verdict.WARN, tr("The program was tried with PostgreSQL up to {newest}.", newest=NEWEST_SERVER)
        )
    return Finding(name, value)


def _encoding(found: ServerFacts) -> Finding:
    if found.encoding == "UTF8":
        return Finding(tr("Encoding"), found.encoding)
    advice = tr("Move to a database with the encoding UTF8: here some letters cannot be stored.")
    return Finding(tr("Encoding"), found.encoding, Verdict.BAD, advice)


def _answers(found: ServerFacts) -> Finding:
    value = tr("in {ms} ms", ms=f"{found.answer_ms:.1f}")
    if found.answer_ms <= SLOW_ANSWER_MS:
        return Finding(tr("Answers"), value)
    return Finding(
        tr("Answers"), value, Verdict.WARN, tr("The network to the server is slow; every screen waits for it.")
    )


def _clock(found: ServerFacts) -> Finding:
    apart = abs((datetime.now(UTC) - found.now).total_seconds())
    value = tr("{zone}; {seconds} s from this computer's", zone=found.time_zone, seconds=f"{apart:.0f}")
    if apart <= CLOCK_APART_S:
        return Finding(tr("Clock"), value)
    return Finding(
        tr("Clock"),
        value,
        Verdict.WARN,
        tr("Set both clocks: times in lists and in the journal are not to be trusted."),
    )


def _encryption(database: Database, found: ServerFacts) -> Finding:
    host = database.url.host or "/"
    near = host.startswith("/") or host in {"localhost", "127.0.0.1", "::1"}
    value = tr("encrypted") if found.encrypted else tr("not encrypted")
    if found.encrypted or near:
        return Finding(tr("Connection"), value)
    return Finding(
        tr("Connection"), value, Verdict.WARN, tr("Add sslmode=require to the address, if the server offers it.")
    )


def _difference(each: Difference, *, embedded: bool) -> Finding:
    name = f"{each.table}: {each.kind}" if each.table and each.table != "*" else str(each.kind)
    parts = [each.object if each.object != each.table else ""]
    if each.expected:
        parts.append(tr("expected {what}", what=each.expected))
    parts.append(tr("found {what}", what=each.found) if each.found else tr("not there"))
    verdict = _VERDICTS.get(each.severity, Verdict.OK)
    advice = _upgrade(embedded=embedded) if verdict is Verdict.BAD else ""
    if verdict is Verdict.WARN:
        advice = tr("The program works with it as far as the type allows; compare it with the reference of the schema.")
    return Finding(name, ", ".join(part for part in parts if part), verdict, advice)
