"""What holds in a state, for every exact scope: one side of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.core.clock import to_naive_utc

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import TypeAlias

    from jarvis_desktop.config.parts import Part
    from jarvis_desktop.config.types import State
    from jarvis_desktop.db.session import Session

    Place: TypeAlias = tuple[str, str, str | None, int | None, int | None]


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
        return f"SELECT {part.name}, NULL, NULL, NULL, CAST({content} AS text) FROM {source} AS t"  # noqa: S608
    workflow = "t.workflow_id" if "workflow_id" in part.natural else "CAST(NULL AS int)"
    scope = f"t.{part.name}, t.persona, t.agent_id, {workflow}"
    return f"""
        SELECT DISTINCT ON ({scope}) {scope}, CAST({content} AS text) FROM {source} AS t
        WHERE t.is_active AND t.effective_from <= coalesce(CAST(:at AS timestamp), localtimestamp)
          AND (t.effective_to IS NULL OR t.effective_to > coalesce(CAST(:at AS timestamp), localtimestamp))
        ORDER BY {scope}, t.version DESC, t.id DESC
    """  # noqa: S608 - names of ours
