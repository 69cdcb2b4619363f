"""The first schema: dossiers, catalogue, office, action log, search.

Frozen: later versions add files of their own.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEARCH = (
    (
        "CREATE VIRTUAL TABLE dossier_search USING fts5("
        "search_text, content='dossier', content_rowid='id', tokenize='trigram')"
    ),
    "CREATE VIRTUAL TABLE dossier_search_terms USING fts5vocab('dossier_search', 'row')",
    (
        "CREATE TRIGGER dossier_search_insert AFTER INSERT ON dossier BEGIN "
        "INSERT INTO dossier_search(rowid, search_text) VALUES (new.id, new.search_text); END"
    ),
    (
        "CREATE TRIGGER dossier_search_delete AFTER DELETE ON dossier BEGIN "
        "INSERT INTO dossier_search(dossier_search, rowid, search_text) "
        "VALUES ('delete', old.id, old.search_text); END"
    ),
    (
        "CREATE TRIGGER dossier_search_update AFTER UPDATE OF search_text ON dossier "
        "WHEN old.search_text IS NOT new.search_text BEGIN "
        "INSERT INTO dossier_search(dossier_search, rowid, search_text) "
        "VALUES ('delete', old.id, old.search_text); "
        "INSERT INTO dossier_search(rowid, search_text) VALUES (new.id, new.search_text); END"
    ),
)
APPEND_ONLY = tuple(
    f'CREATE TRIGGER {table}_keeps_{verb.lower()} BEFORE {verb} ON "{table}" BEGIN '
    "SELECT RAISE(ABORT, 'the action log is append-only'); END"
    for table in ("action", "change")
    for verb in ("UPDATE", "DELETE")
)


def upgrade() -> None:
    _tables()
    for statement in (*SEARCH, *APPEND_ONLY):
        op.execute(statement)


def _tables() -> None:
    op.create_table(
        "book",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_book")),
    )
    op.create_table(
        "day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("like_weekday", sa.Integer(), nullable=True),
        sa.Column("sessions", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day")),
        sa.UniqueConstraint("day", name=op.f("uq_day_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "field",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field")),
        sa.UniqueConstraint("name", name=op.f("uq_field_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "hamlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hamlet")),
        sa.UniqueConstraint("name", name=op.f("uq_hamlet_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sa.UniqueConstraint("name", name=op.f("uq_officer_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("name", name=op.f("uq_unit_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_action_officer_id")),
        sa.ForeignKeyConstraint(["undoes_id"], ["action.id"], name=op.f("fk_action_undoes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_action_undoes_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "procedure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("limit_kind", sa.String(), nullable=True),
        sa.Column("limit_amount", sa.Double(), nullable=True),
        sa.Column("limit_text", sa.String(), nullable=False),
        sa.Column("fee_text", sa.String(), nullable=False),
        sa.Column("level_text", sa.String(), nullable=False),
        sa.Column("papers", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["field_id"], ["field.id"], name=op.f("fk_procedure_field_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure")),
        sa.UniqueConstraint("code", name=op.f("uq_procedure_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=False),
        sa.Column("last_id", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_change_action_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_action_id"), "change", ["action_id"], unique=False)
    op.create_index("ix_change_row", "change", ["table_name", "first_id"], unique=False)
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("book_year", sa.SmallInteger(), nullable=False),
        sa.Column("book_number", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("hamlet_id", sa.Integer(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("received_by_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.SmallInteger(), nullable=False),
        sa.Column("assisted", sa.Boolean(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("owner_id_no", sa.String(), nullable=False),
        sa.Column("owner_phone", sa.String(), nullable=False),
        sa.Column("owner_address", sa.String(), nullable=False),
        sa.Column("applicant_name", sa.String(), nullable=False),
        sa.Column("applicant_id_no", sa.String(), nullable=False),
        sa.Column("applicant_phone", sa.String(), nullable=False),
        sa.Column("applicant_address", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("limit_kind", sa.String(), nullable=True),
        sa.Column("limit_amount", sa.Double(), nullable=True),
        sa.Column("submitted_at", sa.Integer(), nullable=True),
        sa.Column("acceptance_due_at", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.Integer(), nullable=True),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("promised_at", sa.Integer(), nullable=True),
        sa.Column("processing_since", sa.Integer(), nullable=True),
        sa.Column("held_since", sa.Integer(), nullable=True),
        sa.Column("stopped_since", sa.Integer(), nullable=True),
        sa.Column("stop_kind", sa.SmallInteger(), nullable=True),
        sa.Column("stop_mode", sa.String(), nullable=True),
        sa.Column("finished_at", sa.Integer(), nullable=True),
        sa.Column("ending", sa.SmallInteger(), nullable=True),
        sa.Column("returned_at", sa.Integer(), nullable=True),
        sa.Column("returned_to", sa.String(), nullable=False),
        sa.Column("declined_at", sa.Integer(), nullable=True),
        sa.Column("void_at", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("late_reason", sa.String(), nullable=False),
        sa.Column("day_only", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("outcome", sa.SmallInteger(), nullable=True),
        sa.Column("arrived_at", sa.Integer(), nullable=False),
        sa.Column("long_running", sa.Boolean(), nullable=False),
        sa.Column("owner_sort", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["field_id"], ["field.id"], name=op.f("fk_dossier_field_id")),
        sa.ForeignKeyConstraint(["hamlet_id"], ["hamlet.id"], name=op.f("fk_dossier_hamlet_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_dossier_officer_id")),
        sa.ForeignKeyConstraint(
            ["procedure_id"], ["procedure.id"], name=op.f("fk_dossier_procedure_id")
        ),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["officer.id"], name=op.f("fk_dossier_received_by_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_dossier_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint(
            "book_year", "book_number", name=op.f("uq_dossier_book_year_book_number")
        ),
        sa.UniqueConstraint("code", name=op.f("uq_dossier_code")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dossier_channel", "dossier", ["channel", "arrived_at"], unique=False)
    op.create_index(
        "ix_dossier_declined",
        "dossier",
        ["declined_at", "field_id"],
        unique=False,
        sqlite_where=sa.text("declined_at IS NOT NULL"),
    )
    op.create_index("ix_dossier_due", "dossier", ["due_at"], unique=False)
    op.create_index("ix_dossier_field", "dossier", ["field_id", "arrived_at"], unique=False)
    op.create_index(
        "ix_dossier_figures",
        "dossier",
        [
            "field_id",
            "received_at",
            "finished_at",
            "due_at",
            "outcome",
            "channel",
            "ending",
            "stopped_since",
            "procedure_id",
            "officer_id",
            "unit_id",
            "void_at",
        ],
        unique=False,
        sqlite_where=sa.text("void_at IS NULL AND received_at IS NOT NULL"),
    )
    op.create_index("ix_dossier_finished", "dossier", ["finished_at"], unique=False)
    op.create_index("ix_dossier_hamlet", "dossier", ["hamlet_id", "arrived_at"], unique=False)
    op.create_index(
        "ix_dossier_long_running",
        "dossier",
        [
            "long_running",
            "received_at",
            "field_id",
            "finished_at",
            "due_at",
            "outcome",
            "channel",
            "ending",
            "stopped_since",
            "procedure_id",
            "officer_id",
            "unit_id",
            "void_at",
        ],
        unique=False,
        sqlite_where=sa.text("long_running = 1 AND void_at IS NULL AND received_at IS NOT NULL"),
    )
    op.create_index("ix_dossier_officer", "dossier", ["officer_id", "arrived_at"], unique=False)
    op.create_index(
        "ix_dossier_list",
        "dossier",
        [
            "arrived_at",
            "id",
            "book_year",
            "book_number",
            "code",
            "state",
            "channel",
            "field_id",
            "procedure_id",
            "officer_id",
            "hamlet_id",
            "unit_id",
            "received_at",
            "due_at",
            "finished_at",
            "declined_at",
            "stopped_since",
            "void_at",
            "outcome",
            "ending",
        ],
        unique=False,
    )
    op.create_index(
        "ix_dossier_owner",
        "dossier",
        [
            "owner_sort",
            "id",
            "arrived_at",
            "state",
            "channel",
            "field_id",
            "procedure_id",
            "officer_id",
            "hamlet_id",
            "unit_id",
            "received_at",
            "due_at",
            "finished_at",
            "declined_at",
            "stopped_since",
            "void_at",
            "outcome",
            "ending",
        ],
        unique=False,
    )
    op.create_index("ix_dossier_procedure", "dossier", ["procedure_id", "arrived_at"], unique=False)
    op.create_index("ix_dossier_state", "dossier", ["state", "arrived_at"], unique=False)
    op.create_table(
        "apology",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Integer(), nullable=True),
        sa.Column("promised_at", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_apology_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apology")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_apology_dossier_id"), "apology", ["dossier_id"], unique=False)
    op.create_table(
        "stop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("stopped_at", sa.Integer(), nullable=False),
        sa.Column("resumed_at", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_stop_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_stop_dossier_id"), "stop", ["dossier_id"], unique=False)
