//! Working days, held against a slow and plain way to count them, and against a package of other hands.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use std::collections::BTreeSet;
use std::process::Command;

use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::{Day, Weekday};

/// How many working days are added at most.
const MOST: u32 = 60;

fn calendar() -> Calendar {
    Calendar::with(&CalendarAdditions::default())
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

/// All days from the first of 2004 to the last of `year`.
fn days_to(year: i32) -> impl Iterator<Item = Day> {
    let last = day(year, 12, 31);
    std::iter::successors(Some(day(2004, 1, 1)), |day| Some(day.plus_days(1)))
        .take_while(move |day| *day <= last)
}

/// The plain way: the data file read anew, a set of days, and a look at each day.
struct Plain {
    off: BTreeSet<Day>,
    worked: BTreeSet<Day>,
}

impl Plain {
    fn read() -> Self {
        let (mut off, mut worked) = (BTreeSet::new(), BTreeSet::new());
        for line in include_str!("../src/domain/calendar/years.csv").lines() {
            let cells: Vec<&str> = line.split(',').collect();
            let Ok(year) = cells[0].parse::<i32>() else { continue };
            let of = |run: &str| {
                let (month, day) = run.split_once('-').unwrap();
                self::day(year, month.parse().unwrap(), day.parse().unwrap())
            };
            for (set, cell) in [(&mut off, cells[1]), (&mut worked, cells[2])] {
                for run in cell.split_whitespace() {
                    let (first, last) = run.split_once("..").unwrap_or((run, run));
                    let mut day = of(first);
                    while day <= of(last) {
                        set.insert(day);
                        day = day.plus_days(1);
                    }
                }
            }
        }
        Self { off, worked }
    }

    fn is_working(&self, day: Day) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if weekend { self.worked.contains(&day) } else { !self.off.contains(&day) }
    }
}

#[test]
fn working_days_added_and_counted_back_agree_with_the_plain_way_on_every_day() {
    let (calendar, plain) = (calendar(), Plain::read());
    let mut worked: Vec<(Day, bool)> =
        days_to(2027).map(|day| (day, plain.is_working(day))).collect();
    worked.sort_unstable();
    for (place, (start, is_working)) in worked.iter().enumerate() {
        assert_eq!(calendar.is_working(*start), *is_working, "{start}");
        if start.year() > 2026 {
            continue;
        }
        assert_eq!(calendar.plus_working_days(*start, 0), *start);
        let later = worked[place + 1..].iter().filter(|(_, is_working)| *is_working);
        for (count, (end, _)) in (1..=MOST).zip(later) {
            assert_eq!(calendar.plus_working_days(*start, count), *end, "{start} + {count}");
            assert_eq!(calendar.working_days_until(*start, *end), count, "{start} to {end}");
        }
    }
}

#[test]
fn the_nearest_working_day_is_found_like_in_the_plain_way() {
    let (calendar, plain) = (calendar(), Plain::read());
    for start in days_to(2026) {
        let (mut later, mut earlier) = (start, start);
        while !plain.is_working(later) {
            later = later.plus_days(1);
        }
        while !plain.is_working(earlier) {
            earlier = earlier.plus_days(-1);
        }
        assert_eq!(calendar.working_from(start), later, "{start}");
        assert_eq!(calendar.working_until(start), earlier, "{start}");
    }
}

#[test]
fn days_that_no_book_may_name_are_counted_too() {
    let calendar = calendar();
    for (start, end) in [
        (day(1801, 1, 1), day(1801, 1, 8)),   // a Thursday
        (day(2999, 12, 31), day(3000, 1, 7)), // a Tuesday
    ] {
        assert_eq!(calendar.plus_working_days(start, 5), end, "{start}");
        assert_eq!(calendar.working_days_until(start, end), 5, "{start}");
    }
    let (start, end) = (day(1989, 12, 20), day(1990, 1, 3)); // over the edge of the days that have a bit
    assert_eq!(calendar.working_days_until(start, end), 10);
    assert_eq!(calendar.working_days_until(end, start), 0);
}

#[test]
fn the_three_years_that_the_notices_print_are_those_of_the_notices() {
    // The notices of 2023-10-25, 2024-11-12 and 2025-11-04, day by day: weekdays off, then weekend days worked.
    let notices: [Notice; 3] = [
        (
            2024,
            &[
                (1, &[1]),
                (2, &[12, 13, 14, 15, 16]),
                (4, &[4, 5]),
                (5, &[1, 2, 3]),
                (6, &[10]),
                (9, &[16, 17]),
                (10, &[1, 2, 3, 4, 7]),
            ],
            &[(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)],
        ),
        (
            2025,
            &[
                (1, &[1, 28, 29, 30, 31]),
                (2, &[3, 4]),
                (4, &[4]),
                (5, &[1, 2, 5]),
                (6, &[2]),
                (10, &[1, 2, 3, 6, 7, 8]),
            ],
            &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
        ),
        (
            2026,
            &[
                (1, &[1, 2]),
                (2, &[16, 17, 18, 19, 20, 23]),
                (4, &[6]),
                (5, &[1, 4, 5]),
                (6, &[19]),
                (9, &[25]),
                (10, &[1, 2, 5, 6, 7]),
            ],
            &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
        ),
    ];
    let calendar = calendar();
    for (year, off, worked) in notices {
        for day in days_to(year).filter(|day| day.year() == year) {
            let of_month =
                |(month, days): &(u32, &[u32])| *month == day.month() && days.contains(&day.day());
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let expected = if weekend {
                worked.contains(&(day.month(), day.day()))
            } else {
                !off.iter().any(of_month)
            };
            assert_eq!(calendar.is_working(day), expected, "{day}");
        }
    }
}

/// The days off of a year, by their months.
type Off = &'static [(u32, &'static [u32])];

/// A year, its weekdays off and its weekend days worked.
type Notice = (i32, Off, &'static [(u32, u32)]);

/// Prints `2004-01-01 0` for every day that the package knows.
const ASK: &str = "\
import datetime, chinese_calendar
day = datetime.date(2004, 1, 1)
while day.year <= 2026:
    print(day, int(chinese_calendar.is_workday(day)))
    day += datetime.timedelta(1)";

#[test]
fn a_package_of_other_hands_says_the_same_of_every_day() {
    let asked = Command::new("python3").args(["-c", ASK]).output();
    let Some(asked) = asked.ok().filter(|asked| asked.status.success()) else {
        eprintln!("skipped: Python's chinese_calendar is not here (pip install chinesecalendar)");
        return;
    };
    let (calendar, said) = (calendar(), String::from_utf8(asked.stdout).unwrap());
    let mut lines = said.lines();
    for day in days_to(2026) {
        let expected = format!("{day} {}", u8::from(calendar.is_working(day)));
        assert_eq!(lines.next(), Some(expected.as_str()));
    }
    assert_eq!(lines.next(), None);
}
