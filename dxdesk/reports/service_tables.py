"""The reports of one table: channels by procedure, payment, digitisation, satisfaction."""

from pathlib import Path

from dxdesk.domain.figures import Figures, GroupFigures, Rate
from dxdesk.domain.period import Period
from dxdesk.domain.service import ServiceFigures, ServiceStatistics
from dxdesk.errors import DeskError
from dxdesk.reports.checks import ensure_identities
from dxdesk.reports.source import ReportSource
from dxdesk.reports.table import write_table
from dxdesk.reports.table_columns import TableColumn, TableReport, TableRow
from dxdesk.reports.wording import (
    NO_NUMBER,
    SMALL,
    SMALL_NUMBER,
    capitalised,
    count_text,
    dossiers,
    moment_text,
    notes,
    rate_text,
    until_text,
)

_CHANNELS = (
    TableColumn(("Tiếp nhận",), 20, lambda f: f.received, "received"),
    TableColumn(("Trực tuyến", "Tổng số"), 17, lambda f: f.online, "online"),
    TableColumn(("Trực tuyến", "Toàn trình"), 17, lambda f: f.full, "full"),
    TableColumn(("Trực tuyến", "Một phần"), 17, lambda f: f.partial, "partial"),
    TableColumn(("Trực tiếp",), 17, lambda f: f.in_person, "in_person"),
    TableColumn(("Bưu chính",), 17, lambda f: f.postal, "postal"),
    TableColumn(("Tỷ lệ trực tuyến",), 26, lambda f: f.rates.online),
)
_PAYMENT = (
    TableColumn(("Tiếp nhận",), 18, lambda f: f.received, "received"),
    TableColumn(("Không phải nộp",), 18, lambda f: f.free, "free"),
    TableColumn(("Phải nộp phí, lệ phí", "Tổng số"), 18, lambda f: f.with_fee, "with_fee"),
    TableColumn(("Phải nộp phí, lệ phí", "Trực tuyến"), 18, lambda f: f.paid_online, "paid_online"),
    TableColumn(
        ("Phải nộp phí, lệ phí", "Cách khác"), 18, lambda f: f.paid_otherwise, "paid_otherwise"
    ),
    TableColumn(("Phải nộp phí, lệ phí", "Chưa nộp"), 18, lambda f: f.unpaid, "unpaid"),
    TableColumn(
        ("Phải nộp phí, lệ phí", "Chưa ghi"), 18, lambda f: f.payment_unknown, "payment_unknown"
    ),
    TableColumn(("Tỷ lệ thanh toán trực tuyến",), 26, lambda f: f.online_payment),
    TableColumn(("Số tiền đã nộp (đồng)",), 26, lambda f: f.paid_amount),
)
_DIGITISATION = (
    TableColumn(("Tiếp nhận",), 16, lambda f: f.received, "received"),
    TableColumn(("Thành phần hồ sơ", "Đã số hóa"), 17, lambda f: f.papers_digitised,
                "papers_digitised"),
    TableColumn(("Thành phần hồ sơ", "Chưa ghi"), 16, lambda f: f.papers_unknown,
                "papers_unknown"),
    TableColumn(("Thành phần hồ sơ", "Tỷ lệ"), 24, lambda f: f.papers),
    TableColumn(("Dùng lại dữ liệu", "Có"), 15, lambda f: f.reused, "reused"),
    TableColumn(("Dùng lại dữ liệu", "Tỷ lệ"), 24, lambda f: f.reuse),
    TableColumn(("Đã giải quyết",), 16, lambda f: f.resolved, "resolved"),
    TableColumn(("Kết quả điện tử", "Có"), 15, lambda f: f.result_digitised, "result_digitised"),
    TableColumn(("Kết quả điện tử", "Chưa ghi"), 16, lambda f: f.result_unknown,
                "result_unknown"),
    TableColumn(("Kết quả điện tử", "Tỷ lệ"), 24, lambda f: f.results),
)  # fmt: skip
_SATISFACTION = (
    TableColumn(("Đã giải quyết",), 22, lambda f: f.resolved, "resolved"),
    TableColumn(("Đã đánh giá", "Rất hài lòng"), 22, lambda f: f.very_satisfied, "very_satisfied"),
    TableColumn(("Đã đánh giá", "Hài lòng"), 22, lambda f: f.satisfied, "satisfied"),
    TableColumn(("Đã đánh giá", "Không hài lòng"), 22, lambda f: f.dissatisfied, "dissatisfied"),
    TableColumn(("Chưa đánh giá",), 22, lambda f: f.unrated, "unrated"),
    TableColumn(("Tỷ lệ hài lòng",), 30, lambda f: f.satisfaction),
)


def write_channels(source: ReportSource, period: Period, path: Path) -> None:
    """Online and in person by procedure, with those that do not reach the target."""
    found = source.statistics(period, by="procedure")
    ensure_identities(source, found)
    rows = [group for group in found.groups if group.figures.received]
    target = source.settings.online_target
    report = TableReport(
        title="Hồ sơ trực tuyến và trực tiếp theo thủ tục",
        subject="Thủ tục hành chính",
        period=period,
        columns=_CHANNELS,
        rows=tuple(TableRow(group.name, group.key, group.figures) for group in rows),
        total=found.total,
        notes=(*_reached(rows, found.total, target), notes(found, verified=True)[0]),
        members=source.members(period, by="procedure"),
    )
    write_table(report, source, path)


def _reached(rows: list[GroupFigures], total: Figures, target: int | None) -> tuple[str, ...]:
    if not rows:
        return ()
    if target is None:
        none = [row for row in rows if not row.figures.online]
        return (
            "Chưa đặt chỉ tiêu hồ sơ trực tuyến nên không xét đạt hay chưa đạt.",
            _named("Thủ tục không có hồ sơ trực tuyến", none),
        )
    short = [row for row in rows if not reaches(row.figures.rates.online, target)]
    word = "đạt" if reaches(total.rates.online, target) else "chưa đạt"
    return (
        f"Chỉ tiêu: từ {target} % trực tuyến. Chung: {rate_text(total.rates.online)}, {word}.",
        _named("Thủ tục chưa đạt chỉ tiêu", short),
    )


def reaches(rate: Rate, target: int) -> bool:
    """Compared exactly, not as shown."""
    return rate.numerator * 100 >= target * rate.denominator


def _named(what: str, rows: list[GroupFigures]) -> str:
    if not rows:
        return f"{what}: không có."
    listed = "; ".join(f"{row.name}: {rate_text(row.figures.rates.online)}" for row in rows)
    return f"{what} ({len(rows)}): {listed}."


def write_payment(source: ReportSource, period: Period, path: Path) -> None:
    """Fees and online payment by procedure; procedures without a fee are named, not counted."""
    found = _checked(source, source.services(period, by="procedure"))
    owing = [group for group in found.groups if group.figures.with_fee]
    free = [
        group for group in found.groups if group.figures.received and not group.figures.with_fee
    ]
    total = sum((group.figures for group in owing), ServiceFigures())
    keys = {group.key for group in owing}
    report = TableReport(
        title="Phí, lệ phí và thanh toán trực tuyến",
        subject="Thủ tục hành chính có thu phí, lệ phí",
        period=period,
        columns=_PAYMENT,
        rows=tuple(TableRow(group.name, group.key, group.figures) for group in owing),
        total=total,
        notes=(*_payment_notes(source, found, total, [group.name for group in free]),),
        members=tuple(m for m in source.behind(period, by="procedure") if m.key in keys),
        nothing="Trong kỳ không phát sinh hồ sơ phải nộp phí, lệ phí.",
    )
    write_table(report, source, path)


def _payment_notes(
    source: ReportSource, found: ServiceStatistics, total: ServiceFigures, free: list[str]
) -> list[str]:
    outside = found.total.received - total.received
    lines = [
        (
            "Tỷ lệ chỉ tính trên hồ sơ phải nộp phí, lệ phí. Không tính "
            f"{dossiers(outside)} của {count_text(len(free))} thủ tục không thu phí trong kỳ"
            f"{': ' + '; '.join(free) if free else ''}."
        ),
        _unknown("cách nộp phí", total.payment_unknown, total.with_fee),
    ]
    target, rate = source.settings.payment_target, total.online_payment
    if target is not None and rate is not None and rate.denominator:
        word = "đạt" if reaches(rate, target) else "chưa đạt"
        lines.append(f"Chỉ tiêu: từ {target} % thanh toán trực tuyến; {rate_text(rate)}, {word}.")
    return [*filter(None, lines), _state(found)]


def write_digitisation(source: ReportSource, period: Period, path: Path) -> None:
    found = _checked(source, source.services(period, by="field"))
    total = found.total
    lines = (
        _unknown("số hóa thành phần hồ sơ", total.papers_unknown, total.received),
        _unknown("dùng lại dữ liệu", total.reuse_unknown, total.received),
        _unknown("kết quả điện tử", total.result_unknown, total.resolved),
    )
    _write(source, found, path, "Số hóa hồ sơ và kết quả giải quyết", _DIGITISATION, lines)


def write_satisfaction(source: ReportSource, period: Period, path: Path) -> None:
    found = _checked(source, source.services(period, by="field"))
    total = found.total
    few = total.rated and total.rated < SMALL
    lines = (
        "Tỷ lệ hài lòng tính trên số hồ sơ đã có đánh giá.",
        f"Mới có {dossiers(total.rated)} được đánh giá: {SMALL_NUMBER}." if few else "",
        f"Chưa có đánh giá nào trong kỳ: {NO_NUMBER}." if not total.rated else "",
    )
    _write(source, found, path, "Mức độ hài lòng của người dân", _SATISFACTION, lines)


def _write(
    source: ReportSource,
    found: ServiceStatistics,
    path: Path,
    title: str,
    columns: tuple[TableColumn, ...],
    lines: tuple[str, ...],
) -> None:
    rows = [g for g in found.groups if g.figures.received or g.figures.resolved]
    report = TableReport(
        title=title,
        subject="Lĩnh vực",
        period=found.period,
        columns=columns,
        rows=tuple(TableRow(group.name, group.key, group.figures) for group in rows),
        total=found.total,
        notes=(*filter(None, lines), _state(found)),
        members=source.behind(found.period, by=found.by),
    )
    write_table(report, source, path)


def _checked(source: ReportSource, found: ServiceStatistics) -> ServiceStatistics:
    """*found*; DeskError when the numbers of the period contradict each other."""
    ensure_identities(source, source.statistics(found.period))
    broken = [text for group in found.groups for text in group.figures.broken_identities()]
    if sum((group.figures for group in found.groups), ServiceFigures()) != found.total:
        broken.append("Cộng các dòng phải bằng tổng cộng")
    if broken:
        raise DeskError(
            f"Chưa lập được báo cáo {found.period.label} vì số liệu không khớp: {broken[0]}. Hãy "
            "chạy kiểm tra dữ liệu rồi lập lại."
        )
    return found


def _unknown(what: str, number: int, whole: int) -> str:
    """What nobody noted is said beside the rate that it lowers."""
    if not number:
        return ""
    if number == whole:
        return capitalised(f"{what}: {NO_NUMBER} (cả {dossiers(whole)} đều chưa ghi).")
    return capitalised(
        f"{what}: {dossiers(number)} trên {count_text(whole)} chưa ghi, nằm trong mẫu số của tỷ lệ."
    )


def _state(found: ServiceStatistics) -> str:
    return (
        f"Số liệu tính đến {until_text(found.as_of)}, theo dữ liệu đến thao tác số "
        f"{count_text(found.last_action)} lúc {moment_text(found.taken_at)}."
    )
