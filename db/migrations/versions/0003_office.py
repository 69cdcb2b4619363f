"""Office: terms of procedures by date, retired procedures and hamlets."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("hamlet", sa.Column("retired", sa.Boolean(), nullable=True))
    op.add_column("procedure", sa.Column("retired", sa.Boolean(), nullable=True))
    op.add_column(
        "procedure",
        sa.Column("forwards_to", sa.String(), nullable=False, server_default=sa.text("''")),
    )
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("limit_kind", sa.String(), nullable=True),
        sa.Column("limit_amount", sa.Double(), nullable=True),
        sa.Column("limit_text", sa.String(), nullable=False),
        sa.Column("fee_text", sa.String(), nullable=False),
        sa.Column("level_text", sa.String(), nullable=False),
        sa.Column("forwards_to", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_terms_procedure_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms")),
        sa.UniqueConstraint(
            "procedure_id", "valid_from", name=op.f("uq_terms_procedure_id_valid_from")
        ),
        sqlite_autoincrement=True,
    )
