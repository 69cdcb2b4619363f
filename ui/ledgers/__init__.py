"""The place “Chuyển đổi số”: tabs over the ledgers of dxdesk/domain/ledgers."""
