"""What the registry of settings has no column for, and values that wait for a second person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "config_key_details",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("schema", JSONB),
        sa.Column("deprecated", sa.Text),
        sa.Column("approval", sa.Boolean, server_default=sa.false(), nullable=False),
        schema="desktop",
    )
    op.create_table(
        "config_proposals",
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column("config_key", sa.Text, nullable=False),
        sa.Column("wish", JSONB, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("proposed_by", sa.Text, nullable=False),
        _instant("proposed_at"),
        sa.Column("decided_by", sa.Text),
        sa.Column("decided_at", sa.TIMESTAMP(timezone=True)),
        sa.Column("outcome", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("value_id", sa.Integer),
        schema="desktop",
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("config_proposals", schema="desktop")
    op.drop_table("config_key_details", schema="desktop")


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False)
