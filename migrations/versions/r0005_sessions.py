"""Changed sessions are announced without their keys, which let people in."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"

FUNCTIONS = Path(__file__).resolve().parents[1] / "functions"


def upgrade() -> None:
    """Replace the function of their key column, which no other table has."""
    op.execute((FUNCTIONS / "notify_changes_unnamed_1.sql").read_text("utf-8"))


def downgrade() -> None:
    """Name them again."""
    named = (FUNCTIONS / "notify_changes_1.sql").read_text("utf-8").replace("KEY", "sid")
    op.execute(named.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1))
