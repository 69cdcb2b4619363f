"""The values and conditions that a sentence of the prose report may use: a closed list."""

from collections.abc import Callable
from dataclasses import dataclass

from dxdesk.domain.figures import Figures, GroupFigures, Rate, Statistics
from dxdesk.reports.comparison import Basis, against
from dxdesk.reports.differences import causes_text
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.wording import (
    SMALL,
    capitalised,
    committee_name,
    count_text,
    dossiers,
    rate_text,
    superior_name,
    until_text,
    within,
)

TOP_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Scope:
    """What one sentence is about: the facts, and the one reason or basis of which it is said."""

    facts: Facts
    reason: tuple[str, int] = ("", 0)
    basis: Basis | None = None

    @property
    def total(self) -> Figures:
        return self.facts.statistics.total


@dataclass(frozen=True, slots=True)
class Value:
    name: str
    told: str
    of: Callable[[Scope], str]
    each: str = ""
    """Only in sentences that are said for each of these."""


@dataclass(frozen=True, slots=True)
class Condition:
    name: str
    holds: Callable[[Facts], bool]
    told: str
    told_not: str


def _count(name: str, told: str, of: Callable[[Figures], int]) -> Value:
    return Value(name, f"{told}, kèm chữ “hồ sơ”", lambda scope: dossiers(of(scope.total)))


def _share(
    name: str, told: str, part: Callable[[Figures], int], whole: Callable[[Figures], int]
) -> Value:
    told = f"{told}: số hồ sơ và tỷ lệ; bằng 0 thì ghi “không phát sinh”"
    return Value(name, told, lambda scope: share_text(part(scope.total), whole(scope.total)))


def _rate(name: str, told: str, of: Callable[[Figures], Rate]) -> Value:
    return Value(name, f"{told}, kèm tử số và mẫu số", lambda scope: rate_text(of(scope.total)))


def share_text(part: int, whole: int) -> str:
    if part == 0:
        return "không phát sinh"
    return f"{dossiers(part)}, chiếm {rate_text(Rate(part, whole))}"


def unstated(total: Figures) -> int:
    """Online dossiers of which nobody noted the degree."""
    return total.online - total.partial - total.full


def _aside(facts: Facts) -> str:
    period = facts.period
    said = [] if period.label == period.range_label else [period.range_label]
    if facts.running:
        moment = until_text(facts.statistics.as_of)
        said.append(f"kỳ báo cáo chưa kết thúc, số liệu tính đến {moment}")
    return f" ({'; '.join(said)})" if said else ""


def busy_fields(statistics: Statistics) -> list[GroupFigures]:
    """The fields that received dossiers, the busiest first."""
    found = (group for group in statistics.groups if group.figures.received)
    return sorted(found, key=lambda group: -group.figures.received)


def _named_fields(facts: Facts) -> str:
    received = facts.statistics.total.received
    return "; ".join(
        f"{group.name} {share_text(group.figures.received, received)}"
        for group in busy_fields(facts.statistics)[:TOP_FIELDS]
    )


VALUES: tuple[Value, ...] = (
    Value("kỳ", "tên kỳ: tháng 4 năm 2026", lambda s: s.facts.period.label),
    Value("trong kỳ", "đầu câu về kỳ: Trong tháng 4 năm 2026", lambda s: within(s.facts.period)),
    Value("ghi chú về kỳ", "trong ngoặc: từ ngày nào, đã hết kỳ chưa", lambda s: _aside(s.facts)),
    Value("thời điểm chốt", "giờ, ngày chốt số liệu", lambda s: until_text(s.facts.as_of)),
    Value("ủy ban", "Ủy ban nhân dân phường", lambda s: committee_name(s.facts.office)),
    Value("cấp trên", "nơi nhận báo cáo", lambda s: superior_name(s.facts.office)),
    Value("bộ phận một cửa", "tên bộ phận một cửa", lambda s: s.facts.office.desk_name),
    _count("tiếp nhận", "tiếp nhận trong kỳ", lambda f: f.received),
    _count("chuyển qua", "kỳ trước chuyển qua", lambda f: f.carried_over),
    _count("phải giải quyết", "tiếp nhận và chuyển qua", lambda f: f.received + f.carried_over),
    _count("từ chối", "bị từ chối tiếp nhận", lambda f: f.declined),
    _share("trực tuyến", "nộp trực tuyến", lambda f: f.online, lambda f: f.received),
    _count("toàn trình", "trực tuyến toàn trình", lambda f: f.full),
    _count("một phần", "trực tuyến một phần", lambda f: f.partial),
    _count("chưa ghi mức độ", "trực tuyến chưa ghi mức độ", unstated),
    _share("trực tiếp", "nộp trực tiếp", lambda f: f.in_person, lambda f: f.received),
    _share("bưu chính", "nộp qua bưu chính", lambda f: f.postal, lambda f: f.received),
    _rate("tỷ lệ trực tuyến", "tỷ lệ tiếp nhận trực tuyến", lambda f: f.rates.online),
    Value(
        "số lĩnh vực",
        "số lĩnh vực có tiếp nhận",
        lambda s: count_text(len(busy_fields(s.facts.statistics))),
    ),
    Value(
        "số lĩnh vực nêu tên",
        f"nhiều nhất {TOP_FIELDS}",
        lambda s: count_text(min(TOP_FIELDS, len(busy_fields(s.facts.statistics)))),
    ),
    Value(
        "các lĩnh vực",
        "tên các lĩnh vực tiếp nhận nhiều nhất, số hồ sơ, tỷ lệ",
        lambda s: _named_fields(s.facts),
    ),
    _count("đã giải quyết", "đã giải quyết trong kỳ", lambda f: f.resolved),
    _share("trước hạn", "giải quyết trước hạn", lambda f: f.early, lambda f: f.resolved),
    _share("đúng hạn", "giải quyết đúng hạn", lambda f: f.on_time, lambda f: f.resolved),
    _share("quá hạn", "giải quyết quá hạn", lambda f: f.late, lambda f: f.resolved),
    _rate("tỷ lệ đúng và trước hạn", "tỷ lệ đúng và trước hạn", lambda f: f.rates.on_time),
    _count("không có kết quả", "kết thúc không có kết quả", lambda f: f.without_result),
    _count("đang giải quyết", "chưa xong khi chốt", lambda f: f.pending),
    _share("trong hạn", "đang giải quyết, trong hạn", lambda f: f.in_time, lambda f: f.pending),
    _share("đang quá hạn", "đang giải quyết, quá hạn", lambda f: f.overdue, lambda f: f.pending),
    _rate("tỷ lệ đang quá hạn", "tỷ lệ quá hạn trong số đang xử lý", lambda f: f.rates.overdue),
    _count("tạm dừng", "đang tạm dừng tính thời hạn", lambda f: f.stopped),
    _count("tổng số quá hạn", "quá hạn, đã và chưa xong", lambda f: f.late + f.overdue),
    _count("quá hạn đã xong", "đã giải quyết quá hạn", lambda f: f.late),
    _count("quá hạn chưa xong", "chưa giải quyết, đã quá hạn", lambda f: f.overdue),
    Value("nguyên nhân", "nguyên nhân quá hạn", lambda s: capitalised(s.reason[0]), "reason"),
    Value(
        "số hồ sơ của nguyên nhân",
        "số hồ sơ quá hạn vì nguyên nhân ấy",
        lambda s: dossiers(s.reason[1]),
        "reason",
    ),
    Value(
        "nguyên nhân chênh lệch",
        "mỗi dòng một số liệu: lĩnh vực nào làm tăng, giảm so với kỳ ấy; chênh lệch nhỏ không nêu",
        lambda s: "" if s.basis is None else causes_text(s.facts.statistics, s.basis),
        "basis",
    ),
    Value(
        "câu so sánh",
        "câu so với kỳ ấy: tăng, giảm bao nhiêu",
        lambda s: "" if s.basis is None else against(s.total, s.basis),
        "basis",
    ),
)
VALUE_OF = {value.name: value for value in VALUES}
NAMES = {value.name: value.each for value in VALUES}


def _total(name: str, of: Callable[[Figures], int], told: str) -> Condition:
    return Condition(
        name, lambda facts: of(facts.statistics.total) > 0, f"có {told}", f"không có {told}"
    )


CONDITIONS: tuple[Condition, ...] = (
    _total("received", lambda f: f.received, "hồ sơ tiếp nhận"),
    _total("carried", lambda f: f.carried_over, "hồ sơ kỳ trước chuyển qua"),
    _total("declined", lambda f: f.declined, "hồ sơ bị từ chối"),
    _total("online", lambda f: f.online, "hồ sơ trực tuyến"),
    _total("unstated", unstated, "hồ sơ trực tuyến chưa ghi mức độ"),
    _total("resolved", lambda f: f.resolved, "hồ sơ đã giải quyết"),
    Condition(
        "few_resolved",
        lambda facts: 0 < facts.statistics.total.resolved < SMALL,
        f"đã giải quyết dưới {SMALL} hồ sơ",
        f"đã giải quyết từ {SMALL} hồ sơ",
    ),
    _total("without_result", lambda f: f.without_result, "hồ sơ kết thúc không có kết quả"),
    _total("pending", lambda f: f.pending, "hồ sơ đang giải quyết"),
    _total("stopped", lambda f: f.stopped, "hồ sơ tạm dừng"),
    _total("late", lambda f: f.late + f.overdue, "hồ sơ quá hạn"),
    _total("late_finished", lambda f: f.late, "hồ sơ đã giải quyết quá hạn"),
    _total("overdue", lambda f: f.overdue, "hồ sơ quá hạn chưa giải quyết xong"),
    Condition(
        "one_field",
        lambda facts: len(busy_fields(facts.statistics)) == 1,
        "chỉ một lĩnh vực có hồ sơ",
        "từ hai lĩnh vực có hồ sơ",
    ),
    Condition(
        "many_fields",
        lambda facts: len(busy_fields(facts.statistics)) > TOP_FIELDS,
        f"trên {TOP_FIELDS} lĩnh vực có hồ sơ",
        f"không quá {TOP_FIELDS} lĩnh vực có hồ sơ",
    ),
    Condition(
        "one_basis", lambda facts: len(facts.bases) == 1, "báo cáo năm", "không phải báo cáo năm"
    ),
    Condition("running", lambda facts: facts.running, "kỳ chưa kết thúc", "kỳ đã kết thúc"),
    Condition(
        "comparable",
        lambda facts: not all(basis.obstacle for basis in facts.bases),
        "có kỳ để so sánh",
        "không có kỳ để so sánh",
    ),
)
CONDITION_OF = {condition.name: condition for condition in CONDITIONS}
