"""The links of the chain as they were until schema 0014: over names and payloads in clear.

They stay in the file (`seal.earlier`), so that a seal that was noted on paper then can still be
compared, and hold wherever nothing was removed.
"""

import hashlib
import json
from typing import Any

from sqlalchemy import Connection

START = bytes(32)
_ACTION = "SELECT id, at, officer_id, name, kind, undoes_id FROM action ORDER BY id"
_CHANGE = "SELECT id, table_name, first_id, last_id, payload FROM change WHERE action_id = ?"
_ADD = "INSERT INTO seal (id, digest) VALUES (?, ?)"


def seal_all_as_before(connection: Connection) -> None:
    """Give a log of a schema before 0012 its chain."""
    digest = START
    for row in connection.exec_driver_sql(_ACTION).all():
        digest = link_as_before(connection, digest, tuple(row))
        connection.exec_driver_sql(_ADD, (row[0], digest))


def link_as_before(connection: Connection, before: bytes, action: tuple[Any, ...]) -> bytes:
    sealed = hashlib.sha256(before)
    sealed.update(_plain(action))
    for *head, payload in connection.exec_driver_sql(f"{_CHANGE} ORDER BY id", (action[0],)):
        sealed.update(_plain((*head, len(payload))))
        sealed.update(payload)
    return sealed.digest()


def _plain(values: tuple[Any, ...]) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode("ascii")
