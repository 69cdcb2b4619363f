"""Ledgers of the digital work: teams, committee, outreach, documents, staff, devices, systems."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


TABLES = {
    "campaign": (
        ("name", "text"),
        ("first_on", "day required"),
        ("last_on", "day required"),
        ("goal", "text"),
        ("target", "number"),
        ("lead", "text"),
        ("document", "text"),
        ("result", "text"),
    ),
    "committee_member": (
        ("name", "text"),
        ("position", "text"),
        ("role", "text"),
        ("decision", "text"),
        ("since", "day required"),
        ("until", "day"),
        ("phone", "text"),
        ("note", "text"),
    ),
    "device": (
        ("name", "text"),
        ("kind", "text"),
        ("amount", "number"),
        ("first_year", "number"),
        ("condition", "text"),
        ("proposal", "text"),
        ("place", "text"),
        ("holder", "text"),
        ("tag", "text"),
        ("source", "text"),
        ("note", "text"),
    ),
    "document_month": (
        ("year", "number required"),
        ("month", "number required"),
        ("direction", "text"),
        ("kind", "text"),
        ("total", "number required"),
        ("signed", "number"),
        ("network", "number"),
        ("late", "number"),
        ("source", "text"),
    ),
    "meeting": (
        ("day", "day required"),
        ("title", "text"),
        ("chair", "text"),
        ("present", "number"),
        ("document", "text"),
        ("conclusions", "text"),
    ),
    "official_document": (
        ("direction", "text"),
        ("number", "text"),
        ("day", "day"),
        ("booked_on", "day required"),
        ("kind", "text"),
        ("subject", "text"),
        ("other", "text"),
        ("handler", "text"),
        ("signed", "text"),
        ("medium", "text"),
        ("due_on", "day"),
        ("done_on", "day"),
        ("note", "text"),
    ),
    "pilot": (
        ("name", "text"),
        ("scope", "text"),
        ("first_on", "day"),
        ("last_on", "day"),
        ("document", "text"),
        ("goals", "text"),
        ("result", "text"),
    ),
    "staff": (
        ("name", "text"),
        ("position", "text"),
        ("unit", "text"),
        ("account", "text"),
        ("mail", "text"),
        ("portal", "text"),
        ("signature", "text"),
        ("regular", "text"),
        ("trained_on", "day"),
        ("training", "text"),
        ("phone", "text"),
        ("left_on", "day"),
    ),
    "used_system": (
        ("name", "text"),
        ("purpose", "text"),
        ("owner", "text"),
        ("since", "day"),
        ("until", "day"),
        ("note", "text"),
    ),
    "campaign_day": (
        ("campaign_id", "to campaign required"),
        ("day", "day required"),
        ("volunteers", "number"),
        ("guided", "number"),
        ("installed", "number"),
        ("signatures", "number"),
        ("note", "text"),
    ),
    "chat_group": (
        ("name", "text"),
        ("hamlet_id", "to hamlet"),
        ("purpose", "text"),
        ("members", "number"),
        ("counted_on", "day"),
        ("keeper", "text"),
        ("opened_on", "day"),
        ("closed_on", "day"),
    ),
    "duty": (
        ("title", "text"),
        ("lead", "text"),
        ("partners", "text"),
        ("given_on", "day required"),
        ("due_on", "day"),
        ("working_days", "number"),
        ("product", "text"),
        ("meeting_id", "to meeting"),
        ("source", "text"),
        ("progress", "text"),
        ("done_on", "day"),
        ("evidence", "text"),
    ),
    "outreach_event": (
        ("day", "day required"),
        ("form", "text"),
        ("title", "text"),
        ("reach", "number"),
        ("times", "number"),
        ("hamlet_id", "to hamlet"),
        ("campaign_id", "to campaign"),
        ("place", "text"),
        ("note", "text"),
    ),
    "system_access": (
        ("system_id", "to used_system required"),
        ("staff_id", "to staff required"),
        ("level", "text"),
        ("since", "day"),
        ("until", "day"),
        ("note", "text"),
    ),
    "team": (
        ("name", "text"),
        ("hamlet_id", "to hamlet"),
        ("decision", "text"),
        ("decided_on", "day"),
        ("ended_on", "day"),
        ("note", "text"),
    ),
    "team_activity": (
        ("team_id", "to team required"),
        ("guided", "number"),
        ("day", "day required"),
        ("form", "text"),
        ("topic", "text"),
        ("service", "text"),
        ("households", "number"),
        ("place", "text"),
        ("note", "text"),
    ),
    "team_member": (
        ("team_id", "to team required"),
        ("name", "text"),
        ("role", "text"),
        ("phone", "text"),
        ("trained_on", "day"),
        ("training", "text"),
        ("since", "day"),
        ("until", "day"),
        ("note", "text"),
    ),
    "team_return": (
        ("team_id", "to team required"),
        ("year", "number required"),
        ("month", "number required"),
        ("sessions", "number"),
        ("guided", "number"),
        ("households", "number"),
        ("difficulty", "text"),
        ("returned_on", "day"),
    ),
}
INDEXED = (
    ("official_document", "booked_on"),
    ("campaign_day", "day"),
    ("campaign_day", "campaign_id"),
    ("chat_group", "hamlet_id"),
    ("duty", "meeting_id"),
    ("outreach_event", "day"),
    ("outreach_event", "campaign_id"),
    ("outreach_event", "hamlet_id"),
    ("system_access", "system_id"),
    ("system_access", "staff_id"),
    ("team", "hamlet_id"),
    ("team_activity", "day"),
    ("team_activity", "team_id"),
    ("team_member", "team_id"),
    ("team_return", "team_id"),
)
"""Names of columns; `required`: never NULL, as texts never are."""
KINDS = {"text": sa.String, "day": sa.Date, "number": sa.Integer}


def upgrade() -> None:
    for table, columns in TABLES.items():
        parts = [sa.Column("id", sa.Integer(), nullable=False)]
        links = []
        for name, told in columns:
            kind, _, wanted = told.removeprefix("to ").partition(" ")
            column = KINDS.get(kind, sa.Integer)
            nullable = wanted != "required" and kind != "text"
            parts.append(sa.Column(name, column(), nullable=nullable))
            if kind not in KINDS:
                fk = op.f(f"fk_{table}_{name}")
                links.append(sa.ForeignKeyConstraint([name], [f"{kind}.id"], name=fk))
        key = sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))
        op.create_table(table, *parts, *links, key, sqlite_autoincrement=True)
    for table, column in INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
