"""Schema `desktop`: our own tables, and the functions behind the triggers that announce changes."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NOTIFY = Path(__file__).resolve().parents[1] / "functions" / "notify_changes_1.sql"
# The key columns of the reference's tables.
KEYS = ("id", "sid")


def upgrade() -> None:
    """Make them. The triggers themselves are attached by every upgrade, to each table where rights allow it."""
    op.create_table(
        "imported_rows",
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("row_hash", sa.Text, nullable=False),
        sa.Column("row_id", sa.Text, nullable=False),
        sa.Column("imported_at", sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "row_hash"),
        schema="desktop",
    )
    op.create_table(
        "starter_rows",
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("natural_key", sa.Text, nullable=False),
        sa.Column("row_id", sa.Text, nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("loaded_at", sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "natural_key"),
        schema="desktop",
    )
    for key in KEYS:
        op.execute(NOTIFY.read_text("utf-8").replace("KEY", key))


def downgrade() -> None:
    """Drop what the upgrade made, the triggers with their function."""
    for key in KEYS:
        op.execute(f"DROP FUNCTION desktop.notify_changes_by_{key}() CASCADE")
    op.drop_table("starter_rows", schema="desktop")
    op.drop_table("imported_rows", schema="desktop")
