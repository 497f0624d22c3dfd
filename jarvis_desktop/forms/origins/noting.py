"""Noting where values come from, in the transaction that stores them, and finding it again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.forms.columns import json_value
from jarvis_desktop.forms.origins import queries
from jarvis_desktop.forms.origins.types import How, Origin, Origins
from jarvis_desktop.forms.values import is_empty, same_value

if TYPE_CHECKING:
    from collections.abc import Collection

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.engine import FormEngine
    from jarvis_desktop.forms.placement import Place, PlacedForm
    from jarvis_desktop.metadata.types import Reader


def note_origins(
    session: Session,
    form: PlacedForm,
    row_id: str,
    stored: Mapping[str, Any],
    engine: FormEngine,
    entered: Collection[str],
    reader: Reader,
) -> None:
    """Note of the `stored` values (by field key, as they are read back) where they come from."""
    found = [
        (key, _how(key, engine, entered).value, fingerprint(value))
        for key, value in stored.items()
        if not (engine.is_new and is_empty(value))
    ]
    definition = form.definition
    queries.note(
        session,
        form.table,
        row_id,
        found,
        form_type=definition.form_type,
        version=definition.version,
        by=reader.user_id,
    )


def origins(session: Session, form: PlacedForm, row_id: str, values: Mapping[str, Any]) -> Origins:
    """Where the values of a record come from: what forms noted while it holds, else what the journal knows."""
    noted = queries.noted(session, form.table, row_id) if queries.are_kept(session) else []
    found: dict[str, Origin] = {}
    for each in noted:
        if each.key in values and each.fingerprint == fingerprint(values[each.key]):
            found[each.key] = Origin(How(each.how), each.user_id, each.stored_at, each.version)
    missing = {key for key, value in values.items() if key in form.places and key not in found and not is_empty(value)}
    for edit in queries.edits(session, form.table, row_id) if missing else ():
        before, after = _image(edit.before), _image(edit.after)
        for key in sorted(missing):
            if edit.before is None or _changed(form.places[key], before, after):
                missing.discard(key)
                found[key] = Origin(How.EDITED, edit.user_id, edit.made_at, edit=edit.text)
        if not missing:
            break
    people = queries.names(session, [origin.person for origin in found.values()])
    return Origins(
        {key: replace(origin, person=people.get(origin.person, origin.person)) for key, origin in found.items()},
        filled_under=noted[0].version if noted else 0,
        in_force=form.definition.version,
    )


def fingerprint(value: Any) -> str:
    """What tells whether a stored value is still the same."""
    try:
        text = dumps(json_value(value), sort_keys=True)
    except NotJson:
        text = repr(value)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _how(key: str, engine: FormEngine, entered: Collection[str]) -> How:
    if engine.is_derived(key):
        return How.COMPUTED
    # A new record is handed over whole, also what nobody touched.
    begun = engine.is_new and same_value(engine.values.get(key), engine.base.get(key))
    return How.BEGUN if begun else How.TYPED if key in entered else How.COMPUTED


def _image(text: str | None) -> Mapping[str, Any]:
    found = None if text is None else loads(text)
    return found if isinstance(found, Mapping) else {}


def _changed(place: Place, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether an edit gave the place another value; images hold the columns it changed, as texts."""
    name = place.column.name
    if name not in before and name not in after:
        return False
    if not place.path:
        return before.get(name) != after.get(name)
    return not same_value(_inside(before.get(name), place.path), _inside(after.get(name), place.path))


def _inside(document: Any, path: tuple[str, ...]) -> Any:
    try:
        found = loads(document) if isinstance(document, str) else None
    except NotJson:
        return None
    for part in path:
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
