"""`dxdesk stats`: the figures of a period."""

from dataclasses import asdict
from datetime import date, datetime

import click

from dxdesk.cli.call import Call, moment_text, pass_call, shown, write, write_json, write_table
from dxdesk.cli.periods import begun, range_of, range_options
from dxdesk.cli.values import MOMENT, key
from dxdesk.cli.words import Vietnamese
from dxdesk.domain.figures import Figures, Rate, Statistics
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.errors import InputError

_GROUPS = {
    "field": "Lĩnh vực",
    "procedure": "Thủ tục",
    "channel": "Kênh tiếp nhận",
    "officer": "Cán bộ",
    "unit": "Đơn vị",
}
_COLUMNS = {
    "received": "Tiếp nhận",
    "online": "Trực tuyến",
    "carried_over": "Kỳ trước",
    "resolved": "Đã g.quyết",
    "early": "Trước hạn",
    "on_time": "Đúng hạn",
    "late": "Quá hạn",
    "pending": "Đang g.quyết",
    "overdue": "Đang quá hạn",
}
_RATES = {
    "early": "Trước hạn",
    "on_time": "Đúng và trước hạn",
    "late": "Quá hạn",
    "online": "Trực tuyến",
    "overdue": "Đang giải quyết, quá hạn",
}
_RULES = {
    EarlyRule.SESSION: "xong trước buổi làm việc có giờ hẹn trả",
    EarlyRule.DAY: "xong trước ngày hẹn trả",
    EarlyRule.MOMENT: "xong trước giờ hẹn trả",
}
_NOTES = {
    "without_result": "Kết thúc không có kết quả",
    "declined": "Từ chối tiếp nhận",
    "stopped": "Đang tạm dừng tính thời hạn",
    "unknown_channel": "Chưa rõ kênh tiếp nhận",
}


@click.command(cls=Vietnamese)
@range_options
@click.option(
    "--by",
    type=key("NHÓM", tuple(_GROUPS)),
    default="field",
    help="Nhóm: field (lĩnh vực), procedure, channel (kênh), officer (cán bộ), unit (đơn vị).",
)
@click.option("--as-of", type=MOMENT, help="Thời điểm chốt số liệu, thay cho bây giờ.")
@click.option(
    "--early-rule",
    type=key("QUY_TẮC", tuple(EarlyRule)),
    help="Cách phân biệt trước hạn: session (theo buổi), day (theo ngày), moment (theo phút).",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def stats(
    call: Call,
    *,
    first: date | None,
    last: date | None,
    by: str,
    as_of: datetime | None,
    early_rule: str | None,
    as_json: bool,
) -> None:
    """Số liệu của một kỳ, theo nhóm và tổng cộng."""
    from dxdesk.services.statistics import statistics

    period = _judged(call, range_of(first, last), as_of)
    rule = None if early_rule is None else EarlyRule(early_rule)
    with call.desk() as desk:
        found = statistics(desk, period, by=by, as_of=as_of, early_rule=rule)
    if as_json:
        write_json(_plain(found))
    else:
        _print(found)


def _judged(call: Call, period: Period, as_of: datetime | None) -> Period:
    if as_of is None:
        return begun(call, period)
    if as_of < period.start:
        raise InputError(
            f"--as-of: thời điểm chốt {shown(as_of)} trước ngày đầu kỳ {period.first:%d/%m/%Y}; "
            "hãy chọn thời điểm trong hoặc sau kỳ."
        )
    return period


def _plain(found: Statistics) -> dict[str, object]:
    return {
        "from": found.period.first.isoformat(),
        "to": found.period.last.isoformat(),
        "as_of": moment_text(found.as_of),
        "early_rule": found.early_rule.value,
        "total": plain_figures(found.total),
        "groups": [
            {"key": group.key, "name": group.name, **plain_figures(group.figures)}
            for group in found.groups
        ],
    }


def plain_figures(figures: Figures) -> dict[str, object]:
    """FIGURES of the command line: the counts, and the rates exact and as shown (R17)."""
    rates = {name: _rate(getattr(figures.rates, name)) for name in _RATES}
    return {**asdict(figures), "rates": rates}


def _rate(rate: Rate) -> dict[str, str | None]:
    return {"exact": rate.exact, "shown": rate.shown}


def _print(found: Statistics) -> None:
    write(f"Số liệu {found.period.label}, tính đến {shown(found.as_of)}")
    write(f"Trước hạn là: {_RULES[found.early_rule]}")
    write("")
    rows = [(group.name, *_numbers(group.figures)) for group in found.groups]
    heading = (_GROUPS[found.by], *_COLUMNS.values())
    write_table(heading, [*rows, ("Tổng cộng", *_numbers(found.total))], right=len(_COLUMNS))
    write("")
    rates = [(label, getattr(found.total.rates, name)) for name, label in _RATES.items()]
    write_table(
        ("Tỷ lệ", "", "Tử số/Mẫu số"),
        [(label, rate.shown, rate.exact or "—") for label, rate in rates],
        right=2,
    )
    write("")
    for name, label in _NOTES.items():
        write(f"{label}: {getattr(found.total, name)}")


def _numbers(figures: Figures) -> tuple[str, ...]:
    return tuple(str(getattr(figures, name)) for name in _COLUMNS)
