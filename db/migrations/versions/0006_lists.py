"""Lists: saved searches, columns per officer, three more orders."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INDEXES = (
    ("ix_dossier_returned", "returned_at"),
    ("ix_dossier_held", "held_since"),
    ("ix_dossier_phone", "owner_phone"),
)


def upgrade() -> None:
    for name, column in INDEXES:
        op.create_index(op.f(name), "dossier", [column], unique=False)
    _own("saved_search", "name", "query")
    _own("list_view", "list", "columns")


def _own(table: str, known_by: str, text: str) -> None:
    """A table of texts that each officer has of his own."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column(known_by, sa.String(), nullable=False),
        sa.Column(text, sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f(f"fk_{table}_officer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("officer_id", known_by, name=op.f(f"uq_{table}_officer_id_{known_by}")),
        sqlite_autoincrement=True,
    )
