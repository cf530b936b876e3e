//! Merging once more, slowly and by other means: on the tables that a TOML parser gives, with keys as words, pair by pair.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

type Rows = Vec<Table>;

/// Keys that are one value.
const PROBLEM: [&[&str]; 3] = [
    &["lead", "joint", "with", "leader", "person", "owners"],
    &["limit", "due"],
    &["kind", "every", "from", "until"],
];
const MEASURE: [&[&str]; 3] =
    [&["lead", "joint", "with", "leader", "person"], &["limit", "due"], &["dropped", "why"]];
const INDICATOR: [&[&str]; 1] = [&["unit", "baseline", "target", "better"]];

/// Returns the merged problem as its parser's table, or nothing where a person must decide.
pub(crate) fn merge(base: &str, ours: &str, theirs: &str) -> Option<Table> {
    let [base, ours, theirs] = [base, ours, theirs].map(|text| text.parse::<Table>().unwrap());
    if ours == theirs || base == theirs {
        return Some(ours);
    }
    if base == ours {
        return Some(theirs);
    }
    if contradicts(&base, &ours, &theirs) {
        return None;
    }
    let mut merged = keys([&base, &ours, &theirs], &PROBLEM, &["indicator", "measure", "entry"])?;
    let rows = |name: &str| [&base, &ours, &theirs].map(|table| rows(table, name));
    let mut put = |name: &str, rows: Rows| {
        if !rows.is_empty() {
            let rows = rows.into_iter().map(Value::Table).collect();
            merged.insert(name.to_owned(), Value::Array(rows));
        }
    };
    put("indicator", parts(rows("indicator"), "name", &INDICATOR, true)?);
    put("measure", parts(rows("measure"), "no", &MEASURE, false)?);
    put("entry", entries(rows("entry"))?);
    Some(merged)
}

fn rows(table: &Table, name: &str) -> Rows {
    let rows = table.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    rows.into_iter().map(|row| row.as_table().unwrap().clone()).collect()
}

/// Merges the keys of three tables, some of them in groups.
fn keys(three: [&Table; 3], groups: &[&[&str]], but: &[&str]) -> Option<Table> {
    let mut all: Vec<Vec<&str>> = groups.iter().map(|group| group.to_vec()).collect();
    let names: BTreeSet<&str> =
        three.iter().flat_map(|table| table.keys().map(String::as_str)).collect();
    for name in names {
        if !but.contains(&name) && !groups.iter().any(|group| group.contains(&name)) {
            all.push(vec![name]);
        }
    }
    let mut merged = Table::new();
    for group in all {
        let [base, ours, theirs] =
            three.map(|table| group.iter().map(|key| table.get(*key).cloned()).collect::<Vec<_>>());
        let taken = if ours == base {
            theirs
        } else if theirs == base || theirs == ours {
            ours
        } else {
            return None;
        };
        for (key, value) in group.iter().zip(taken) {
            if let Some(value) = value {
                merged.insert((*key).to_owned(), value);
            }
        }
    }
    Some(merged)
}

fn find<'a>(rows: &'a Rows, key: &str, row: &Table) -> Option<&'a Table> {
    rows.iter().find(|other| other.get(key) == row.get(key))
}

fn parts(
    [base, ours, theirs]: [Rows; 3],
    key: &str,
    groups: &[&[&str]],
    may_go: bool,
) -> Option<Rows> {
    let order = |rows: &Rows| -> Vec<Value> {
        let all = [&base, &ours, &theirs];
        let common =
            rows.iter().filter(|row| all.iter().all(|list| find(list, key, row).is_some()));
        common.map(|row| row[key].clone()).collect()
    };
    if order(&theirs) != order(&base) && order(&theirs) != order(&ours) {
        return None;
    }
    let mut merged = Vec::new();
    for row in ours.iter().chain(theirs.iter().filter(|row| find(&ours, key, row).is_none())) {
        match (find(&base, key, row), find(&ours, key, row), find(&theirs, key, row)) {
            (Some(base), Some(ours), Some(theirs)) => {
                merged.push(keys([base, ours, theirs], groups, &[])?);
            }
            (None, Some(ours), Some(theirs)) if ours != theirs => return None,
            (Some(base), Some(one), None) | (Some(base), None, Some(one)) => {
                if !may_go || base != one {
                    return None;
                }
            }
            _ => merged.push(row.clone()),
        }
    }
    Some(merged)
}

fn entries([base, ours, theirs]: [Rows; 3]) -> Option<Rows> {
    for old in &base {
        let (own, other) = (find(&ours, "key", old), find(&theirs, "key", old));
        if own != other {
            return None;
        }
    }
    for list in [&ours, &theirs] {
        for (at, row) in list.iter().enumerate() {
            for later in &list[at + 1..] {
                if row["on"] != later["on"] || find(&base, "key", later).is_none() {
                    continue;
                }
                let place = |row: &Table| base.iter().position(|old| old["key"] == row["key"]);
                if place(row).is_none() || place(row) > place(later) {
                    return None;
                }
            }
        }
    }
    let mut merged = ours.clone();
    for row in &theirs {
        match find(&ours, "key", row) {
            None => merged.push(row.clone()),
            Some(own) if own == row => {}
            Some(_) => return None,
        }
    }
    Some(merged)
}

/// What a side did: a verb, the subject that it is about, and the entry where one says so.
#[derive(Clone)]
struct Deed {
    verb: String,
    about: String,
    entry: Option<Table>,
}

fn contradicts(base: &Table, ours: &Table, theirs: &Table) -> bool {
    let (own, other) = (deeds(base, ours), deeds(base, theirs));
    let shared = |deed: &Deed, rows: &Rows| {
        deed.entry.as_ref().is_some_and(|entry| find(rows, "key", entry).is_some())
    };
    let (in_ours, in_theirs) = (rows(ours, "entry"), rows(theirs, "entry"));
    own.iter()
        .filter(|deed| !shared(deed, &in_theirs))
        .any(|one| other.iter().filter(|deed| !shared(deed, &in_ours)).any(|two| collide(one, two)))
}

fn act(deed: &Deed) -> Option<&str> {
    deed.entry.as_ref().and_then(|entry| entry["act"].as_str())
}

fn collide(one: &Deed, two: &Deed) -> bool {
    let same_void = |one: &Table, two: &Table| {
        one["act"].as_str() == Some("void")
            && two["act"].as_str() == Some("void")
            && one["of"] == two["of"]
    };
    if one.about == "state" && two.about == "state" {
        return !same_void(one.entry.as_ref().unwrap(), two.entry.as_ref().unwrap());
    }
    let ends = |deed: &Deed| matches!(act(deed), Some("close" | "transfer" | "withdraw"));
    let matters = |deed: &Deed| {
        let quiet = ["note", "notice"].contains(&deed.about.split(' ').next().unwrap());
        !quiet && deed.verb != "describe"
    };
    if (ends(one) && matters(two)) || (ends(two) && matters(one)) {
        return true;
    }
    match (&one.entry, &two.entry) {
        (Some(first), Some(second)) => {
            let same_day = first["on"] == second["on"];
            let bare = |entry: &Table| {
                let mut bare = entry.clone();
                bare.retain(|key, _| {
                    !["key", "entered", "by", "text"].contains(&key) && !key.starts_with("x_")
                });
                bare
            };
            if same_day
                && bare(first) == bare(second)
                && matches!(act(one), Some("recover" | "account"))
            {
                return true;
            }
            if one.about != two.about {
                return false;
            }
            if act(one) == Some("void") && act(two) == Some("void") {
                return !same_void(first, second) && matters(one);
            }
            match one.about.split(' ').next().unwrap() {
                "day" | "who" | "field" | "notice" => true,
                "report" => same_day && act(one) != act(two),
                "review" | "indicator" => same_day && bare(first) != bare(second),
                _ => false,
            }
        }
        (None, None) => false,
        _ => one.about == two.about,
    }
}

fn deeds(base: &Table, side: &Table) -> Vec<Deed> {
    let mut deeds = Vec::new();
    let all = rows(side, "entry");
    for entry in all.iter().filter(|entry| find(&rows(base, "entry"), "key", entry).is_none()) {
        for about in abouts(entry, &all, 8) {
            deeds.push(Deed { verb: "enter".into(), about, entry: Some(entry.clone()) });
        }
    }
    let mut by_hand = |verb: &str, about: String| {
        deeds.push(Deed { verb: verb.into(), about, entry: None });
    };
    let differs = |keys: &[&str], one: &Table, two: &Table| {
        keys.iter().any(|key| one.get(*key) != two.get(*key))
    };
    if differs(&["limit", "due"], base, side) {
        by_hand("change", "day".into());
    }
    if differs(PROBLEM[0], base, side) {
        by_hand("change", "who".into());
    }
    if differs(PROBLEM[2], base, side) {
        by_hand("change", "field every".into());
    }
    for key in ["title", "amount", "recoverable", "sustained", "goal", "found"] {
        if differs(&[key], base, side) {
            by_hand("change", format!("field {key}"));
        }
    }
    for key in ["detail", "category", "source", "cause", "ref"] {
        if differs(&[key], base, side) {
            by_hand("describe", format!("field {key}"));
        }
    }
    let (old, new) = (rows(base, "measure"), rows(side, "measure"));
    for row in &new {
        let no = shown(&row["no"]);
        match find(&old, "no", row) {
            None => by_hand("change", format!("measure {no}")),
            Some(before) if before != row => {
                by_hand("change", format!("measure {no}"));
                for (keys, about) in
                    [(&["limit", "due"][..], "day"), (MEASURE[0], "who"), (&["text"], "field text")]
                {
                    if differs(keys, before, row) {
                        by_hand("change", format!("{about} {no}"));
                    }
                }
            }
            Some(_) => {}
        }
    }
    let by_name = |rows: Rows| -> BTreeMap<String, Table> {
        rows.into_iter().map(|row| (shown(&row["name"]), row)).collect()
    };
    let (old, new) = (by_name(rows(base, "indicator")), by_name(rows(side, "indicator")));
    for name in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
        if old.get(name) != new.get(name) {
            by_hand("change", format!("indicator {name}"));
        }
    }
    deeds
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        other => panic!("{other:?}"),
    }
}

/// What an entry is about.
fn abouts(entry: &Table, all: &Rows, steps: u8) -> Vec<String> {
    let each = |word: &str| {
        let numbers = entry.get("measure").and_then(Value::as_array).cloned().unwrap_or_default();
        if numbers.is_empty() {
            vec![word.to_owned()]
        } else {
            numbers.iter().map(|no| format!("{word} {}", shown(no))).collect()
        }
    };
    match entry["act"].as_str().unwrap() {
        "progress" | "recover" | "account" => vec!["note".into()],
        "done" | "return" => vec!["report".into()],
        "close" | "suspend" | "resume" | "transfer" | "withdraw" => vec!["state".into()],
        "reopen" => [vec!["state".to_owned()], each("day")].concat(),
        "extend" => each("day"),
        "assign" => each("who"),
        "review" => vec!["review".into()],
        "notice" => vec![format!("notice {}", shown(&entry["level"]))],
        "indicator" => vec![format!("indicator {}", shown(&entry["name"]))],
        "amend" => {
            let field = entry["field"].as_str().unwrap();
            let (no, name) =
                field.split_once('.').map_or((None, field), |(no, name)| (Some(no), name));
            let word = if ["limit", "due"].contains(&name) {
                "day".to_owned()
            } else {
                format!("field {name}")
            };
            vec![no.map_or(word.clone(), |no| format!("{word} {no}"))]
        }
        "void" => match all.iter().find(|other| other["key"] == entry["of"]) {
            Some(other) if steps > 0 => abouts(other, all, steps - 1),
            _ => vec!["note".into()],
        },
        other => panic!("{other}"),
    }
}
