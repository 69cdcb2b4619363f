"""Each action is sealed over the one before it; what was done until now is sealed here."""

import sqlalchemy as sa
from alembic import op

from db.seals_before import seal_all_as_before

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "seal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
        sqlite_autoincrement=True,
    )
    seal_all_as_before(op.get_bind())
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f'CREATE TRIGGER seal_keeps_{verb.lower()} BEFORE {verb} ON "seal" BEGIN '
            "SELECT RAISE(ABORT, 'the action log is append-only'); END"
        )
