//! A picture of figures, drawn in the page's own lines and areas, with the table that says the same.

mod bars;
mod calendar;
mod course;

use super::escape::line;
use super::{light, put, table};
use crate::domain::book::Lang;
use crate::render::document::{Chart, ChartKind, Part};
use crate::render::words::page::{self, PageWord};

/// So many bars beside another chart leave room for a second one below it.
const TALL: usize = 8;

/// Writes a chart. Its table is folded on a screen, and always there on paper.
pub(super) fn write(chart: &Chart, lang: Lang, html: &mut String) {
    let class = match &chart.kind {
        ChartKind::Calendar(_) => " class=whole",
        ChartKind::Bars { bars, .. } if bars.len() > TALL => " class=tall",
        ChartKind::Bars { .. } | ChartKind::Course { .. } => "",
    };
    put(html, format_args!("<figure{class}>\n<figcaption>{}</figcaption>\n", line(&chart.title)));
    match &chart.kind {
        ChartKind::Bars { parts, bars } => {
            legend(parts, None, html);
            bars::write(parts, bars, html);
        }
        ChartKind::Course { lines, days } => {
            legend(lines, days.last().map(|(_, values)| values.as_slice()), html);
            course::write(&chart.title, lines, days, html);
        }
        ChartKind::Calendar(days) => calendar::write(days, lang, html),
    }
    // What falls due is read by its days; a finger on a phone finds no more behind them.
    let open = if matches!(chart.kind, ChartKind::Calendar(_)) { " open" } else { "" };
    let figures = line(page::word(lang, PageWord::Figures));
    put(html, format_args!("<details{open}><summary>{figures}</summary>\n"));
    table::write(&chart.table(), lang, html);
    html.push_str("</details>\n</figure>\n");
}

/// Says which colour is which, and how a course ends.
fn legend(parts: &[Part], ends: Option<&[i64]>, html: &mut String) {
    html.push_str("<ul class=legend>");
    for (place, part) in parts.iter().enumerate() {
        let colour = colour(part, place);
        put(
            html,
            format_args!(
                "<li><svg width=12 height=12 aria-hidden=true><rect class={colour} width=12 height=12 rx=3 /></svg>{}",
                line(&part.label)
            ),
        );
        if let Some(end) = ends.and_then(|ends| ends.get(place)) {
            put(html, format_args!(" <b>{end}</b>"));
        }
    }
    html.push_str("</ul>\n");
}

/// The class that colours a part: its light's, else one of those that stand for nothing.
fn colour(part: &Part, place: usize) -> &'static str {
    const PLAIN: [&str; 5] = ["p1", "p2", "p3", "p4", "p5"];
    match part.hue {
        Some(hue) => light(hue),
        None => PLAIN[place % PLAIN.len()],
    }
}
