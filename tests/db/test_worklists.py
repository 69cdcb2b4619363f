"""The start page's numbers in plain SQL are the conditions of the lists that they open."""

import re
from dataclasses import fields
from typing import Any

import pytest
from sqlalchemy import bindparam
from sqlalchemy.dialects import sqlite

from db.filters import work_filter
from db.types import Moment
from db.worklists import CONDITIONS
from dxdesk.domain.query import Worklist
from dxdesk.domain.today import Today

_NAMED: Any = Today(*(bindparam(one.name, None, type_=Moment) for one in fields(Today)))  # type: ignore[arg-type]


def _compiled(work: Worklist) -> str:
    """The narrowest condition of a work list as SQLAlchemy writes it."""
    found = work_filter(work, _NAMED)
    condition = found.condition if found.narrow is None else found.narrow
    written = condition.compile(
        dialect=sqlite.dialect(paramstyle="named"),
        compile_kwargs={"render_postcompile": True},
    )
    known = written.params

    def value(named: re.Match[str]) -> str:
        found = known[named[1]]
        return named[0] if found is None else str(int(found))

    text = re.sub(r":(\w+)", value, str(written))
    return re.sub(r"\s+", " ", text.replace("dossier.", ""))


@pytest.mark.parametrize("work", Worklist)
def test_a_number_counts_by_the_condition_of_its_list(work: Worklist) -> None:
    assert CONDITIONS[work] == _compiled(work)
