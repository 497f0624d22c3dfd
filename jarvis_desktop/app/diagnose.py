"""What a diagnosis looks at, step by step; the window and `jarvis diagnose` show the same.

Nothing here raises for what is wrong with the computer or the database: that is what a diagnosis is for.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.app.diagnose_machine import (
    computer_findings,
    fault_findings,
    folder_findings,
    program_findings,
)
from jarvis_desktop.app.findings import Finding, Part, Step, Verdict
from jarvis_desktop.core.errors import ConfigurationError, JarvisError
from jarvis_desktop.core.redaction import (
    Redactor,
    account_of,
    secrets_around,
    secrets_of,
    servers_of,
    without_credentials,
)
from jarvis_desktop.core.words import mark, shown, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jarvis_desktop.app.paths import Paths
    from jarvis_desktop.app.settings import Settings
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.metadata.types import TabView

_NOBODY = frozenset({"jarvis", "postgres", "root", "administrator", "user"})
"""Names of accounts that every installation has: they tell nothing of anybody."""
_SECRET_SETTINGS = ("password", "secret", "token", "key")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is diagnosed.

    `database` is None while there is no connection, and `refusal` says why. `embedded` tells whether the database is
    the program's own. `components` are the names that tabs may use (none on the command line),
    `read_tabs` reads the tabs of whoever looks, `before` are parts that the window found out itself.
    """

    settings: Settings
    paths: Paths
    database: Database | None = None
    embedded: bool = True
    refusal: JarvisError | None = None
    components: tuple[str, ...] = ()
    read_tabs: Callable[[], tuple[TabView, ...]] | None = None
    before: tuple[Part, ...] = field(default=())


def steps(subject: Subject) -> tuple[Step, ...]:
    """What there is to look at, in the order in which it is shown."""
    found = [
        Step("program", mark("Program"), program_findings),
        Step("computer", mark("Computer"), computer_findings),
    ]
    database = subject.database
    if database is None:
        found.append(Step("database", mark("Database"), partial(_without_database, subject)))
    else:
        # Statements and models are imported by the worker that needs them.
        found += [
            Step("database", mark("Database"), partial(_database, subject, database)),
            Step("schema", mark("Schema"), partial(_schema, subject, database)),
            Step("features", mark("Features"), partial(_features, subject, database)),
        ]
    return (
        *found,
        Step("parts", mark("Components and field types"), partial(_parts, subject)),
        Step("folders", mark("Folders and disk space"), partial(folder_findings, subject.paths)),
        Step("settings", mark("Settings"), partial(_settings, subject)),
        Step("faults", mark("Last faults"), partial(_faults, subject)),
    )


def look_at(step: Step) -> Part:
    """Do one step; a refusal of the database becomes a finding. May raise Cancelled."""
    title = shown(step.title)
    try:
        return Part(step.key, title, step.look())
    except JarvisError as error:
        return Part(step.key, title, (_refused(error),))


def diagnose(subject: Subject, told: Callable[[int, int, str], None] | None = None) -> tuple[Part, ...]:
    """Everything, one step after the other; `told` hears how many of how many are done, and what comes."""
    todo = steps(subject)
    done: list[Part] = list(subject.before)
    for place, step in enumerate(todo):
        if told is not None:
            told(place, len(todo), shown(step.title))
        done.append(look_at(step))
    return tuple(done)


def redactor_for(subject: Subject) -> Redactor:
    """Knows the secrets of the settings and the surroundings, the account, the server, and the person's folders."""
    texts = [str(getattr(subject.settings, each.name)) for each in fields(subject.settings)]
    secrets = {secret for text in texts for secret in secrets_of(text)} | secrets_around()
    secrets |= {
        str(getattr(subject.settings, each.name))
        for each in fields(subject.settings)
        if any(word in each.name for word in _SECRET_SETTINGS)
    }
    homes = [str(Path.home())]
    if os.environ.get("JARVIS_HOME"):
        homes.append(str(Path(os.environ["JARVIS_HOME"]).expanduser().resolve()))
    names = {_account(), Path.home().name, *(account_of(text) for text in texts)}
    names |= {server for text in texts for server in servers_of(text)}
    return Redactor(secrets=secrets, names={name for name in names if name.lower() not in _NOBODY}, homes=homes)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _refused(error: JarvisError) -> Finding:
    return Finding(error.title, error.message, Verdict.BAD, error.hint)


def _without_database(subject: Subject) -> tuple[Finding, ...]:
    if subject.refusal is None:
        return (Finding(tr("Connection"), tr("none yet"), Verdict.WARN, tr("Look again once the window has opened.")),)
    return (_address(subject), _refused(subject.refusal))


def _address(subject: Subject) -> Finding:
    url = subject.settings.database_url
    return Finding(tr("Address"), without_credentials(url) if url else tr("the program's own database"))


def _database(subject: Subject, database: Database) -> tuple[Finding, ...]:
    from jarvis_desktop.app.diagnose_database import server_findings

    return (_address(subject), *server_findings(database, embedded=subject.embedded))


def _schema(subject: Subject, database: Database) -> tuple[Finding, ...]:
    from jarvis_desktop.app.diagnose_database import schema_findings

    return schema_findings(database, embedded=subject.embedded)


def _features(subject: Subject, database: Database) -> tuple[Finding, ...]:
    from jarvis_desktop.app.diagnose_database import feature_findings

    return feature_findings(database, embedded=subject.embedded)


def _parts(subject: Subject) -> tuple[Finding, ...]:
    from jarvis_desktop.forms.field_types import FIELD_TYPES
    from jarvis_desktop.search.help_pages import help_pages

    kinds = ", ".join(sorted(kind.kind.value for kind in FIELD_TYPES))
    found = [Finding(tr("Field types"), tr("{n}: {names}", n=len(FIELD_TYPES), names=kinds))]
    if subject.components:
        names = ", ".join(sorted(subject.components))
        found.insert(0, Finding(tr("Components"), tr("{n}: {names}", n=len(subject.components), names=names)))
    pages = len(help_pages())
    missing = tr("Install the program anew: its help pages are not where they belong.")
    found.append(Finding(tr("Help pages"), str(pages), Verdict.OK if pages else Verdict.BAD, "" if pages else missing))
    if subject.read_tabs is not None:
        found += _tab_findings(subject.read_tabs())
    return tuple(found)


def _tab_findings(tabs: tuple[TabView, ...]) -> Iterator[Finding]:
    from jarvis_desktop.metadata.types import notices_of

    yield Finding(tr("Tabs"), str(len(tabs)))
    for tab in tabs:
        for fault in (*tab.problems, *notices_of(tab.layout)):
            advice = tr("Correct its row in Forms and tabs.")
            yield Finding(tr("Tab {name}", name=tab.name), fault, Verdict.WARN, advice)


def _settings(subject: Subject) -> tuple[Finding, ...]:
    file = subject.paths.settings_file
    there = file.exists()
    found = [Finding(tr("Settings file"), str(file) if there else tr("{file} (not there)", file=file))]
    for each in fields(subject.settings):
        value = str(getattr(subject.settings, each.name))
        hidden = any(word in each.name for word in _SECRET_SETTINGS) and bool(value)
        said = "…" if hidden else without_credentials(value)
        found.append(Finding(each.name, said or tr("not set")))
    return tuple(found)


def _faults(subject: Subject) -> tuple[Finding, ...]:
    kept: tuple[Finding, ...] = ()
    if subject.database is not None:
        from jarvis_desktop.app.diagnose_database import stored_faults

        try:
            kept = stored_faults(subject.database)
        except JarvisError as error:
            kept = (_refused(error),)
    found = (*kept, *fault_findings(subject.paths.log_dir))
    return found or (Finding(tr("Recorded"), tr("none")),)


def unusable(settings_error: ConfigurationError) -> Part:
    """The part that stands for settings that cannot be read."""
    return Part("settings", tr("Settings"), (_refused(settings_error),))
