"""The 42 tables of the schema reference, with the indexes it lists."""

from __future__ import annotations

import re
from pathlib import Path

from alembic import op
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

revision = "0001"
down_revision = None

REFERENCE = Path(__file__).resolve().parents[1] / "reference"
# In the order in which foreign keys allow them to be made.
SECTIONS = (
    "users",
    "agents",
    "configuration",
    "insurance",
    "governance",
    "metadata_ui",
    "journeys",
    "communication",
    "additional",
)
CREATE_TABLE = re.compile(r"CREATE TABLE public\.(\w+)")


def upgrade() -> None:
    """Make the tables that are missing. What is there stays as it is, in a database of somebody else.

    A table that rights or a clash of names forbid is passed over here: the upgrade tries it again afterwards and
    reports the reason (`jarvis_desktop.db.adoption`).
    """
    connection = op.get_bind()
    present = set(connection.scalars(text("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")))
    for section in SECTIONS:
        for block in (REFERENCE / f"{section}.sql").read_text("utf-8").split("\n\n"):
            found = CREATE_TABLE.search(block)
            if found is None or found.group(1) in present:
                continue
            try:
                with connection.begin_nested():
                    connection.execute(text(block))
            except DBAPIError as error:
                if error.connection_invalidated:
                    raise


def downgrade() -> None:
    """Refused: it would drop the business data."""
    raise NotImplementedError("The tables of the schema reference are never dropped; restore a backup instead.")
