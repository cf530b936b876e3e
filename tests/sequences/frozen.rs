//! What was printed on a day is printed again later for that day, to the letter, unless something was entered for it since.

use ledger::domain::day::Day;
use serde_json::Value;

use crate::life::Fault;
use crate::office::{LEDGER, Office};
use crate::seen::Seen;

/// Formats of every report.
const FORMATS: [&str; 4] = ["table", "json", "csv", "md"];

/// Something that was entered for an earlier day.
#[derive(Debug, Clone)]
pub(crate) struct Late {
    /// The first day of which it changes the picture.
    from: Day,
    /// When it was entered.
    entered: Day,
    /// The problems that were entered, or of which measures and entries were.
    ids: Vec<String>,
}

impl Late {
    /// What a command that was accepted changed of earlier days; `made` are the problems that have new entries, `seen` are
    /// all problems as they stood before it.
    pub(crate) fn of(words: &[String], made: &[u64], entered: Day, seen: &[Seen]) -> Option<Self> {
        let after = |option: &str| {
            let place = words.iter().position(|word| word == option)?;
            Day::from_iso(words.get(place + 1)?)
        };
        let issued = Day::new(2022, 9, 23).unwrap();
        let (from, numbers) = match words[0].as_str() {
            "add" => (after("--found").unwrap_or(issued), vec![seen.len() as u64 + 1]),
            "measure" => {
                let no: u64 = words[1].parse().unwrap();
                let problem = seen.iter().find(|seen| seen.no == no).unwrap();
                let found = problem.found.unwrap_or(issued);
                let first = if problem.keys.is_empty() { found } else { entered };
                (after("--since").unwrap_or(first).max(found), vec![no])
            }
            _ => (after("--on").unwrap_or(entered), made.to_vec()),
        };
        let ids = numbers.iter().map(|no| format!("{LEDGER}/{no}")).collect();
        (from < entered).then_some(Self { from, entered, ids })
    }

    fn touches(&self, day: Day) -> bool {
        self.from <= day && day < self.entered
    }
}

/// A page that was printed.
#[derive(Debug)]
struct Page {
    day: Day,
    words: Vec<String>,
    text: String,
}

/// All pages that were printed.
#[derive(Debug, Default)]
pub(crate) struct Pages(Vec<Page>);

impl Pages {
    /// The command that shows all problems.
    pub(crate) fn show(problems: usize) -> Vec<String> {
        let ids = (1..=problems).map(|no| no.to_string());
        std::iter::once("show".to_owned()).chain(ids).collect()
    }

    fn reports(problems: usize) -> Vec<Vec<String>> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        vec![words(&["summary"]), words(&["overdue"]), words(&["list"]), Self::show(problems)]
    }

    /// Looks at one report in one format after the other, one at each step.
    pub(crate) fn look(
        office: &Office,
        today: &str,
        problems: usize,
        step: usize,
    ) -> Result<(), Fault> {
        let reports = Self::reports(problems);
        let mut words = reports[step % reports.len()].clone();
        let format = FORMATS[(step / reports.len()) % FORMATS.len()];
        words.extend(["-O".to_owned(), format.to_owned()]);
        asked(office, &words, today).map(|_| ())
    }

    /// Prints all reports at the end of a day.
    pub(crate) fn print(
        &mut self,
        office: &Office,
        day: Day,
        problems: usize,
    ) -> Result<(), Fault> {
        let reports = Self::reports(problems);
        let tables = [&reports[0], &reports[3]].map(|report| (report, "table"));
        for (report, format) in reports.iter().map(|report| (report, "json")).chain(tables) {
            let mut words = report.clone();
            words.extend(["-O".to_owned(), format.to_owned()]);
            let text = asked(office, &words, &day.to_string())?;
            self.0.push(Page { day, words, text });
        }
        self.agree(day)
    }

    /// The reports of a day tell the same of it.
    fn agree(&self, day: Day) -> Result<(), Fault> {
        let report = |report: &str| {
            let mut pages = self.0.iter().filter(|page| page.day == day && page.words[0] == report);
            pages.find_map(|page| serde_json::from_str::<Value>(&page.text).ok()).unwrap()
        };
        let of_duties = report("summary")["duties"]["totals"].clone();
        let [summary, overdue, list] =
            ["summary", "overdue", "list"].map(|name| report(name)["totals"].clone());
        let states = ["open", "awaiting", "closed", "suspended", "transferred", "withdrawn"];
        let sum: u64 = states.iter().filter_map(|state| summary[state].as_u64()).sum();
        let figure = |name: &str| summary[name].as_u64().unwrap();
        // Duties enter no figure of the problems, and have columns of their own.
        let both = |name: &str| figure(name) + of_duties[name].as_u64().unwrap();
        let agree = [
            (sum, &summary["total"], "the states add up to all"),
            (figure("overdue"), &overdue["problems"], "overdue problems"),
            (sum, &list["problems"], "all problems"),
            (both("late_measures"), &overdue["measures"], "late measures"),
            (both("review_overdue"), &overdue["reviews"], "reviews overdue"),
            (both("relapsed"), &overdue["relapsed"], "relapsed problems"),
        ];
        for (one, other, what) in agree {
            if other.as_u64() != Some(one) {
                let what =
                    format!("{day}: {what}: {one} and {other}\n{summary}\n{overdue}\n{list}");
                return Err(Fault::new(what, None));
            }
        }
        Ok(())
    }

    /// Prints all pages again, and compares.
    pub(crate) fn compare(&self, office: &Office, late: &[Late]) -> Result<(), Fault> {
        for page in &self.0 {
            let now = asked(office, &page.words, &page.day.to_string())?;
            let touching: Vec<_> = late.iter().filter(|late| late.touches(page.day)).collect();
            if touching.is_empty() && now != page.text {
                let Page { day, words, text } = page;
                let what = format!(
                    "nothing was entered for {day} or before since then, and yet `{}` prints\n{now}instead of\n{text}",
                    words.join(" ")
                );
                return Err(Fault::new(what, None));
            }
            marked(page, &now, &touching)?;
        }
        Ok(())
    }
}

/// A report names the problems of which anything was entered later, and no others.
fn marked(page: &Page, now: &str, touching: &[&Late]) -> Result<(), Fault> {
    let Ok(now) = serde_json::from_str::<Value>(now) else { return Ok(()) };
    let Some(marked) = now["entered_later"]["ids"].as_array() else { return Ok(()) };
    let marked: Vec<_> = marked.iter().filter_map(Value::as_str).collect();
    let number = |id: &str| id.rsplit('/').next().unwrap().to_owned();
    let asked = |id: &&str| page.words[0] != "show" || page.words.contains(&number(id));
    let ids = touching.iter().flat_map(|late| &late.ids).map(String::as_str);
    let mut expected: Vec<_> = ids.filter(asked).collect();
    expected.sort_by_key(|id| number(id).parse::<u64>().unwrap());
    expected.dedup();
    if marked == expected {
        return Ok(());
    }
    let what = format!(
        "`{} --today {}` marks {marked:?} as entered later, not {expected:?}",
        page.words.join(" "),
        page.day
    );
    Err(Fault::new(what, None))
}

fn asked(office: &Office, words: &[String], today: &str) -> Result<String, Fault> {
    let said = office.run(words, today);
    if said.status == 0 && said.err.is_empty() {
        return Ok(said.out);
    }
    Err(Fault::new(format!("`{} --today {today}` cannot be had", words.join(" ")), Some(said)))
}
