//! What a template can fill in: the report as programs get it, with the same names.

use std::collections::BTreeSet;

use minijinja::Value;
use minijinja::value::Serde;

/// The report, and the names that it has.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// The report.
    pub value: Value,
    /// The names of all fields, wherever they stand.
    pub names: BTreeSet<String>,
}

impl Data {
    /// Reads the JSON of a report, which we wrote ourselves.
    pub(super) fn read(json: &[u8]) -> Self {
        let read: serde_json::Value = serde_json::from_slice(json).unwrap_or_default();
        let mut names = BTreeSet::new();
        collect(&read, &mut names);
        Self { value: Value::from(Serde(read)), names }
    }
}

fn collect(value: &serde_json::Value, names: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                if !names.contains(name) {
                    names.insert(name.clone());
                }
                collect(value, names);
            }
        }
        _ => {}
    }
}
