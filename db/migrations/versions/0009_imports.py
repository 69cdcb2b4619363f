"""Imports: columns said by hand, rows that wait to be mended."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("headings", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("headings", name=op.f("uq_source_headings")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "waiting_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("column", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("texts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_row")),
        sqlite_autoincrement=True,
    )
