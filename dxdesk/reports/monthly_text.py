"""The words of the report on procedures: sections, sentences, lists; no layout."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from dxdesk.domain.figures import Figures, Rate, Statistics
from dxdesk.reports.comparison import against
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.wording import (
    capitalised,
    committee_name,
    dossiers,
    moment_text,
    rate_text,
    superior_name,
    within,
)

TOP_FIELDS = 5
REASONS = 8
NO_REASON = "chưa ghi nguyên nhân"


class Kind(Enum):
    SECTION = auto()
    ITEM = auto()
    TEXT = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    kind: Kind
    text: str


def opening(facts: Facts) -> str:
    period = facts.period
    said = [] if period.label == period.range_label else [period.range_label]
    if facts.statistics.as_of < period.end:
        moment = moment_text(facts.statistics.as_of)
        said.append(f"kỳ báo cáo chưa kết thúc, số liệu tính đến {moment}")
    aside = f" ({'; '.join(said)})" if said else ""
    return (
        "Thực hiện chế độ báo cáo về công tác kiểm soát thủ tục hành chính, "
        f"{committee_name(facts.office)} báo cáo tình hình, kết quả giải quyết thủ tục hành chính "
        f"{period.label}{aside} như sau:"
    )


def closing(facts: Facts) -> str:
    return (
        f"Trên đây là báo cáo tình hình, kết quả giải quyết thủ tục hành chính "
        f"{facts.period.label}, {committee_name(facts.office)} kính báo cáo "
        f"{superior_name(facts.office)}./."
    )


def received_section(facts: Facts) -> list[Line]:
    total = facts.statistics.total
    return [
        Line(Kind.SECTION, "I. TÌNH HÌNH TIẾP NHẬN HỒ SƠ"),
        Line(Kind.ITEM, "1. Số lượng hồ sơ"),
        *_received(facts, total),
        *(_channels(total) if total.received else []),
        *(_fields(facts.statistics) if total.received else []),
    ]


def _received(facts: Facts, total: Figures) -> list[Line]:
    fresh = f"tiếp nhận {dossiers(total.received)}" if total.received else (
        "không phát sinh hồ sơ tiếp nhận"
    )  # fmt: skip
    carried = (
        f"kỳ trước chuyển qua {dossiers(total.carried_over)}"
        if total.carried_over
        else "không có hồ sơ kỳ trước chuyển qua"
    )
    all_of_them = dossiers(total.received + total.carried_over)
    text = (
        f"{within(facts.period)}, {facts.office.desk_name} {fresh}; {carried}. Tổng số hồ sơ phải "
        f"giải quyết trong kỳ là {all_of_them}."
    )
    lines = [Line(Kind.TEXT, text)]
    if total.declined:
        text = (
            f"Ngoài ra, có {dossiers(total.declined)} bị từ chối tiếp nhận (không tính vào số tiếp "
            "nhận)."
        )
        lines.append(Line(Kind.TEXT, text))
    return lines


def _channels(total: Figures) -> list[Line]:
    online = f"- Trực tuyến: {_share(total.online, total.received)}"
    if total.online:
        unstated = total.online - total.partial - total.full
        online += (
            f"; trong đó toàn trình {dossiers(total.full)}, một phần {dossiers(total.partial)}"
        )
        online += f", chưa ghi rõ mức độ {dossiers(unstated)}" if unstated else ""
    return [
        Line(Kind.ITEM, "2. Hình thức tiếp nhận"),
        Line(Kind.POINT, f"{online};"),
        Line(Kind.POINT, f"- Trực tiếp: {_share(total.in_person, total.received)};"),
        Line(Kind.POINT, f"- Qua bưu chính công ích: {_share(total.postal, total.received)}."),
    ]


def _share(part: int, whole: int) -> str:
    if part == 0:
        return "không phát sinh"
    return f"{dossiers(part)}, chiếm {rate_text(Rate(part, whole))}"


def _fields(statistics: Statistics) -> list[Line]:
    busy = sorted(
        (group for group in statistics.groups if group.figures.received),
        key=lambda group: -group.figures.received,
    )
    named = "; ".join(
        f"{group.name} {_share(group.figures.received, statistics.total.received)}"
        for group in busy[:TOP_FIELDS]
    )
    if len(busy) == 1:
        text = f"Hồ sơ chỉ phát sinh ở lĩnh vực {named}."
    elif len(busy) <= TOP_FIELDS:
        text = f"Hồ sơ phát sinh ở {len(busy)} lĩnh vực: {named}."
    else:
        text = (
            f"Hồ sơ phát sinh ở {len(busy)} lĩnh vực; {TOP_FIELDS} lĩnh vực tiếp nhận nhiều nhất: "
            f"{named}."
        )
    return [Line(Kind.ITEM, "3. Lĩnh vực phát sinh hồ sơ"), Line(Kind.TEXT, text)]


def results_section(facts: Facts) -> list[Line]:
    return [
        Line(Kind.SECTION, "II. KẾT QUẢ GIẢI QUYẾT HỒ SƠ"),
        Line(Kind.ITEM, "1. Hồ sơ đã giải quyết"),
        *_resolved(facts.statistics.total),
        Line(Kind.ITEM, "2. Hồ sơ đang giải quyết"),
        *_pending(facts.statistics),
        Line(Kind.ITEM, "3. Hồ sơ quá hạn và nguyên nhân"),
        *_late(facts),
    ]


def _resolved(total: Figures) -> list[Line]:
    if not total.resolved:
        return [Line(Kind.TEXT, "Trong kỳ không có hồ sơ nào được giải quyết xong.")]
    lines = [
        Line(Kind.TEXT, f"Đã giải quyết {dossiers(total.resolved)}, trong đó:"),
        Line(Kind.POINT, f"- Trước hạn: {_share(total.early, total.resolved)};"),
        Line(Kind.POINT, f"- Đúng hạn: {_share(total.on_time, total.resolved)};"),
        Line(Kind.POINT, f"- Quá hạn: {_share(total.late, total.resolved)}."),
        Line(
            Kind.TEXT,
            f"Tỷ lệ giải quyết đúng và trước hạn đạt {rate_text(total.rates.on_time)}.",
        ),
    ]
    if total.without_result:
        text = (
            f"Trong số đã giải quyết có {dossiers(total.without_result)} kết thúc không có kết quả "
            "do công dân rút hồ sơ, cơ quan dừng giải quyết hoặc hồ sơ không được bổ sung."
        )
        lines.append(Line(Kind.TEXT, text))
    return lines


def _pending(statistics: Statistics) -> list[Line]:
    total, moment = statistics.total, moment_text(statistics.as_of)
    if not total.pending:
        return [Line(Kind.TEXT, f"Đến {moment}, không còn hồ sơ đang giải quyết.")]
    text = (
        f"Đến {moment}, còn {dossiers(total.pending)} đang giải quyết, trong đó: trong hạn "
        f"{_share(total.in_time, total.pending)}; quá hạn {_share(total.overdue, total.pending)}."
    )
    if total.stopped:
        text += (
            f" Có {dossiers(total.stopped)} đang tạm dừng tính thời hạn để chờ bổ sung, chờ thực "
            "hiện nghĩa vụ tài chính hoặc do cơ quan tạm dừng."
        )
    return [Line(Kind.TEXT, text)]


def _late(facts: Facts) -> list[Line]:
    total = facts.statistics.total
    if not facts.late:
        return [Line(Kind.TEXT, "Trong kỳ không có hồ sơ quá hạn.")]
    first = (
        f"Có {dossiers(len(facts.late))} quá hạn, gồm {dossiers(total.late)} đã giải quyết và "
        f"{dossiers(total.overdue)} chưa giải quyết xong (danh sách tại Phụ lục II). Nguyên nhân:"
    )
    reasons = _reasons(facts)
    ends = [";"] * (len(reasons) - 1) + ["."]
    return [
        Line(Kind.TEXT, first),
        *(
            Line(Kind.POINT, f"- {capitalised(reason)}: {dossiers(number)}{end}")
            for (reason, number), end in zip(reasons, ends, strict=True)
        ),
    ]


def _reasons(facts: Facts) -> list[tuple[str, int]]:
    """Reasons with their numbers of dossiers, most frequent first, those without one last."""
    found = Counter(line.late_reason.strip() for line in facts.late)
    missing = found.pop("", 0)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    named = ordered[:REASONS]
    others = sum(number for _, number in ordered[REASONS:])
    if others:
        named.append(("các nguyên nhân khác", others))
    if missing:
        named.append((NO_REASON, missing))
    return named


def comparison_section(facts: Facts) -> list[Line]:
    one = len(facts.bases) == 1
    title = "NĂM TRƯỚC" if one else "KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC"
    lines = [Line(Kind.SECTION, f"III. SO SÁNH VỚI {title}")]
    lines += [Line(Kind.TEXT, against(facts.statistics.total, basis)) for basis in facts.bases]
    if facts.statistics.as_of < facts.period.end and not all(b.obstacle for b in facts.bases):
        text = "Kỳ báo cáo chưa kết thúc nên so sánh với các kỳ đã trọn vẹn chỉ để tham khảo."
        lines.append(Line(Kind.TEXT, text))
    return lines
