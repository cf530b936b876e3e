//! What there is to say of sheets, in English.

use crate::complaint::SheetRemark;

/// What there is to say of a place of a sheet.
pub fn sheet(remark: SheetRemark) -> &'static str {
    match remark {
        SheetRemark::Preamble => "passed over what stands above the header",
        SheetRemark::RowWithoutProblem => "passed over rows without a problem",
        SheetRemark::TotalRow => "passed over rows of totals",
        SheetRemark::DayUnread => "a day cannot be read and is kept under its own header",
        SheetRemark::LimitUnread => "a limit cannot be read and is kept under its own header",
        SheetRemark::LimitKept => "a limit gives no single last day and is kept as a text",
        SheetRemark::Chapter => "a row of its own names the category of the rows below it",
        SheetRemark::AmountUnread => "an amount cannot be read and is kept under its own header",
        SheetRemark::StatusUnknown => {
            "a status is not known; it is kept under its own header and counts as open"
        }
        SheetRemark::OwnersUnread => "who is responsible is kept as written, with no lead",
        SheetRemark::NumberingUnclear => "several things in one cell are kept as one",
        SheetRemark::AnotherTable => "another header, with a table of its own below it",
        SheetRemark::ReportedByDay => {
            "a day of completion without a status counts as reported, awaiting verification"
        }
        SheetRemark::OnlyLasting => {
            "says that it is kept up, and not that it is finished: counted as open and sustained"
        }
        SheetRemark::StatusTold => {
            "a sentence where the state should be: entered as progress, counted as open"
        }
        SheetRemark::AmountOfSeveral => {
            "an amount merged over several problems: entered for the first of them only"
        }
        SheetRemark::OwnMeasuresOnly => {
            "the state of one row counts for its own measures only, since the further rows have none"
        }
    }
}
