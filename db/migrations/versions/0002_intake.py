"""Intake: payment, papers, digitisation, satisfaction; half-typed forms."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS = (
    sa.Column("assisted_minutes", sa.SmallInteger(), nullable=True),
    sa.Column("payment", sa.SmallInteger(), nullable=True),
    sa.Column("receipt_no", sa.String(), nullable=False, server_default=sa.text("''")),
    sa.Column("delivery", sa.SmallInteger(), nullable=True),
    sa.Column("papers_digitised", sa.Boolean(), nullable=True),
    sa.Column("result_digitised", sa.Boolean(), nullable=True),
    sa.Column("data_reused", sa.Boolean(), nullable=True),
    sa.Column("satisfaction", sa.SmallInteger(), nullable=True),
)


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("dossier", column)
    _papers()
    _handed_papers()
    _unsaved_forms()


def _papers() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("originals", sa.SmallInteger(), nullable=False),
        sa.Column("certified", sa.SmallInteger(), nullable=False),
        sa.Column("copies", sa.SmallInteger(), nullable=False),
        sa.Column("always", sa.Boolean(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_paper_procedure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_paper_procedure_id"), "paper", ["procedure_id"], unique=False)


def _handed_papers() -> None:
    op.create_table(
        "handed_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("form", sa.SmallInteger(), nullable=True),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("always", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_handed_paper_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed_paper")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_handed_paper_dossier_id"), "handed_paper", ["dossier_id"], unique=False
    )


def _unsaved_forms() -> None:
    op.create_table(
        "unsaved_form",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("values", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_unsaved_form_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsaved_form")),
        sa.UniqueConstraint("officer_id", "form", name=op.f("uq_unsaved_form_officer_id_form")),
        sqlite_autoincrement=True,
    )
