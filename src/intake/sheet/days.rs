//! Days as people and programs write them in cells. What can be read in two ways is read in none.

use super::headers::half_width;
use super::terms::DateOrder;
use crate::complaint::BadCell;
use crate::domain::day::Day;
use crate::domain::limit::MONTHS;

/// What a cell says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayRead {
    Day(Day),
    /// A day, but none that can be taken.
    Wrong(BadCell),
    /// Other words.
    Words,
}

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Serial numbers of the days from 1990 to 2099, counted from 1899-12-30.
const SERIALS: std::ops::RangeInclusive<u32> = 32_874..=73_050;

/// Reads a whole day: `2022-10-30`, `2022/10/30`, `2022.10.30`, `2022年10月30日`, `20221030`, `30-Oct-2022`, any of them
/// with a time behind it; `10/30/2022` in the order given.
pub(super) fn read(cell: &str, order: Option<DateOrder>) -> DayRead {
    let half: String = cell.trim().chars().map(half_width).collect();
    let date = without_time(&half);
    let bare: String = date.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.strip_suffix(['日', '号']).unwrap_or(&bare);
    let found = year_first(bare)
        .or_else(|| compact(bare))
        .or_else(|| in_order(bare, order))
        .or_else(|| with_month_name(date))
        .or_else(|| serial(bare));
    found.or_else(|| limited(bare)).unwrap_or(DayRead::Words)
}

/// Reads a whole day that needs no order of dates.
pub(in crate::intake) fn day(cell: &str) -> Option<Day> {
    match read(cell, None) {
        DayRead::Day(day) => Some(day),
        DayRead::Wrong(_) | DayRead::Words => None,
    }
}

/// A time has a colon, and stands behind a blank or, in ISO, behind `T`.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((date, time))
            if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            date
        }
        _ => cell,
    }
}

fn number(digits: &str, least: usize, most: usize) -> Option<u32> {
    let good =
        (least..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| digits.parse().ok()).flatten()
}

/// The day, or that there is none.
fn made(year: u32, month: u32, day: u32) -> DayRead {
    let day = i32::try_from(year).ok().and_then(|year| Day::new(year, month, day));
    match day {
        Some(day) if day.is_plausible() => DayRead::Day(day),
        Some(_) => DayRead::Wrong(BadCell::Day),
        None => DayRead::Wrong(BadCell::NoSuchDay),
    }
}

/// Three figures with the same sign between them.
fn three(date: &str) -> Option<[&str; 3]> {
    [('-', '-'), ('/', '/'), ('.', '.'), ('年', '月')].into_iter().find_map(|(first, second)| {
        let (one, rest) = date.split_once(first)?;
        let (two, three) = rest.split_once(second)?;
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        [one, two, three].into_iter().all(digits).then_some([one, two, three])
    })
}

fn year_first(date: &str) -> Option<DayRead> {
    let [year, month, day] = three(date)?;
    Some(made(number(year, 4, 4)?, number(month, 1, 2)?, number(day, 1, 2)?))
}

fn compact(date: &str) -> Option<DayRead> {
    let whole = number(date, 8, 8)?;
    let day = made(whole / 10_000, whole / 100 % 100, whole % 100);
    matches!(day, DayRead::Day(_)).then_some(day)
}

/// Figures of which none must be the year.
fn in_order(date: &str, order: Option<DateOrder>) -> Option<DayRead> {
    let [one, two, three] = three(date)?;
    let figures = [number(one, 1, 2)?, number(two, 1, 2)?];
    let last = number(three, 1, 4)?;
    let [year, month, day] = match order {
        None => return Some(DayRead::Wrong(BadCell::DayOrder)),
        Some(DateOrder::MonthDayYear) => [last, figures[0], figures[1]],
        Some(DateOrder::DayMonthYear) => [last, figures[1], figures[0]],
        Some(DateOrder::YearMonthDay) => [figures[0], figures[1], last],
    };
    let year_written = if order == Some(DateOrder::YearMonthDay) { one } else { three };
    let day_written = if order == Some(DateOrder::YearMonthDay) { three } else { two };
    if !matches!(year_written.len(), 2 | 4) || day_written.len() > 2 {
        return Some(DayRead::Wrong(BadCell::NotInOrder));
    }
    Some(made(century(year), month, day))
}

/// Two figures of a year are of this century: nothing that is still to be rectified is older.
fn century(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

/// `15-Nov-2016`, `15 November 2016`, `Nov. 15th, 2016`, with or without the day of the week.
fn with_month_name(date: &str) -> Option<DayRead> {
    let lower = date.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | ',' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let words = match words.as_slice() {
        [first, rest @ ..] if name(first, &WEEKDAYS).is_some() => rest,
        all => all,
    };
    let [first, second, year] = words else { return None };
    let (month, day) = match (name(first, &MONTHS), name(second, &MONTHS)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|it| day.strip_suffix(it)).unwrap_or(day);
    let year = number(year, 2, 2).or_else(|| number(year, 4, 4))?;
    Some(made(century(year), month, number(day, 1, 2)?))
}

/// The place of a name, from 1, of which at least three letters are written; a limit, which is
/// running text, takes three, four or all.
fn name(word: &str, names: &[&str]) -> Option<u32> {
    let place = names.iter().position(|name| word.len() >= 3 && name.starts_with(word))?;
    u32::try_from(place + 1).ok()
}

fn serial(cell: &str) -> Option<DayRead> {
    let whole = cell.split_once('.').map_or(cell, |(whole, _)| whole);
    let fraction = &cell[whole.len()..];
    let plain = fraction.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    let known = number(whole, 5, 5).is_some_and(|number| SERIALS.contains(&number));
    (plain && known).then_some(DayRead::Wrong(BadCell::SerialDay))
}

/// A whole day with 前 behind it is for the reader of limits, unless there is no such day.
fn limited(date: &str) -> Option<DayRead> {
    let bare = date.strip_suffix('前')?;
    let bare = bare.strip_suffix(['之', '以']).unwrap_or(bare);
    let day = year_first(bare.strip_suffix(['日', '号']).unwrap_or(bare))?;
    matches!(day, DayRead::Wrong(_)).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::{BadCell, DateOrder, Day, DayRead, read};

    fn day(cell: &str, order: Option<DateOrder>) -> Option<Day> {
        match read(cell, order) {
            DayRead::Day(day) => Some(day),
            DayRead::Wrong(_) | DayRead::Words => None,
        }
    }

    #[test]
    fn a_whole_day_is_read_however_it_is_written() {
        for cell in [
            "2022-10-30",
            "2022/10/30",
            " 2022.10.30 ",
            "2022年10月30日",
            "2022 年 10 月 30 日",
            "２０２２－１０－３０",
            "2022-10-30 00:00:00",
            "2022-10-30T08:00:00.000Z",
            "2022年10月30日 8:00",
            "20221030",
            "30-Oct-2022",
            "30-oct-22",
            "30 October 2022",
            "October 30th, 2022",
            "Sunday, Oct. 30, 2022",
        ] {
            assert_eq!(day(cell, None), Day::new(2022, 10, 30), "{cell}");
        }
        assert_eq!(day("2022/1/5", None), Day::new(2022, 1, 5));
        for words in [
            "10月30日",
            "2022年10月",
            "2022年10月30日前",
            "2022-10/30",
            "立行立改",
            "Spring 2025",
            "",
        ] {
            assert_eq!(read(words, None), DayRead::Words, "{words}");
        }
    }

    #[test]
    fn the_order_of_a_date_is_said_and_never_guessed() {
        let orders =
            [DateOrder::MonthDayYear, DateOrder::DayMonthYear, DateOrder::YearMonthDay].map(Some);
        for (cell, expected) in [
            ("10/30/2022", orders[0]),
            ("10-30-22", orders[0]),
            ("30/10/2022", orders[1]),
            ("30.10.22", orders[1]),
            ("22/10/30", orders[2]),
        ] {
            assert_eq!(read(cell, None), DayRead::Wrong(BadCell::DayOrder), "{cell}");
            for order in orders {
                let is_day = day(cell, order) == Day::new(2022, 10, 30);
                assert_eq!(is_day, order == expected, "{cell} {order:?}");
            }
        }
        let wrong = |cell, order| read(cell, order) == DayRead::Wrong(BadCell::NoSuchDay);
        assert!(wrong("30/10/2022", orders[0]));
        assert_eq!(read("10/30/2022", orders[2]), DayRead::Wrong(BadCell::NotInOrder));
        assert_eq!(day("05/13/2021 07:08:28", orders[0]), Day::new(2021, 5, 13));
        assert_eq!(day("2022/10/30", orders[0]), Day::new(2022, 10, 30));
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        for (cell, why) in [
            ("31-Nov-2016", BadCell::NoSuchDay),
            ("2022-13-01", BadCell::NoSuchDay),
            ("2022年2月30日", BadCell::NoSuchDay),
            ("2022年11月31日前", BadCell::NoSuchDay),
            ("45920", BadCell::SerialDay),
            ("45920.5", BadCell::SerialDay),
            ("1905-03-01", BadCell::Day),
        ] {
            assert_eq!(read(cell, None), DayRead::Wrong(why), "{cell}");
        }
    }
}
