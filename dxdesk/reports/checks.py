"""A report whose figures contradict each other is not printed (figures.md R14, R15)."""

from dxdesk.domain.figures import Figures, Statistics
from dxdesk.errors import DeskError
from dxdesk.reports.source import ReportSource

SHOWN = 10
"""So many dossiers are named in the refusal."""


def ensure_identities(source: ReportSource, statistics: Statistics) -> None:
    """Raise DeskError, naming the identity and the dossiers at fault, when R14 does not hold."""
    broken = _broken(statistics)
    if not broken:
        return
    raise DeskError(
        f"Chưa lập được báo cáo {statistics.period.label} vì số liệu không khớp: "
        f"{'; '.join(broken)}. {_dossiers(source.at_fault(statistics.period))}"
    )


def ensure_late_list(statistics: Statistics, listed: int) -> None:
    """Raise DeskError when the list of late dossiers is not as long as its figure (R15)."""
    counted = statistics.total.late + statistics.total.overdue
    if listed != counted:
        raise DeskError(
            f"Chưa lập được báo cáo {statistics.period.label}: danh sách hồ sơ quá hạn có {listed} "
            f"hồ sơ nhưng số liệu là {counted}. Có thể dữ liệu vừa thay đổi trong lúc lập báo cáo; "
            "hãy lập lại."
        )


def _broken(statistics: Statistics) -> list[str]:
    found: dict[str, list[str]] = {}
    for group in statistics.groups:
        for sentence in group.figures.broken_identities():
            found.setdefault(sentence, []).append(group.name)
    for sentence in statistics.total.broken_identities():
        found.setdefault(sentence, [])
    if sum((group.figures for group in statistics.groups), Figures()) != statistics.total:
        found.setdefault("Cộng các dòng phải bằng tổng cộng", [])
    return [_with_places(sentence, names) for sentence, names in found.items()]


def _with_places(sentence: str, names: list[str]) -> str:
    if not names:
        return f"“{sentence}”"
    more = f" và {len(names) - SHOWN} nhóm khác" if len(names) > SHOWN else ""
    return f"“{sentence}” (sai ở: {', '.join(names[:SHOWN])}{more})"


def _dossiers(codes: tuple[str, ...]) -> str:
    if not codes:
        return (
            "Không tìm thấy hồ sơ nào gây lệch; có thể dữ liệu vừa thay đổi trong lúc lập báo "
            "cáo, hãy lập lại."
        )
    more = f" và {len(codes) - SHOWN} hồ sơ khác" if len(codes) > SHOWN else ""
    return (
        f"Hồ sơ cần xem lại: {', '.join(codes[:SHOWN])}{more}. Hãy mở từng hồ sơ, điền chỗ còn "
        "thiếu (kênh tiếp nhận, hẹn trả, thời điểm có kết quả) rồi lập lại báo cáo."
    )
