//! Charts in letters: bars laid end to end with their figures beside, courses as rising marks, a calendar as a list.
//!
//! Each part has a mark of its own, so that a chart says the same without colours, and each figure stands in it as a
//! number: nobody has to count marks.

use super::heading::pieces;
use super::paint::style;
use super::wrap::{self, Content, width};
use super::{Options, Style, table};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::document::{
    Bar, Cell, Chart, ChartKind, Column, ColumnKind, DueDay, Grid, Hue, Part,
};
use crate::render::{inert, inert_line, words};

/// Marks of the parts of a bar, in their order; what is red has the mark that calls.
const MARKS: ([char; 4], [char; 4]) = (['█', '▓', '░', '▒'], ['#', '+', '-', '.']);
const CALLING: char = '!';
/// Marks of a value in a course, from the lowest to the highest.
const LEVELS: ([char; 8], [char; 8]) =
    (['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'], ['_', '.', ',', '-', '~', '+', '*', '#']);
/// The narrowest room for marks.
const ROOM: usize = 10;
/// The most marks for one of what is counted.
const EACH: usize = 4;
/// Blanks between columns.
const GAP: &str = "  ";

/// Draws a chart under its title.
pub(super) fn chart(chart: &Chart, lang: Lang, options: Options) -> Vec<String> {
    let mut lines = if chart.title.is_empty() {
        Vec::new()
    } else {
        wrap::lines(&inert(&chart.title), options.width)
    };
    lines.extend(match &chart.kind {
        ChartKind::Bars { parts, bars } => self::bars(&chart.side, parts, bars, options),
        ChartKind::Course { lines, days } => course(lines, days, options),
        ChartKind::Calendar(days) => calendar(chart, days, lang, options),
    });
    lines
}

/// The columns beside the bars.
struct Layout {
    /// The width of the labels.
    label: usize,
    /// The width of each figure.
    figures: Vec<usize>,
    /// The room for the bar.
    room: usize,
}

fn bars(side: &str, parts: &[Part], bars: &[Bar], options: Options) -> Vec<String> {
    let marks = marks(parts, options.style);
    let headings: Vec<_> =
        parts.iter().map(|part| Content::Words(pieces(&inert_line(&part.label)))).collect();
    let layout = layout(side, bars, &headings, options.width);
    let mut lines = head(side, &headings, &marks, &layout);
    let rule = options.style.rule();
    let wide = std::iter::once(&layout.label).chain(&layout.figures);
    let rules = wide.map(|wide| rule.repeat(*wide));
    lines.push(rules.collect::<Vec<_>>().join(GAP));
    let most = bars.iter().map(|bar| sum(&bar.values)).max().unwrap_or(0);
    for bar in bars {
        let shares = shares(&bar.values, most, layout.room);
        let drawn: String = shares
            .iter()
            .zip(parts.iter().zip(&marks))
            .filter(|(share, _)| **share > 0)
            .map(|(share, (part, mark))| {
                painted(&mark.to_string().repeat(*share), part.hue, options)
            })
            .collect();
        let figures = bar.values.iter().map(ToString::to_string);
        let mut figures: Vec<_> =
            figures.zip(&layout.figures).map(|(figure, wide)| right(&figure, *wide)).collect();
        figures.push(drawn);
        for (place, label) in wrap::lines(&inert_line(&bar.label), layout.label).iter().enumerate()
        {
            let label = left(label, layout.label);
            let beside = if place == 0 { figures.join(GAP) } else { String::new() };
            lines.push(format!("{label}{GAP}{beside}").trim_end().to_owned());
        }
    }
    lines
}

fn layout(side: &str, bars: &[Bar], headings: &[Content], whole: usize) -> Layout {
    let labels = bars.iter().map(|bar| width(&inert_line(&bar.label)));
    let label =
        labels.chain([width(&inert_line(side))]).max().unwrap_or(0).clamp(4, (whole / 3).max(12));
    let figure = |(place, heading): (usize, &Content)| {
        let values = bars.iter().filter_map(|bar| bar.values.get(place));
        let digits = values.map(|value| value.to_string().len()).max().unwrap_or(1);
        digits.max(heading.widest_word())
    };
    let figures: Vec<_> = headings.iter().enumerate().map(figure).collect();
    let beside: usize = figures.iter().map(|wide| wide + GAP.len()).sum();
    let room = whole.saturating_sub(label + beside + GAP.len()).max(ROOM);
    Layout { label, figures, room }
}

/// The headings, their last lines above each other, and below each figure the mark that stands for it in the bar.
fn head(side: &str, headings: &[Content], marks: &[char], layout: &Layout) -> Vec<String> {
    let headings: Vec<_> =
        headings.iter().zip(&layout.figures).map(|(heading, wide)| heading.lines(*wide)).collect();
    let sides = wrap::lines(&inert_line(side), layout.label);
    let high = headings.iter().map(Vec::len).chain([sides.len()]).max().unwrap_or(1);
    let line = |place: usize| {
        let of = |lines: &[String]| {
            let before = high - lines.len();
            place.checked_sub(before).and_then(|at| lines.get(at)).cloned().unwrap_or_default()
        };
        let figures = headings.iter().zip(&layout.figures);
        let figures = figures.map(|(lines, wide)| right(&of(lines), *wide));
        [left(&of(&sides), layout.label)].into_iter().chain(figures).collect::<Vec<_>>().join(GAP)
    };
    let marks =
        marks.iter().zip(&layout.figures).map(|(mark, wide)| right(&mark.to_string(), *wide));
    let marks = [left("", layout.label)].into_iter().chain(marks).collect::<Vec<_>>().join(GAP);
    (0..high).map(line).chain([marks]).map(|line| line.trim_end().to_owned()).collect()
}

fn marks(parts: &[Part], style: Style) -> Vec<char> {
    let set = of_style(style, &MARKS);
    let mut next = 0;
    let mut mark = |part: &Part| {
        if part.hue == Some(Hue::Red) {
            return CALLING;
        }
        next += 1;
        set[(next - 1) % set.len()]
    };
    parts.iter().map(&mut mark).collect()
}

fn of_style<const N: usize>(style: Style, sets: &([char; N], [char; N])) -> [char; N] {
    match style {
        Style::Unicode => sets.0,
        Style::Ascii => sets.1,
    }
}

fn sum(values: &[i64]) -> u64 {
    values.iter().map(|value| u64::try_from(*value).unwrap_or(0)).fold(0, u64::saturating_add)
}

/// How many marks each part of a bar gets: one or more for each that is counted where there is room, else in
/// proportion, but never none for what is there.
fn shares(values: &[i64], most: u64, room: usize) -> Vec<usize> {
    let room = room as u64;
    let each = room.checked_div(most).unwrap_or(0).min(EACH as u64);
    let share = |value: &i64| {
        let value = u64::try_from(*value).unwrap_or(0);
        let marks = if each > 0 {
            value * each
        } else {
            let marks = u128::from(value) * u128::from(room) / u128::from(most.max(1));
            u64::try_from(marks).unwrap_or(room).max(u64::from(value > 0))
        };
        usize::try_from(marks).unwrap_or(0)
    };
    values.iter().map(share).collect()
}

/// A line for each: its first figure, its marks from day to day, its last figure; the days stand above.
fn course(lines: &[Part], days: &[(Day, Vec<i64>)], options: Options) -> Vec<String> {
    let (Some((first, from)), Some((last, until))) = (days.first(), days.last()) else {
        return Vec::new();
    };
    let (first, last) = (first.to_string(), last.to_string());
    let labels = lines.iter().map(|line| width(&inert_line(&line.label))).max().unwrap_or(0);
    let label = labels.min((options.width / 3).max(12));
    let beside = label + first.len() + last.len() + 3 * GAP.len();
    let room = options.width.saturating_sub(beside).max(ROOM).min(days.len());
    let most = days.iter().flat_map(|(_, values)| values).copied().max().unwrap_or(0);
    let blank = " ".repeat(room);
    let mut drawn = vec![format!("{}{GAP}{first}{GAP}{blank}{GAP}{last}", left("", label))];
    for (place, line) in lines.iter().enumerate() {
        let value = |values: &[i64]| values.get(place).copied().unwrap_or(0);
        // The first and the last day are always among those that are shown.
        let at =
            |mark: usize| &days[if room > 1 { mark * (days.len() - 1) / (room - 1) } else { 0 }].1;
        let marks = (0..room).map(|mark| level(value(at(mark)), most, options.style));
        let marks = painted(&marks.collect::<String>(), line.hue, options);
        let figure = |values: &[i64], wide: usize| right(&value(values).to_string(), wide);
        for (row, text) in wrap::lines(&inert_line(&line.label), label).iter().enumerate() {
            let text = left(text, label);
            drawn.push(if row == 0 {
                let (before, behind) = (figure(from, first.len()), figure(until, last.len()));
                format!("{text}{GAP}{before}{GAP}{marks}{GAP}{behind}")
            } else {
                text.trim_end().to_owned()
            });
        }
    }
    drawn
}

fn level(value: i64, most: i64, style: Style) -> char {
    let levels = of_style(style, &LEVELS);
    let (value, most) = (i128::from(value.max(0)), i128::from(most.max(1)));
    let top = levels.len() - 1;
    // What is there is seen to be more than nothing.
    let place = (value * top as i128 + most - 1) / most;
    levels[usize::try_from(place).unwrap_or(0).min(top)]
}

/// A day a row, with its day of the week.
fn calendar(chart: &Chart, days: &[DueDay], lang: Lang, options: Options) -> Vec<String> {
    let columns = [(&chart.side, ColumnKind::Id), (&chart.title, ColumnKind::Text)];
    let columns = columns.map(|(heading, kind)| Column::new(heading.clone(), kind));
    let mut grid = Grid::new(columns.into());
    for due in days {
        let day = words::full_day(lang, due.day);
        let day =
            due.hue.map_or_else(|| Cell::Text(day.clone()), |hue| Cell::Lit(day.clone(), hue));
        grid.push(vec![day, due.what.join("\n").into()]);
    }
    table::grid(&grid, lang, options)
}

fn painted(text: &str, hue: Option<Hue>, options: Options) -> String {
    match hue.filter(|_| options.color).map(style) {
        Some(style) => format!("{style}{text}{style:#}"),
        None => text.to_owned(),
    }
}

fn left(text: &str, wide: usize) -> String {
    format!("{text}{}", " ".repeat(wide.saturating_sub(width(text))))
}

fn right(text: &str, wide: usize) -> String {
    format!("{}{text}", " ".repeat(wide.saturating_sub(width(text))))
}

#[cfg(test)]
mod tests {
    use super::{Options, Style, chart, shares};
    use crate::domain::book::Lang;
    use crate::domain::day::Day;
    use crate::render::document::{Bar, Chart, ChartKind, DueDay, Hue, Part};

    fn part(label: &str, hue: Option<Hue>) -> Part {
        Part { label: label.into(), hue }
    }

    fn bars() -> Chart {
        let parts = vec![
            part("已销号", Some(Hue::Green)),
            part("待销号", None),
            part("逾期", Some(Hue::Red)),
        ];
        let bar =
            |label: &str, values: [i64; 3]| Bar { label: label.into(), values: values.into() };
        let bars = vec![bar("基层卫生股", [5, 1, 2]), bar("甲\u{1b}", [0, 0, 1])];
        Chart { title: String::new(), side: "单位".into(), kind: ChartKind::Bars { parts, bars } }
    }

    fn drawn(chart: &Chart, options: Options) -> String {
        super::chart(chart, Lang::Zh, options).join("\n")
    }

    #[test]
    fn bars_stand_beside_their_figures() {
        let options = Options { width: 60, ..Options::default() };
        assert_eq!(
            drawn(&bars(), options),
            "单位        已销号  待销号  逾期\n\
             \x20                █       ▓     !\n\
             ──────────  ──────  ──────  ────\n\
             基层卫生股       5       1     2  ███████████████▓▓▓!!!!!!\n\
             甲\\u{1b}         0       0     1  !!!"
        );
    }

    #[test]
    fn a_plain_console_has_plain_marks() {
        let options = Options { width: 50, style: Style::Ascii, color: false };
        let text = drawn(&bars(), options);
        assert!(
            text.contains("  ##########++!!!!") && !text.contains(['█', '─', '\u{1b}']),
            "{text}"
        );
    }

    #[test]
    fn colours_lie_on_the_marks_only() {
        let options = Options { width: 50, color: true, ..Options::default() };
        let text = drawn(&bars(), options);
        assert!(text.contains("\u{1b}[32m██"), "{text}");
        assert!(text.contains("\u{1b}[1m\u{1b}[31m!!"), "{text}");
    }

    #[test]
    fn what_is_there_is_seen_and_a_bar_is_no_longer_than_its_room() {
        assert_eq!(shares(&[5, 1], 6, 30), [20, 4]);
        assert_eq!(shares(&[999, 1, 0], 1000, 20), [19, 1, 0]);
        assert_eq!(shares(&[0, 0], 0, 20), [0, 0]);
        assert_eq!(shares(&[i64::MAX], u64::MAX / 2, 20), [20]);
    }

    #[test]
    fn a_course_shows_its_ends_and_how_it_went() {
        let day = |day| Day::new(2022, 10, day).unwrap();
        let days = (1..=8).map(|at| (day(at), vec![i64::from(at) - 1, 7])).collect();
        let lines = vec![part("已销号", None), part("总数", None)];
        let kind = ChartKind::Course { lines, days };
        let course = Chart { title: "进度".into(), side: "日期".into(), kind };
        assert_eq!(
            drawn(&course, Options::default()),
            "进度\n\
             \x20       2022-10-01            2022-10-08\n\
             已销号           0  ▁▂▃▄▅▆▇█           7\n\
             总数             7  ████████           7"
        );
        let kind = ChartKind::Course { lines: Vec::new(), days: Vec::new() };
        assert_eq!(drawn(&Chart { kind, ..course }, Options::default()), "进度");
    }

    #[test]
    fn a_calendar_is_a_list_of_days() {
        let due = |what: &[&str]| DueDay {
            day: Day::new(2022, 10, 31).unwrap(),
            what: what.iter().map(|what| (*what).to_owned()).collect(),
            hue: Some(Hue::Yellow),
        };
        let kind = ChartKind::Calendar(vec![due(&["签约", "收费"])]);
        let calendar = Chart { title: "到期".into(), side: "日期".into(), kind };
        let text = chart(&calendar, Lang::Zh, Options::default()).join("\n");
        assert!(text.contains("2022-10-31（星期一）  签约\n"), "{text}");
        assert!(text.ends_with("收费"), "{text}");
    }
}
