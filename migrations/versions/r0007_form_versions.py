"""Forms as they were published, and where the values that forms stored come from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "form_versions",
        sa.Column("form_type", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("effective_from", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("fields", JSONB, nullable=False),
        sa.Column("templates", JSONB, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("published_by", sa.Text, nullable=False),
        _instant("published_at"),
        schema="desktop",
    )
    op.create_table(
        "value_origins",
        sa.Column("table_name", sa.Text, primary_key=True),
        sa.Column("row_id", sa.Text, primary_key=True),
        sa.Column("field_key", sa.Text, primary_key=True),
        sa.Column("how", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("form_type", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("user_id", sa.Text, nullable=False),
        _instant("stored_at"),
        schema="desktop",
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("value_origins", schema="desktop")
    op.drop_table("form_versions", schema="desktop")


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False)
