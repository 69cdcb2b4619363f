"""Retention: terms, dossiers held back, and a log whose personal data can be taken out.

Seals of until now covered names and payloads in clear; they stay as `earlier`, and everything is
sealed anew over digests. The triggers let exactly one change through: of a name or a payload for
which a row of `redaction` stands under an action that is not sealed yet.
"""

import sqlalchemy as sa
from alembic import op

from db.seals import seal_anew

revision = "0014"
down_revision = "0013"

REFUSE = "SELECT RAISE(ABORT, 'the action log is append-only'); END"
UNSEALED = (
    "EXISTS (SELECT 1 FROM redaction r WHERE r.{0} = old.id AND r.action_id <> old.{1} "
    "AND NOT EXISTS (SELECT 1 FROM seal s WHERE s.id = r.action_id))"
)
SAME_CHANGE = (
    "new.id IS old.id AND new.action_id IS old.action_id AND new.table_name IS old.table_name "
    "AND new.first_id IS old.first_id AND new.last_id IS old.last_id"
)
SAME_ACTION = (
    "new.id IS old.id AND new.at IS old.at AND new.officer_id IS old.officer_id "
    "AND new.kind IS old.kind AND new.undoes_id IS old.undoes_id"
)


def upgrade() -> None:
    op.add_column("dossier", sa.Column("data_removed_at", sa.Integer(), nullable=True))
    op.add_column("seal", sa.Column("earlier", sa.LargeBinary(), nullable=True))
    _tables()
    for verb in ("update", "delete"):
        op.execute(f"DROP TRIGGER seal_keeps_{verb}")
    seal_anew(op.get_bind())
    for table in ("seal", "redaction"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f'CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON "{table}" '
                f"BEGIN {REFUSE}"
            )
    for table, same, target, own in (
        ("change", SAME_CHANGE, "change_id", "action_id"),
        ("action", SAME_ACTION, "named_id", "id"),
    ):
        op.execute(f"DROP TRIGGER {table}_keeps_update")
        op.execute(
            f'CREATE TRIGGER {table}_keeps_update BEFORE UPDATE ON "{table}" '
            f"WHEN NOT ({same} AND {UNSEALED.format(target, own)}) BEGIN {REFUSE}"
        )


def _tables() -> None:
    op.create_table(
        "retention_term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=True),
        sa.Column("field_id", sa.Integer(), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_retention_term_procedure_id")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["field.id"], name=op.f("fk_retention_term_field_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_term")),
        sa.UniqueConstraint(
            "procedure_id", "field_id", name=op.f("uq_retention_term_procedure_id_field_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("held_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_hold_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sa.UniqueConstraint("dossier_id", name=op.f("uq_hold_dossier_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "redaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=True),
        sa.Column("named_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=False),
        sa.Column("after", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_redaction_action_id")),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_redaction_change_id")),
        sa.ForeignKeyConstraint(["named_id"], ["action.id"], name=op.f("fk_redaction_named_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redaction")),
        sqlite_autoincrement=True,
    )
    for column in ("action_id", "change_id", "named_id"):
        op.create_index(op.f(f"ix_redaction_{column}"), "redaction", [column], unique=False)
