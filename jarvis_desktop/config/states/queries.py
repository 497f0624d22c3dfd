"""Statements over whole states: take one, read one into temporary tables, find what differs, and make it so."""

# ruff: noqa: S608 - the statements are put together from the names of parts and of columns

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.states.parts import FORMAT, PARTS, VALUES, VERSION, Part
from jarvis_desktop.config.types import Snapshot
from jarvis_desktop.core.clock import from_naive_utc, to_naive_utc
from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.db.features import own_tables_usable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import TypeAlias

    from jarvis_desktop.config.types import State
    from jarvis_desktop.db.session import Session

    Place: TypeAlias = tuple[str, str, str | None, int | None, int | None]

_UNTOLD = frozenset({"id", "created_at", "updated_at"})
"""What says nothing about the content of a row of another database."""
_TOP = text("""
    SELECT doc ->> 'format', doc ->> 'version', jsonb_typeof(doc -> 'parts'), jsonb_typeof(doc -> 'counts')
    FROM jarvis_document
""")
_LIST = text("""
    SELECT id, snapshot_name, description, created_by, created_at, pg_column_size(snapshot_data)
    FROM public.config_snapshots ORDER BY id DESC LIMIT 500
""")
_COLUMNS = text("""
    SELECT array_agg(CAST(attname AS text) ORDER BY attname) FROM pg_attribute
    WHERE attrelid = CAST(:name AS regclass) AND attnum > 0 AND NOT attisdropped
""")


def state_expression(parts: Collection[Part]) -> str:
    """The document of the state as it is now, as an SQL expression."""

    def members(what: str) -> str:
        each = (f"'{part.key}', (SELECT {what.format(part.primary)} FROM {part.table} AS t)" for part in parts)
        return f"jsonb_build_object({', '.join(each)})"

    return f"""
        jsonb_build_object(
            'format', '{FORMAT}', 'version', {VERSION}, 'taken_at', localtimestamp, 'counts', {members("count(*)")},
            'parts', {members("coalesce(jsonb_agg(to_jsonb(t) ORDER BY t.{}), '[]')")})
    """


def present_parts(session: Session, wanted: Collection[str] = ()) -> list[Part]:
    """The parts that this database has room for, all or those wanted. Raises ConfigurationError for an unknown one."""
    unknown = set(wanted) - PARTS.keys()
    if unknown:
        raise ConfigurationError(
            tr("There is no part “{name}” of the configuration.", name=sorted(unknown)[0]),
            hint=tr("Known: {names}.", names=", ".join(PARTS)),
        )
    details = own_tables_usable(session, "config_key_details")
    return [part for key, part in PARTS.items() if (not wanted or key in wanted) and (key != "details" or details)]


def snapshots(session: Session) -> list[Snapshot]:
    """The snapshots there are, the latest first."""
    return [
        Snapshot(number, name, description or "", by or "", from_naive_utc(at), size)
        for number, name, description, by, at, size in session.execute(_LIST)
    ]


def keep(session: Session, name: str, description: str, by: str) -> int:
    """Keep the state as it is now; the number of the snapshot."""
    state = state_expression(present_parts(session))
    statement = f"""
        INSERT INTO public.config_snapshots (snapshot_name, description, snapshot_data, created_by)
        VALUES (:name, :description, {state}, :by) RETURNING id
    """
    number: int = session.scalar(text(statement), {"name": name, "description": description, "by": by})
    return number


def state_text(session: Session) -> str:
    """The state as it is now, as indented JSON."""
    document: str = session.scalar(text(f"SELECT jsonb_pretty({state_expression(present_parts(session))})"))
    return document


def forget(session: Session, parts: Collection[Part]) -> None:
    """Drop what was unpacked, so that another document can be."""
    for part in parts:
        _run(session, f"DROP TABLE IF EXISTS wanted_{part.key}")


def load_snapshot(session: Session, number: int) -> bool:
    """Put the document of a snapshot into `jarvis_document`; False when there is no such snapshot."""
    source = f"SELECT snapshot_data AS doc FROM public.config_snapshots WHERE id = {number:d}"
    _run(session, "DROP TABLE IF EXISTS jarvis_document")
    _run(session, f"CREATE TEMP TABLE jarvis_document ON COMMIT DROP AS {source}")
    return bool(session.scalar(text("SELECT EXISTS (SELECT FROM jarvis_document)")))


def load_text(session: Session, document: str) -> None:
    """Put a document into `jarvis_document`; ConfigurationError when it is no JSON."""
    _run(session, "DROP TABLE IF EXISTS jarvis_document")
    _run(session, "CREATE TEMP TABLE jarvis_document (doc jsonb) ON COMMIT DROP")
    try:
        with translated_errors(), session.begin_nested():
            _run(session, "INSERT INTO jarvis_document VALUES (CAST(:doc AS jsonb))", doc=document.replace("\0", ""))
    except DatabaseRefused as error:
        raise _unfit(tr("it is no JSON ({reason})", reason=error.message.rstrip("."))) from error


def unpack(session: Session, parts: Sequence[Part]) -> None:
    """Put each part of `jarvis_document` into a temporary table `wanted_<part>`.

    Raises ConfigurationError for a document of another version, one that was cut short, or whose rows are not those of
    this program's tables.
    """
    form, version, parts_kind, counts_kind = session.execute(_TOP).first() or (None,) * 4
    if form != FORMAT or (parts_kind, counts_kind) != ("object", "object"):
        raise _unfit(tr("it is no state of the configuration"))
    if version != str(VERSION):
        raise _unfit(tr("it is of version {version}, and this program reads {known}", version=version, known=VERSION))
    for part in parts:
        _unpack_part(session, part)


def _unpack_part(session: Session, part: Part) -> None:
    columns = _columns(session, part)
    rows = f"(SELECT doc -> 'parts' -> '{part.key}' FROM jarvis_document)"
    if session.scalar(text(f"SELECT jsonb_typeof({rows})")) != "array":
        raise _unfit(tr("it has no part “{name}”", name=part.key))
    counted = f"""
        SELECT count(*), count(*) FILTER (WHERE CASE jsonb_typeof(r) WHEN 'object'
                                          THEN NOT jsonb_exists_all(r, CAST(:columns AS text[])) ELSE true END),
               (SELECT doc -> 'counts' ->> '{part.key}' FROM jarvis_document)
        FROM jsonb_array_elements({rows}) AS e (r)
    """
    count, odd, told = session.execute(text(counted), {"columns": columns}).one()
    if told != str(count):
        raise _unfit(
            tr("it says that its part “{name}” has {told} rows, and {n} are there: it was cut short",
               name=part.key, told=told or 0, n=count)
        )  # fmt: skip
    if odd:
        raise _unfit(tr("{n} rows of its part “{name}” lack columns of this program", n=odd, name=part.key))
    wanted = f"SELECT * FROM jsonb_populate_recordset(CAST(NULL AS {part.table}), {rows})"
    try:
        with translated_errors(), session.begin_nested():
            _run(session, f"CREATE TEMP TABLE wanted_{part.key} ON COMMIT DROP AS {wanted}")
    except DatabaseRefused as error:
        raise _unfit(tr("its part “{name}” cannot be read ({reason})", name=part.key, reason=error.message)) from error
    if "created_by" in columns:
        _run(
            session,
            f"UPDATE wanted_{part.key} AS w SET created_by = NULL WHERE created_by IS NOT NULL "
            "AND NOT EXISTS (SELECT FROM public.users AS u WHERE u.id = w.created_by)",
        )


def find_difference(session: Session, part: Part, *, by_id: bool, names: Collection[str], removing: bool) -> None:
    """Put the numbers of the rows of a part that differ from the wanted ones into `delta_<part>`.

    Rows are known again by id, or by what they are about; `names` keeps to what is called so. Without `removing`, rows
    that are not wanted do not count.
    """
    natural = ", ".join(part.natural)
    among = f"row_number() OVER (PARTITION BY {natural} ORDER BY {part.primary})"
    pair = part.primary if by_id else f"CAST(jsonb_build_array({natural}, {among}) AS text)"
    told = [name for name in _columns(session, part) if by_id or name not in _UNTOLD]
    only = f"WHERE {part.name} IN ({', '.join(map(_literal, names))})" if names else ""
    current, wanted = (
        f"SELECT {part.primary} AS number, {pair} AS pair, ROW({', '.join(told)}) AS r FROM {source} AS t {only}"
        for source in (part.table, f"wanted_{part.key}")
    )
    _run(
        session,
        f"""
        CREATE TEMP TABLE delta_{part.key} ON COMMIT DROP AS
        SELECT c.number AS id, w.number AS wanted_id
        FROM ({current}) AS c FULL JOIN ({wanted}) AS w ON c.pair = w.pair
        WHERE c.r IS DISTINCT FROM w.r {"" if removing else "AND w.number IS NOT NULL"}
        """,
    )
    _run(session, f"ANALYZE delta_{part.key}")


def differing(session: Session, part: Part, most: int) -> list[tuple[str | None, str | None]]:
    """The first rows that differ, as they are and as they are wanted, as JSON texts; None where there is none."""
    rows = f"""
        SELECT CAST(to_jsonb(t) AS text), CAST(to_jsonb(w) AS text)
        FROM (SELECT id, wanted_id FROM delta_{part.key} ORDER BY id, wanted_id LIMIT :most) AS d
        LEFT JOIN {part.table} AS t ON t.{part.primary} = d.id
        LEFT JOIN wanted_{part.key} AS w ON w.{part.primary} = d.wanted_id
        ORDER BY d.id, d.wanted_id
    """
    return [(before, after) for before, after in session.execute(text(rows), {"most": most})]


def counts(session: Session, part: Part) -> tuple[int, int, int]:
    """How many rows of `delta_<part>` are to be added, changed, removed."""
    statement = f"""
        SELECT count(*) - count(id), count(*) FILTER (WHERE id IS NOT NULL AND wanted_id IS NOT NULL),
               count(*) - count(wanted_id)
        FROM delta_{part.key}
    """
    added, changed, removed = session.execute(text(statement)).one()
    return added, changed, removed


def misfits(session: Session, *, registry: bool) -> list[tuple[str, str, str]]:
    """Wanted values among the differences whose settings are unknown or of another type: key, type or "", and value.

    With `registry`, the settings are those of the wanted state where it has them. The first twenty.
    """
    ours = "SELECT key, type FROM public.config_registry"
    settings = (
        f"SELECT key, type FROM wanted_registry UNION ALL {ours} WHERE key NOT IN (SELECT key FROM wanted_registry)"
        if registry
        else ours
    )
    statement = f"""
        SELECT v.config_key, coalesce(s.type, ''), left(CAST(v.value AS text), 200)
        FROM delta_values AS d JOIN wanted_values AS v ON v.id = d.wanted_id
        LEFT JOIN ({settings}) AS s ON s.key = v.config_key
        WHERE s.type IS NULL OR s.type IN ('string', 'number', 'boolean', 'array') AND s.type <> jsonb_typeof(v.value)
        ORDER BY v.config_key, v.id LIMIT 20
    """
    return [(key, kind, value) for key, kind, value in session.execute(text(statement))]


def values_with_schema(session: Session, *, details: bool) -> list[tuple[str, str, str]]:
    """Wanted values among the differences whose settings have a schema: key, schema and value as JSON texts."""
    schemas = "wanted_details" if details else "desktop.config_key_details"
    statement = f"""
        SELECT v.config_key, CAST(s.schema AS text), CAST(v.value AS text)
        FROM delta_values AS d JOIN wanted_values AS v ON v.id = d.wanted_id
        JOIN {schemas} AS s ON s.key = v.config_key AND s.schema IS NOT NULL
    """
    return [(key, schema, value) for key, schema, value in session.execute(text(statement))]


def remove(session: Session, part: Part) -> None:
    """Delete the rows of a part that are not wanted, and those that are to be replaced."""
    which = "wanted_id IS NULL" if part.kept else "id IS NOT NULL"
    _run(session, f"DELETE FROM {part.table} WHERE {part.primary} IN (SELECT id FROM delta_{part.key} WHERE {which})")


def add(session: Session, part: Part, *, by_id: bool) -> None:
    """Add and change the rows of a part as they are wanted; a row that is known again keeps its number."""
    content = [f'"{name}"' for name in _columns(session, part) if name != part.primary]
    wanted = f"delta_{part.key} AS d JOIN wanted_{part.key} AS w ON w.{part.primary} = d.wanted_id"
    if part.kept:
        changed = f"SELECT d.id AS known, w.* FROM {wanted} WHERE d.id IS NOT NULL"
        assigned = ", ".join(f"{name} = c.{name}" for name in content)
        _run(session, f"UPDATE {part.table} AS t SET {assigned} FROM ({changed}) AS c WHERE t.{part.primary} = c.known")
    numbered = part.primary == "id"
    sequence = f"pg_get_serial_sequence('{part.table}', 'id')"
    number = f"w.{part.primary}" if by_id or not numbered else f"coalesce(d.id, nextval({sequence}))"
    _run(
        session,
        f"INSERT INTO {part.table} ({part.primary}, {', '.join(content)}) "
        f"SELECT {number}, {', '.join(f'w.{name}' for name in content)} FROM {wanted} "
        f"WHERE {'d.id IS NULL' if part.kept else 'true'} ORDER BY d.wanted_id",
    )
    if by_id and numbered:
        _run(session, f"SELECT setval({sequence}, max(id)) FROM {part.table} HAVING max(id) > 0")


def log(session: Session, part: Part, operation: str, by: str, reason: str, snapshot_id: int | None) -> None:
    """Write a line for each name and scope of which rows differ, with its highest version before and after.

    To be called before anything is changed.
    """
    persona, agent, version = ("t.persona", "t.agent_id", "t.version") if part.dated else ("NULL",) * 3
    workflow = "t.workflow_id" if "workflow_id" in part.natural else "NULL"
    content = "t.value" if part is VALUES else "to_jsonb(t)"
    sides = " UNION ALL ".join(
        f"""
        SELECT {side} AS after, t.{part.name} AS name, CAST({persona} AS text) AS persona,
               CAST({agent} AS int) AS agent, CAST({workflow} AS int) AS workflow,
               CAST({version} AS int) AS version, {content} AS content
        FROM delta_{part.key} AS d JOIN {source} AS t ON t.{part.primary} = d.{number}
        """
        for side, source, number in (("false", part.table, "id"), ("true", f"wanted_{part.key}", "wanted_id"))
    )
    _run(
        session,
        f"""
        INSERT INTO public.config_change_logs
            (config_key, operation, old_value, new_value, scope_identifiers, performed_by, reason, impact_assessment,
             snapshot_id)
        SELECT name, :operation, (array_agg(content ORDER BY version DESC) FILTER (WHERE NOT after))[1],
               (array_agg(content ORDER BY version DESC) FILTER (WHERE after))[1],
               jsonb_strip_nulls(jsonb_build_object('persona', persona, 'agentId', agent, 'workflowId', workflow)),
               :by, :reason, 'Part {part.key}, rows changed ' || count(*), CAST(:snapshot_id AS integer)
        FROM ({sides}) AS s GROUP BY name, persona, agent, workflow ORDER BY name, persona, agent, workflow
        """,
        operation=operation,
        by=by,
        reason=reason,
        snapshot_id=snapshot_id,
    )


def side(session: Session, parts: Collection[Part], state: State) -> dict[Place, str]:
    """By part, name and scope: the content in force in the state, as JSON text.

    Of the tables as they are now, or of the rows that were unpacked; at the state's instant, else when it was taken,
    else now.
    """
    found: dict[Place, str] = {}
    taken = None
    if not state.stored:
        taken = session.scalar(text("SELECT CAST(doc ->> 'taken_at' AS timestamp) FROM jarvis_document"))
    at = to_naive_utc(state.at) if state.at is not None else taken
    for part in parts:
        source = part.table if state.stored else f"wanted_{part.key}"
        for name, persona, agent_id, workflow_id, content in session.execute(
            text(_statement(part, source)), {"at": at} if part.dated else {}
        ):
            found[part.key, name, persona, agent_id, workflow_id] = content
    return found


def _statement(part: Part, source: str) -> str:
    content = (
        part.content[0]
        if part.key == "values"
        else "jsonb_build_object(" + ", ".join(f"'{name}', t.{name}" for name in part.content) + ")"
    )
    if not part.dated:
        return f"SELECT {part.name}, NULL, NULL, NULL, CAST({content} AS text) FROM {source} AS t"
    workflow = "t.workflow_id" if "workflow_id" in part.natural else "CAST(NULL AS int)"
    scope = f"t.{part.name}, t.persona, t.agent_id, {workflow}"
    return f"""
        SELECT DISTINCT ON ({scope}) {scope}, CAST({content} AS text) FROM {source} AS t
        WHERE t.is_active AND t.effective_from <= coalesce(CAST(:at AS timestamp), localtimestamp)
          AND (t.effective_to IS NULL OR t.effective_to > coalesce(CAST(:at AS timestamp), localtimestamp))
        ORDER BY {scope}, t.version DESC, t.id DESC
    """


def _columns(session: Session, part: Part) -> list[str]:
    """The columns of a part's table, in the order of the alphabet."""
    found: list[str] = session.scalar(_COLUMNS, {"name": part.table})
    return found


def _run(session: Session, statement: str, **values: Any) -> None:
    session.execute(text(statement), values)


def _literal(name: str) -> str:
    """A text as SQL writes it: a table is created by a statement that takes no parameters."""
    return "'" + name.replace("'", "''").replace(":", r"\:").replace("\0", "") + "'"


def _unfit(reason: str) -> ConfigurationError:
    return ConfigurationError(
        tr("This cannot be used: {reason}.", reason=reason),
        title=tr("Not a usable state"),
        hint=tr("Nothing was changed."),
    )
