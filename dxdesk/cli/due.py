"""`dxdesk due`: a due time and how it comes about; many at once from a file of JSON lines."""

from datetime import datetime
from pathlib import Path

import click

from dxdesk.cli.batch import answers
from dxdesk.cli.call import Call, moment_text, pass_call, shown, write, write_json, write_table
from dxdesk.cli.counting import counting
from dxdesk.cli.values import FILE, MOMENT, Value, key
from dxdesk.cli.words import Vietnamese, WrongUsageError
from dxdesk.domain.due import Limit, LimitKind, limit_from
from dxdesk.domain.due_account import CountedDay, DueAccount, explain_due

_AMOUNT = Value("N", str)
_ONE_LIMIT = (
    "Thời hạn: hãy ghi đúng một trong --working-days N, --working-hours N, --calendar-days N, "
    "--same-day."
)


@click.command(cls=Vietnamese)
@click.option("--received", type=MOMENT, help="Lúc tiếp nhận, ví dụ 2026-03-15T08:05.")
@click.option("--working-days", type=_AMOUNT, help="Thời hạn theo ngày làm việc (0,5; 1; 2,5).")
@click.option("--working-hours", type=_AMOUNT, help="Thời hạn theo giờ làm việc.")
@click.option("--calendar-days", type=_AMOUNT, help="Thời hạn theo ngày, kể cả ngày nghỉ.")
@click.option("--same-day", is_flag=True, help="Trả trong ngày.")
@click.option(
    "--rule",
    type=key("QUY_TẮC", ("minutes", "civil")),
    help="minutes: đếm từng phút làm việc; civil: không tính ngày tiếp nhận "
    "(Điều 147 Bộ luật Dân sự).",
)
@click.option("--batch", type=FILE, help="Tính cho nhiều hồ sơ: mỗi dòng một đối tượng JSON.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def due(
    call: Call, *, batch: Path | None, rule: str | None, as_json: bool, **asked: object
) -> None:
    """Tính ngày hẹn trả và giải thích từng ngày.

    Dùng lịch nghỉ lễ của cả nước; có --database thì dùng lịch và quy tắc của phường đó.
    """
    received = asked.pop("received")
    limits = {name: amount for name, amount in asked.items() if amount not in {None, False}}
    if batch is not None:
        if received is not None or limits:
            raise WrongUsageError(
                "--batch không đi cùng --received và thời hạn: hãy ghi chúng trong tệp."
            )
        for answer in answers(batch, counting(call, rule)):
            write_json(answer, lines=True)
        return
    if not isinstance(received, datetime):
        raise WrongUsageError("Thiếu --received: lúc tiếp nhận, ví dụ 2026-03-15T08:05.")
    chosen = counting(call, rule)
    account = explain_due(received, _limit(limits), chosen.calendar, rules=chosen.rules)
    _print(account, as_json=as_json)


def _limit(limits: dict[str, object]) -> Limit:
    if len(limits) != 1:
        raise WrongUsageError(_ONE_LIMIT)
    [(kind, amount)] = limits.items()
    return limit_from(kind, amount) if kind != LimitKind.SAME_DAY else Limit(LimitKind.SAME_DAY)


def _print(account: DueAccount, *, as_json: bool) -> None:
    if as_json:
        write_json(
            {
                "received": moment_text(account.received),
                "due": moment_text(account.due),
                "days": [_plain(day) for day in account.days],
            }
        )
        return
    write(f"Tiếp nhận: {shown(account.received)}")
    heading = ("Ngày", "Tính", "Số phút", "Lý do")
    write_table(heading, [_row(day) for day in account.days])
    write(f"Hẹn trả: {shown(account.due)}")


def _plain(day: CountedDay) -> dict[str, object]:
    return {
        "date": day.date.isoformat(),
        "counted": day.counted,
        "minutes": day.minutes,
        "why": day.why,
    }


def _row(day: CountedDay) -> tuple[str, ...]:
    minutes = f"{day.minutes:7}" if day.minutes else ""
    return (f"{day.date:%d/%m/%Y}", "có" if day.counted else "không", minutes, day.why)
