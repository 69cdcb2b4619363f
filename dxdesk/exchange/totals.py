"""Is the whole register in the file? Portals export only the page that is on the screen."""

from collections.abc import Sequence

PAGE_SIZES = frozenset({50, 100, 200, 500, 1000, 2000, 5000, 10_000})
"""Lines that the systems show on a page (export-shapes, trap 4)."""


def stated_total(sheets: Sequence[tuple[int, Sequence[int]]]) -> int | None:
    """How many dossiers the file says it holds, from (dossiers read, totals stated) per sheet."""
    count = sum(read for read, _ in sheets)
    totals = [_pick(read, stated) for read, stated in sheets]
    known = [total for total in totals if total is not None]
    if count in known or len(known) == len(totals):
        return count if count in known else sum(known)
    return None


def _pick(count: int, stated: Sequence[int]) -> int | None:
    """The total that fits; of totals that do not fit, the largest."""
    if not stated:
        return None
    return count if count in stated or sum(stated) == count else max(stated)


def total_warnings(count: int, stated: int | None, *, pages: Sequence[int]) -> list[str]:
    """Sentences about a file of *count* dossiers; *pages*: how many each sheet has."""
    full_page = any(page in PAGE_SIZES for page in pages)
    warning = ""
    if stated is not None and stated > count and full_page:
        warning = (
            f"Tệp bị cắt: ghi tổng số {dotted(stated)} hồ sơ nhưng chỉ có {dotted(count)}, "
            "đúng bằng một trang của hệ thống. Hãy chọn hiển thị tất cả rồi xuất lại."
        )
    elif stated is not None and stated != count:
        warning = (
            f"Tệp ghi tổng số {dotted(stated)} hồ sơ nhưng có {dotted(count)} dòng hồ sơ. "
            "Hãy xem lại tệp trước khi nhập."
        )
    elif stated is None and full_page:
        warning = (
            f"Tệp có đúng {dotted(count)} hồ sơ, bằng một trang của hệ thống: nếu trên hệ "
            "thống còn nữa thì tệp đã bị cắt, hãy chọn hiển thị tất cả rồi xuất lại."
        )
    return [warning] if warning else []


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
