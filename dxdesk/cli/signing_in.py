"""Who calls: in a ward with passwords, the environment says so, or a person at the terminal."""

import os
import sys
from typing import TYPE_CHECKING

import click

from dxdesk.desk import NOBODY
from dxdesk.errors import DeskError

if TYPE_CHECKING:
    from dxdesk.desk import Desk

OFFICER, PASSWORD = "DXDESK_OFFICER", "DXDESK_PASSWORD"


def sign_in(desk: "Desk") -> "Desk":
    """DeskError when nobody can be asked, or the answer is wrong."""
    from dxdesk.services.access import signing_in

    name = _asked(OFFICER, "Họ tên cán bộ", hidden=False)
    person = signing_in.person_named(desk, name)
    return signing_in.sign_in(desk, person.id, _asked(PASSWORD, "Mật khẩu", hidden=True))


def _asked(variable: str, question: str, *, hidden: bool) -> str:
    found = os.environ.get(variable, "")
    if found:
        return found
    if not sys.stdin.isatty():
        raise DeskError(NOBODY)
    return str(click.prompt(question, hide_input=hidden, err=True))
