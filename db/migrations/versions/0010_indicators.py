"""Digital transformation: indicators, targets, values with evidence, remarks for the report."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def _once(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def upgrade() -> None:
    op.create_table(
        "indicator",
        _id(),
        *_texts("code", "set_key", "name", "pillar", "unit", "numerator", "base", "direction"),
        *_texts("source", "frequency", "owner", "part", "computed", "measure", "formula"),
        sa.Column("retired", sa.Boolean(), nullable=False),
        _key("indicator"),
        _once("indicator", "code"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "target",
        _id(),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.SmallInteger(), nullable=False),
        *_texts("level", "base", "source"),
        _refers("target", "indicator_id", "indicator"),
        _key("target"),
        _once("target", "indicator_id", "year"),
        sqlite_autoincrement=True,
    )
    _values()
    _evidence()
    op.create_table(
        "remark",
        _id(),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        *_texts("topic", "text"),
        _key("remark"),
        _once("remark", "first", "last", "topic"),
        sqlite_autoincrement=True,
    )


def _values() -> None:
    op.create_table(
        "indicator_value",
        _id(),
        sa.Column("indicator_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        *_texts("period_kind"),
        sa.Column("hamlet_id", sa.Integer(), nullable=True),
        sa.Column("numerator", sa.Integer(), nullable=True),
        sa.Column("denominator", sa.Integer(), nullable=True),
        *_texts("stated", "bound", "base"),
        sa.Column("base_at", sa.Date(), nullable=True),
        *_texts("document"),
        sa.Column("document_date", sa.Date(), nullable=True),
        *_texts("issuer", "note"),
        _refers("indicator_value", "indicator_id", "indicator"),
        _refers("indicator_value", "hamlet_id", "hamlet"),
        _key("indicator_value"),
        _once("indicator_value", "indicator_id", "first", "last", "hamlet_id"),
        sqlite_autoincrement=True,
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        _id(),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        *_texts("name", "kind"),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Integer(), nullable=False),
        sa.Column("removed_at", sa.Integer(), nullable=True),
        _refers("evidence", "value_id", "indicator_value"),
        _refers("evidence", "content_id", "content"),
        _key("evidence"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_evidence_value_id"), "evidence", ["value_id"], unique=False)
