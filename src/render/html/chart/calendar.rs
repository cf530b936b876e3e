//! Months, with the days marked on which something falls.

use std::collections::BTreeMap;

use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::document::DueDay;
use crate::render::html::escape::line;
use crate::render::html::{light, put};
use crate::render::words::page;

/// The side of a day, in pixels of the page.
const SIDE: u32 = 34;
/// What stands above the days: the name of the month, and the days of the week.
const ABOVE: u32 = 56;
/// Months that are drawn at most; the table below has all days.
const MOST: usize = 12;

/// Writes the months from the first day to the last.
pub(super) fn write(days: &[DueDay], lang: Lang, html: &mut String) {
    let marked: BTreeMap<Day, &DueDay> = days.iter().map(|due| (due.day, due)).collect();
    let ends = marked.first_key_value().zip(marked.last_key_value());
    let Some(((first, _), (last, _))) = ends else { return };
    html.push_str("<div class=months>\n");
    let months =
        std::iter::successors(Some(first.month_start()), |month| Some(month.plus_months(1)));
    for month in months.take_while(|month| month <= last).take(MOST) {
        write_month(month, &marked, lang, html);
    }
    html.push_str("</div>\n");
}

fn write_month(first: Day, marked: &BTreeMap<Day, &DueDay>, lang: Lang, html: &mut String) {
    let before = first.weekday().num_days_from_monday();
    let length = first.month_end().day();
    let (width, height) = (SIDE * 7, ABOVE + SIDE * (before + length).div_ceil(7));
    let name = page::month(lang, first);
    let middle = |place: u32| SIDE * place + SIDE / 2;
    put(
        html,
        format_args!(
            "<svg width={width} height={height} viewBox=\"0 0 {width} {height}\" role=img aria-label=\"{name}\">\
             <text class=month x={} y=18>{name}</text>",
            middle(3)
        ),
    );
    for (place, weekday) in (0..).zip(page::weekdays(lang)) {
        put(html, format_args!("<text class=week x={} y=44>{weekday}</text>", middle(place)));
    }
    for number in 1..=length {
        let place = before + number - 1;
        let (x, y) = (SIDE * (place % 7), ABOVE + SIDE * (place / 7));
        let (text_x, text_y) = (x + SIDE / 2, y + SIDE / 2 + 5);
        let due = marked.get(&first.plus_days(i64::from(number) - 1));
        match due {
            None => put(html, format_args!("<text x={text_x} y={text_y}>{number}</text>")),
            Some(due) => {
                let colour = due.hue.map_or("today", light);
                let (left, top, side) = (x + 2, y + 2, SIDE - 4);
                let what: Vec<_> = due.what.iter().map(|what| line(what).to_string()).collect();
                put(
                    html,
                    format_args!(
                        "<g class=due><title>{}</title><rect class={colour} x={left} y={top} width={side} \
                         height={side} rx=6 /><text x={text_x} y={text_y}>{number}</text></g>",
                        what.join("\n")
                    ),
                );
            }
        }
    }
    html.push_str("</svg>\n");
}
