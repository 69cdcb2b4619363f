"""One dossier and one bare row saved turn by turn, in a process of its own; `bench.saving` asks."""

import json
import sys
from pathlib import Path

from bench.measure import in_turns
from bench.ward import bare, desk_over
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft, Person
from dxdesk.services import catalogue
from dxdesk.services.intake import preview_due, receive


def program() -> None:
    """Print the seconds of each save and of each bare commit: `sys.argv` has file and rounds."""
    path, rounds = Path(sys.argv[1]), int(sys.argv[2])
    with desk_over(path) as desk:
        connection = bare(path.with_name("bare.db"))
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

        saved, committed = in_turns(rounds, save, commit)
        connection.close()
    print(json.dumps([saved.seconds, committed.seconds]), flush=True)
