"""Writes statutory.json anew from the holiday library: `python -m resources.calendar.refresh`."""
# ruff: noqa: INP001 - a folder of data, no package

import json
from pathlib import Path

from dxdesk.domain.holidays import statutory_days

FIRST, LAST = 2018, 2035


def statutory_text() -> str:
    """The content of statutory.json: years, each a table of days and names."""
    years = {
        str(year): {f"{day:%Y-%m-%d}": name for day, name in statutory_days(year).items()}
        for year in range(FIRST, LAST + 1)
    }
    return json.dumps({"years": years}, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("statutory.json").write_text(statutory_text(), encoding="utf-8")
