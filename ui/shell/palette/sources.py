"""What the window offers without asking the database, as items of the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import shown, tr
from ui.shell.menus import DIRECT_KEYS, tab_key
from ui.shell.palette.items import Item, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.forms.types import NewForm
    from jarvis_desktop.metadata.types import PersonaView, TabView
    from ui.core.commands import Command
    from ui.core.keymap import KeyMap
    from ui.shell.bench import Bench
    from ui.shell.command_desk import CommandDesk

_ITSELF = "go.palette"


def local_items(desk: CommandDesk, forms: Sequence[NewForm]) -> list[Item]:
    """Tabs, forms for new records, personas and commands, in this order."""
    bench = desk.bench
    reader = bench.context.reader.persona if bench.context is not None else ""
    several = {form.table for form in forms if sum(other.table == form.table for other in forms) > 1}
    return [
        *(_tab(tab, place, desk.keys) for place, tab in enumerate(bench.tabs(), start=1)),
        *(_form(form, titled=form.table in several) for form in forms),
        *(_persona(persona) for persona in bench.personas() if persona.key != reader),
        *(_command(command, desk) for command in desk.offered() if command.key != _ITSELF),
    ]


def record_item(table: str, record_id: str, title: str, caption: str, icon: str) -> Item:
    """A record to be opened."""
    key = f"record:{table}/{record_id}"
    run = partial(_open_record, table, record_id)
    return Item(key, Kind.RECORD, title, run, caption, icon, table=table, record_id=record_id)


def _tab(tab: TabView, place: int, keys: KeyMap) -> Item:
    direct = keys.text(tab_key(place), (f"Ctrl+{place}",)) if place <= DIRECT_KEYS else ""
    icon = tab.icon or "layout-grid"
    run = partial(_choose_tab, tab.key)
    return Item(f"tab:{tab.key}", Kind.TAB, tab.name, run, Kind.TAB.label, icon, direct, tr("go to show"))


def _form(form: NewForm, *, titled: bool) -> Item:
    title = tr("New {record}: {form}", record=form.record, form=form.title) if titled else ""
    title = title or tr("New {record}", record=form.record)
    run = partial(_show_form, form.form_type, title)
    words = f"{form.title} {form.table.replace('_', ' ')} {tr('create add record')}"
    return Item(f"form:{form.form_type}", Kind.FORM, title, run, Kind.FORM.label, "plus", words=words)


def _persona(persona: PersonaView) -> Item:
    title = tr("Switch to {persona}", persona=persona.name)
    words = f"{persona.name} {persona.role} {persona.key} {tr('persona person look as')}"
    run = partial(_switch_persona, persona.key)
    return Item(f"persona:{persona.key}", Kind.PERSONA, title, run, persona.role, "user-round", words=words)


def _command(command: Command, desk: CommandDesk) -> Item:
    return Item(
        f"command:{command.key}",
        Kind.COMMAND,
        command.full_title,
        partial(_run_command, desk, command.key),
        command.group.label,
        command.icon or "command",
        desk.keys.text(command.key, command.shortcuts),
        f"{shown(command.words)} {command.group.label}",
    )


def _choose_tab(key: str, bench: Bench) -> None:
    bench.choose_tab(key)


def _switch_persona(key: str, bench: Bench) -> None:
    bench.switch_persona(key)


def _show_form(form_type: str, title: str, bench: Bench) -> None:
    bench.show_form({"form_type": form_type}, title)


def _open_record(table: str, record_id: str, bench: Bench) -> None:
    bench.open_record(table, record_id)


def _run_command(desk: CommandDesk, key: str, _bench: Bench) -> None:
    desk.run(key)
