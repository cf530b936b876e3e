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

/// The keys that commands made, under the names that the text of a sequence has for them: `<12.0>` is the first key
/// that step 12 made.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys(BTreeMap<String, String>);

impl Keys {
    /// Learns the keys that a step made, and returns the numbers of the problems that have them.
    pub(crate) fn learn(&mut self, step: usize, seen: &[Seen]) -> Vec<u64> {
        let keys = seen.iter().flat_map(|seen| seen.keys.iter().map(|key| (seen.no, key)));
        let known: Vec<_> = self.0.values().cloned().collect();
        let fresh = keys.filter(|(_, key)| !known.contains(key)).enumerate();
        let learnt = fresh.map(|(place, (no, key))| {
            self.0.insert(format!("<{step}.{place}>"), key.clone());
            no
        });
        learnt.collect()
    }

    /// The name of a key; the key itself where no command made it.
    pub(crate) fn name(&self, key: &str) -> String {
        let known = self.0.iter().find(|(_, known)| *known == key);
        known.map_or_else(|| key.to_owned(), |(name, _)| name.clone())
    }

    /// The words with the keys that they name, or nothing where one was never made.
    pub(crate) fn put_into(&self, words: &[String]) -> Option<Vec<String>> {
        let put = |word: &String| {
            if word.starts_with('<') { self.0.get(word).cloned() } else { Some(word.clone()) }
        };
        words.iter().map(put).collect()
    }
}
