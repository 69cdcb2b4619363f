"""The tabs of the place “Danh mục”, as data."""

from ui.tab import Tab

TABS = (
    Tab("calendar", "Lịch làm việc", "ui.office.calendar_tab", "CalendarTab"),
    Tab("procedures", "Thủ tục", "ui.office.procedures_tab", "ProceduresTab"),
    Tab("officers", "Cán bộ", "ui.office.officers_tab", "OfficersTab"),
    Tab("hamlets", "Tổ dân phố", "ui.office.hamlets_tab", "HamletsTab"),
    Tab("indicators", "Chỉ tiêu của phường", "ui.digital.catalogue_tab", "CatalogueTab"),
    Tab("causes", "Nguyên nhân quá hạn", "ui.office.causes_tab", "CausesTab"),
    Tab("wordings", "Mẫu giấy tờ", "ui.office.wordings_tab", "WordingsTab"),
    Tab("backups", "Sao lưu", "ui.office.backups_tab", "BackupsTab"),
    Tab("retention", "Lưu trữ", "ui.office.retention_tab", "RetentionTab"),
)
