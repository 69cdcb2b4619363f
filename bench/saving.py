"""Saving one dossier, against one row committed by the driver alone with synchronous=FULL."""

from collections.abc import Iterator
from pathlib import Path

from bench.measure import Result, in_turns, spread
from bench.ward import bare, desk_over, scratch
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft, Person
from dxdesk.services import catalogue
from dxdesk.services.intake import preview_due, receive

_ROUNDS = 150
_AT_MOST = 2


def measure(path: Path) -> Iterator[Result]:
    with scratch(path) as copy, desk_over(copy) as desk:
        connection = bare(copy.with_name("bare.db"))
        connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, name TEXT, at INTEGER)")
        procedure = catalogue.procedures(desk)[0].id
        owner = Person("Nguyễn Thị Hồng Ánh", "099190123456", "0951234567", "Tổ dân phố 05")
        draft = Draft(procedure, Channel.IN_PERSON, owner, content="Học bạ", copies=2)

        preview_due(desk, procedure)  # the form shows it before anything is saved

        def save() -> None:
            receive(desk, draft)

        def commit() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO one (name, at) VALUES ('Nguyễn Thị Hồng Ánh', 14)")
            connection.execute("COMMIT")

        program, reference = in_turns(_ROUNDS, save, commit)
        connection.close()
    ratio = program.median / reference.median
    yield Result(
        subject="Saving one dossier, durable against power loss",
        promise="≤ 2 ×",
        measured=spread(program),
        reference=f"{spread(reference)}: one row, COMMIT with synchronous=FULL",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )
