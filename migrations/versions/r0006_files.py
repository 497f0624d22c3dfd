"""Files that fields hold, in parts, each file once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; the content is stored as it is: most files are compressed already."""
    op.create_table(
        "files",
        sa.Column("hash", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("added_at", sa.TIMESTAMP(timezone=True), server_default=sa.func.now(), nullable=False),
        schema="desktop",
    )
    op.create_table(
        "file_chunks",
        sa.Column("hash", sa.Text, sa.ForeignKey("desktop.files.hash", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        schema="desktop",
    )
    op.execute("ALTER TABLE desktop.file_chunks ALTER COLUMN content SET STORAGE EXTERNAL")


def downgrade() -> None:
    """Drop them."""
    op.drop_table("file_chunks", schema="desktop")
    op.drop_table("files", schema="desktop")
