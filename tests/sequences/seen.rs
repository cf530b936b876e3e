//! What a clerk sees of the ledger before typing the next command.

use std::collections::BTreeMap;

use ledger::domain::day::Day;
use serde_json::Value;

/// A problem, as `show -O json` tells it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) no: u64,
    pub(crate) state: String,
    pub(crate) duty: bool,
    /// The numbers of its measures, and whether each is reported.
    pub(crate) measures: Vec<(u64, bool)>,
    pub(crate) indicators: Vec<String>,
    /// The keys of its entries.
    pub(crate) keys: Vec<String>,
    pub(crate) last_day: Option<Day>,
    pub(crate) found: Option<Day>,
}

impl Seen {
    /// Reads what `show` tells of all problems.
    pub(crate) fn all(shown: &Value) -> Vec<Self> {
        shown["problems"].as_array().unwrap().iter().map(Self::of).collect()
    }

    fn of(problem: &Value) -> Self {
        let list = |name: &str| problem[name].as_array().unwrap().iter();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let day = |value: &Value| value.as_str().and_then(Day::from_iso);
        Self {
            no: problem["id"].as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap(),
            state: text(&problem["state"]),
            duty: problem["kind"] == "duty",
            measures: list("measures")
                .map(|measure| (measure["no"].as_u64().unwrap(), measure["reported"].is_string()))
                .collect(),
            indicators: list("indicators").map(|indicator| text(&indicator["name"])).collect(),
            keys: list("entries").map(|entry| text(&entry["key"])).collect(),
            last_day: day(&problem["last_day"]),
            found: day(&problem["found"]),
        }
    }
}

/// The keys that commands printed, under the names that the text of a sequence has for them: `<12.0>` is the first key
/// that step 12 printed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys(BTreeMap<String, String>);

impl Keys {
    /// Learns from lines such as `2022-inspection/7 k7q2m9`.
    pub(crate) fn learn(&mut self, step: usize, out: &str) {
        for (place, line) in out.lines().enumerate() {
            if let Some((_, key)) = line.split_once(' ') {
                self.0.insert(format!("<{step}.{place}>"), key.to_owned());
            }
        }
    }

    /// The name of a key; the key itself where no command printed it.
    pub(crate) fn name(&self, key: &str) -> String {
        let known = self.0.iter().find(|(_, known)| *known == key);
        known.map_or_else(|| key.to_owned(), |(name, _)| name.clone())
    }

    /// The words with the keys that they name, or nothing where one was never printed.
    pub(crate) fn put_into(&self, words: &[String]) -> Option<Vec<String>> {
        let put = |word: &String| match word.starts_with('<') {
            true => self.0.get(word).cloned(),
            false => Some(word.clone()),
        };
        words.iter().map(put).collect()
    }
}
