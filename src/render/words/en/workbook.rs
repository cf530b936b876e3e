//! The words of a workbook in English.

/// The sheet with all columns.
pub const ALL_COLUMNS: &str = "All columns";

/// At the end of a text that was cut.
pub fn cut(limit: usize) -> String {
    format!("… (a cell holds {limit} characters at most; the rest stands in the ledger)")
}

/// How many cells were cut.
pub fn cells_cut(cells: usize, limit: usize) -> String {
    let cells = if cells == 1 { "1 cell has".to_owned() } else { format!("{cells} cells have") };
    format!(
        "{cells} more text than a spreadsheet takes ({limit} characters); the beginning stands here, the whole in the ledger."
    )
}
