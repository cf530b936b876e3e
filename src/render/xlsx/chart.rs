//! The picture of a table, drawn by the spreadsheet from the cells of the sheet: it changes with them.

use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisCrossing, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill,
    ChartType, Worksheet, XlsxError,
};

use super::{column, place};
use crate::render::document::{Chart, ChartKind};
use crate::render::hue::colours;
use crate::render::inert_line;

/// How wide it is, and how high at least and at most, in points of a screen.
const WIDE: u32 = 680;
const HIGH: (u32, u32) = (300, 1_600);
/// How high a bar is with the room around it, and all else of the picture.
const BAR: u32 = 26;
const BESIDE_BARS: u32 = 130;

/// Puts the picture of a table at its right; the headings stand in row `top`. A calendar has none.
pub(super) fn insert(chart: &Chart, top: u32, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let (parts, rows, sort) = match &chart.kind {
        ChartKind::Bars { parts, bars } => (parts, bars.len(), ChartType::BarStacked),
        ChartKind::Course { lines, days } => (lines, days.len(), ChartType::Line),
        ChartKind::Calendar(_) => return Ok(()),
    };
    if rows == 0 {
        return Ok(());
    }
    let (name, first, last) = (sheet.name(), top + 1, top + place(rows));
    let mut drawn = Drawn::new(sort);
    for (at, colour) in (1..).zip(colours(parts)) {
        let at = column(at);
        let mut format = ChartFormat::new();
        if sort == ChartType::Line {
            format.set_line(ChartLine::new().set_color(colour).set_width(2.25));
        } else {
            format.set_solid_fill(ChartSolidFill::new().set_color(colour));
        }
        drawn
            .add_series()
            .set_name((name.as_str(), top, at))
            .set_categories((name.as_str(), first, 0, last, 0))
            .set_values((name.as_str(), first, at, last, at))
            .set_format(&mut format)
            .set_gap(60);
    }
    if chart.title.is_empty() {
        drawn.title().set_hidden();
    } else {
        drawn.title().set_name(&*inert_line(&chart.title));
    }
    drawn.legend().set_position(ChartLegendPosition::Top);
    if sort == ChartType::BarStacked {
        // The bars lie in the order of the table, with the figures below; their labels stand on the y axis.
        drawn.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max);
        drawn.x_axis().set_num_format("0");
    } else {
        drawn.x_axis().set_num_format("yyyy-mm-dd");
        drawn.y_axis().set_num_format("0");
    }
    let high = (place(rows) * BAR + BESIDE_BARS).clamp(HIGH.0, HIGH.1);
    let high = if sort == ChartType::BarStacked { high } else { 360 };
    drawn.set_width(WIDE).set_height(high);
    sheet.insert_chart(top, column(parts.len() + 2), &drawn)?;
    Ok(())
}
