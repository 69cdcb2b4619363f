"""Closed periods."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEPT = tuple(
    f'CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON "{table}" BEGIN '
    "SELECT RAISE(ABORT, 'closed periods are kept'); END"
    for table in ("closing", "closed_file")
    for verb in ("UPDATE", "DELETE")
)


def upgrade() -> None:
    op.create_table(
        "closing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("period_kind", sa.String(), nullable=False),
        sa.Column("cut_off", sa.String(), nullable=False),
        sa.Column("cut_day", sa.SmallInteger(), nullable=False),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("last_action", sa.Integer(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name="fk_closing_officer_id"),
        sa.ForeignKeyConstraint(["corrects_id"], ["closing.id"], name="fk_closing_corrects_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closing"),
        sa.UniqueConstraint("corrects_id", name="uq_closing_corrects_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "closed_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("closing_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["closing_id"], ["closing.id"], name="fk_closed_file_closing_id"),
        sa.PrimaryKeyConstraint("id", name="pk_closed_file"),
        sa.UniqueConstraint("closing_id", "name", name="uq_closed_file_closing_id_name"),
        sqlite_autoincrement=True,
    )
    for statement in KEPT:
        op.execute(statement)
