//! Lines that go on from day to day. They are stretched to the width that there is, and the words beside them are not.

use std::fmt::Write as _;

use crate::domain::day::Day;
use crate::render::document::Part;
use crate::render::html::escape::line;
use crate::render::html::put;

/// The height of the lines, in pixels of the page.
const HEIGHT: i64 = 200;
/// What stands above them, for the topmost label.
const ABOVE: i64 = 12;
/// What stands below them, for the days.
const BELOW: i64 = 28;
/// How many steps the lines are wide, whatever the page makes of them.
const WIDTH: i64 = 1000;

/// Writes the lines.
pub(super) fn write(title: &str, lines: &[Part], days: &[(Day, Vec<i64>)], html: &mut String) {
    let (Some((first, _)), Some((last, _))) = (days.first(), days.last()) else { return };
    let highest = days.iter().flat_map(|(_, values)| values).copied().max().unwrap_or(0);
    let step = step(highest);
    let top = step * highest.max(1).div_euclid(step) + if highest % step == 0 { 0 } else { step };
    let up = |value: i64| ABOVE + HEIGHT - value.max(0) * HEIGHT / top.max(1);
    let across = |day: Day| first.days_until(day) * WIDTH / first.days_until(*last).max(1);
    let height = ABOVE + HEIGHT + BELOW;
    put(html, format_args!("<div class=course>\n<svg width=40 height={height} aria-hidden=true>"));
    let levels = || (0..=top).step_by(usize::try_from(step).unwrap_or(1));
    for level in levels() {
        put(html, format_args!("<text x=32 y={} text-anchor=end>{level}</text>", up(level) + 4));
    }
    put(
        html,
        format_args!("</svg>\n<svg height={height} role=img aria-label=\"{}\">", line(title)),
    );
    for level in levels() {
        let at = up(level);
        put(html, format_args!("<line x1=0 x2=100% y1={at} y2={at} />"));
    }
    put(
        html,
        format_args!(
            "<svg width=100% height={height} viewBox=\"0 0 {WIDTH} {height}\" preserveAspectRatio=none>"
        ),
    );
    for (place, part) in lines.iter().enumerate() {
        let mut points = String::new();
        for (day, values) in days {
            let value = values.get(place).copied().unwrap_or(0);
            let _ = write!(points, "{},{} ", across(*day), up(value));
        }
        let colour = super::colour(part, place);
        put(html, format_args!("<polyline class={colour} points=\"{}\" />", points.trim_end()));
    }
    html.push_str("</svg>");
    for (day, at, anchor) in ticks(days, *first, *last) {
        let below = height - 8;
        put(html, format_args!("<text x={at}% y={below} text-anchor={anchor}>{day}</text>"));
    }
    html.push_str("</svg>\n</div>\n");
}

/// A round step, of which at most five reach the highest value.
fn step(highest: i64) -> i64 {
    let mut scale = 1;
    loop {
        if let Some(step) =
            [1, 2, 5].iter().map(|step| step * scale).find(|step| step * 5 >= highest)
        {
            return step;
        }
        scale *= 10;
    }
}

/// The days that are named below: the first, the last and the one nearest to the middle, with their places in per cent.
fn ticks(days: &[(Day, Vec<i64>)], first: Day, last: Day) -> Vec<(Day, i64, &'static str)> {
    let whole = first.days_until(last).max(1);
    let from_middle = |day: &Day| (first.days_until(*day) * 2 - whole).abs();
    let inner = days.get(1..days.len().saturating_sub(1)).unwrap_or_default();
    let middle = inner.iter().map(|(day, _)| *day).min_by_key(from_middle);
    let middle = middle.map(|day| (day, first.days_until(day) * 100 / whole, "middle"));
    let middle = middle.filter(|(_, at, _)| (35..=65).contains(at));
    let end = (days.len() > 1).then_some((last, 100, "end"));
    std::iter::once((first, 0, "start")).chain(middle).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_scale_is_round() {
        for (highest, expected) in [(0, 1), (5, 1), (6, 2), (21, 5), (26, 10), (10_000, 2000)] {
            assert_eq!(step(highest), expected, "{highest}");
        }
    }
}
