"""What the window keeps for a person: typed input that is not saved yet, and what it told them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "drafts",
        sa.Column("user_id", sa.Text, primary_key=True),
        sa.Column("place", sa.Text, primary_key=True),
        sa.Column("values", JSONB, nullable=False),
        sa.Column("base", JSONB, nullable=False),
        _instant("updated_at"),
        schema="desktop",
    )
    op.create_table(
        "notifications",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=True),
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("tone", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        _instant("created_at"),
        sa.Column("read_at", sa.TIMESTAMP(timezone=True)),
        schema="desktop",
    )
    op.create_index("notifications_user_id_id_idx", "notifications", ["user_id", "id"], schema="desktop")


def downgrade() -> None:
    """Drop them."""
    for table in ("notifications", "drafts"):
        op.drop_table(table, schema="desktop")


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False)
