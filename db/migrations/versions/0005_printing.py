"""Printing: slips that were printed, files that wait for a printer."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("copies", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_print_dossier_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_print_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_print_dossier_id"), "print", ["dossier_id"], unique=False)
    op.create_table(
        "queued_print",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_queued_print_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queued_print")),
        sqlite_autoincrement=True,
    )
