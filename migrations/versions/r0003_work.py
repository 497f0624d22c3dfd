"""What people do and keep: edits that can be undone, remembered places, saved filters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "edits",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=True),
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("row_count", sa.Integer, nullable=False),
        sa.Column("undone", sa.Boolean, server_default=sa.false(), nullable=False),
        _instant("made_at"),
        schema="desktop",
    )
    op.create_index("edits_user_id_id_idx", "edits", ["user_id", "id"], schema="desktop")
    op.create_table(
        "edit_rows",
        sa.Column("edit_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("row_id", sa.Text, primary_key=True),
        sa.Column("before", JSONB),
        sa.Column("after", JSONB),
        schema="desktop",
    )
    op.create_table(
        "remembered",
        sa.Column("user_id", sa.Text, primary_key=True),
        sa.Column("place", sa.Text, primary_key=True),
        sa.Column("state", JSONB, nullable=False),
        _instant("updated_at"),
        schema="desktop",
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=True),
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("shared", sa.Boolean, server_default=sa.false(), nullable=False),
        sa.Column("definition", JSONB, nullable=False),
        _instant("updated_at"),
        sa.UniqueConstraint("table_name", "owner", "name"),
        schema="desktop",
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("saved_filters", "remembered", "edit_rows", "edits"):
        op.drop_table(table, schema="desktop")


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False)
