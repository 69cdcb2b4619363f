"""Citizens that are known already are found by id number and phone."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    for column in ("owner_id_no", "owner_phone"):
        op.create_index(
            f"ix_dossier_{column}",
            "dossier",
            [column, "id"],
            unique=False,
            sqlite_where=sa.text(f"{column} != ''"),
        )
