"""The registers that provincial systems export (figures of their columns, as data)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A known export: the fields that it must have and those that it must not have."""

    key: str
    name: str
    needs: frozenset[str]
    lacks: frozenset[str] = frozenset()


def _shape(key: str, name: str, needs: str, *, lacks: str = "") -> Shape:
    return Shape(key, name, frozenset(needs.split()), frozenset(lacks.split()))


SHAPES = (
    _shape(
        "danh-sach",
        "Danh sách hồ sơ theo dõi",
        "code unit_name procedure_name status_text applicant_name submitted received due finished",
    ),
    _shape(
        "theo-thu-tuc",
        "Thống kê hồ sơ theo thủ tục",
        "code applicant_name applicant_id_no owner_name received due finished returned",
        lacks="procedure_name procedure_code",
    ),
    _shape(
        "so-theo-doi",
        "Sổ theo dõi hồ sơ",
        "code content copies owner_name owner_address received due returned",
        lacks="procedure_name procedure_code",
    ),
    _shape(
        "so-mau-07",
        "Sổ theo dõi hồ sơ theo mẫu",
        "code procedure_name owner_name owner_contact unit_name received due returned",
    ),
    _shape(
        "cong-khai",
        "Công khai kết quả giải quyết thủ tục hành chính",
        "code received officer_name due",
        lacks="procedure_name procedure_code content owner_name finished",
    ),
    _shape(
        "khong-han",
        "Danh sách hồ sơ không có ngày hẹn trả",
        "code procedure_code owner_name received finished",
        lacks="due",
    ),
    _shape(
        "qua-han",
        "Danh sách hồ sơ quá hạn",
        "procedure_name applicant_name received due status_text",
        lacks="code",
    ),
    _shape(
        "dinh-danh",
        "Danh sách số định danh của chủ hồ sơ",
        "code owner_name owner_id_no",
        lacks="received submitted due",
    ),
)
MAPPED = Shape("mapped", "Bảng nhận theo tên cột", frozenset())


def shape_of(fields: frozenset[str]) -> Shape:
    """The known export with these fields, or `MAPPED`: recognised heading by heading."""
    return next(
        (shape for shape in SHAPES if shape.needs <= fields and not shape.lacks & fields), MAPPED
    )


def is_register(fields: frozenset[str]) -> bool:
    """Can rows with these fields be dossiers? They need a code, or who, what and when."""
    if "code" in fields:
        return len(fields - {"number"}) > 1
    return (
        bool(fields & {"owner_name", "applicant_name"})
        and bool(fields & {"procedure_name", "procedure_code", "content"})
        and bool(fields & {"received", "submitted"})
    )
