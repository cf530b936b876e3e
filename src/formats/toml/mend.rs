//! Changes single values in the text of a problem and leaves every other byte alone.
//!
//! A key that is added goes on a line of its own below the key that it follows from, with the same indentation and the
//! file's line ends; in a table that is written inline, behind it. A name is replaced with its quotes.

use std::ops::Range;
use std::sync::Arc;

use super::{read_problem, syntax, walk, write};
use crate::complaint::{Log, Source, Table};
use crate::domain::mend::Mending;
use crate::domain::subject::Part;
use crate::formats::addition::Refused;
use crate::formats::record::{Field, Raw, Record};
use crate::formats::splice::spliced;

/// Returns the text of problem `no` with those mendings that there is something to do for, and says which they are, by
/// their places.
/// Read again it is exactly the old problem and the mendings, else it is refused.
pub fn mend(
    source: &Arc<Source>,
    no: u32,
    mendings: &[Mending],
) -> Result<(String, Vec<usize>), Refused> {
    let mut expected = read_problem(source, no).map_err(Refused::Complaints)?.value;
    let old = Read::new(source);
    let mut done = Vec::new();
    let mut splices = Vec::new();
    for (at, mending) in mendings.iter().enumerate() {
        let Some(splice) = old.splice(mending) else { continue };
        if mending.apply(&mut expected) {
            splices.push(splice);
            done.push(at);
        }
    }
    let new = spliced(&source.text, splices);
    let read = Arc::new(Source { path: source.path.clone(), text: new, ..Source::default() });
    match read_problem(&read, no) {
        Ok(read_again) if read_again.value == expected => Ok((read.text.clone(), done)),
        _ => Err(Refused::SelfCheck),
    }
}

/// A text with its tables.
struct Read<'a> {
    text: &'a str,
    line_end: &'static str,
    records: Vec<Record<'a>>,
    /// The tables that are written inline.
    inline: Vec<Table>,
}

impl<'a> Read<'a> {
    fn new(source: &'a Arc<Source>) -> Self {
        let records = walk::problem(syntax::parse(source).0, &mut Log::new(source));
        let headers = walk::headers(syntax::parse(source).0);
        let inline = headers.inline.into_iter().map(|(table, ..)| table).collect();
        Self {
            text: &source.text,
            line_end: super::revise::line_end(&source.text),
            records,
            inline,
        }
    }

    /// Where a mending goes, and what it writes there; nothing where the text says something there already.
    fn splice(&self, mending: &Mending) -> Option<(Range<usize>, String)> {
        let record = self.records.iter().find(|record| is_part(record, mending.part()))?;
        match mending {
            Mending::Due { day, .. } => self.add(record, "due", Raw::Day(*day)),
            Mending::Sustained { .. } => self.add(record, "sustained", Raw::Flag(true)),
            Mending::Name { key, old, new, .. } => {
                let field = field(record, key)?;
                let items = match &field.value {
                    Raw::List(items) => items.as_slice(),
                    single => &[(field.span.clone(), single.clone())],
                };
                let says = |raw: &Raw| matches!(raw, Raw::Text(text) if text.trim() == old);
                let (span, _) = items.iter().find(|(_, item)| says(item))?;
                Some((span.clone(), write::value(&Raw::Text(new.into()))))
            }
        }
    }

    /// Adds a key below the last of those that stand before it.
    fn add(
        &self,
        record: &Record<'_>,
        key: &str,
        value: Raw<'_>,
    ) -> Option<(Range<usize>, String)> {
        if field(record, key).is_some() {
            return None;
        }
        let above = ["due", "limit"].into_iter().find_map(|key| field(record, key))?;
        let value = Field { key: key.to_owned().into(), key_span: 0..0, span: 0..0, value };
        let pair = write::pair(&value);
        if self.inline.contains(&record.table) {
            return Some((above.span.end..above.span.end, format!(", {pair}")));
        }
        let start = self.text[..above.key_span.start].rfind('\n').map_or(0, |end| end + 1);
        let indent = self.text[start..above.key_span.start].trim_start_matches('\u{feff}');
        let rest = &self.text[above.span.end..];
        // The first line of a text may be indented by its byte order mark only, and the last may have no end.
        if let Some(end) = rest.find('\n') {
            let at = above.span.end + end + 1;
            return Some((at..at, format!("{indent}{pair}{}", self.line_end)));
        }
        let at = self.text.len();
        Some((at..at, format!("{}{indent}{pair}", self.line_end)))
    }
}

fn field<'r, 't>(record: &'r Record<'t>, key: &str) -> Option<&'r Field<'t>> {
    record.fields.iter().find(|field| field.key == key)
}

fn is_part(record: &Record<'_>, part: &Part) -> bool {
    let says = |key, raw: &Raw| field(record, key).is_some_and(|field| field.value == *raw);
    match part {
        Part::Problem => record.table == Table::Problem,
        Part::Measure(no) => {
            record.table == Table::Measure && says("no", &Raw::Integer(Some(i64::from(*no))))
        }
        Part::Entry(key) => {
            record.table == Table::Entry && says("key", &Raw::Text(key.to_string().into()))
        }
        Part::Indicator(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Mending, Part, Refused, Source, mend};
    use crate::domain::day::Day;

    fn mended(text: &str, mendings: &[Mending]) -> Result<(String, usize), Refused> {
        let source =
            Arc::new(Source { path: "001.toml".into(), text: text.into(), ..Source::default() });
        mend(&source, 1, mendings).map(|(text, done)| (text, done.len()))
    }

    fn due(part: Part) -> Mending {
        Mending::Due { part, day: Day::new(2022, 10, 31).unwrap() }
    }

    fn name(part: Part, key: &'static str) -> Mending {
        Mending::Name { part, key, old: "甲 科".into(), new: "甲科".into() }
    }

    #[test]
    fn a_day_goes_below_its_words() {
        let text = "title = \"题\"\n  limit = \"10月底前\" # 原文\ngoal = \"标\"\n";
        let both = [due(Part::Problem), Mending::Sustained { part: Part::Problem }];
        let (new, done) = mended(text, &both).unwrap();
        let added = "  due = 2022-10-31\n  sustained = true\n";
        assert_eq!(new, text.replace("goal", &format!("{added}goal")));
        assert_eq!(done, 2);
    }

    #[test]
    fn line_ends_and_a_last_line_without_one_are_kept() {
        let text = "\u{feff}limit = \"10月底前\"\r\ntitle = \"题\"";
        let expected = "\u{feff}limit = \"10月底前\"\r\ndue = 2022-10-31\r\ntitle = \"题\"";
        assert_eq!(mended(text, &[due(Part::Problem)]), Ok((expected.into(), 1)));
        let text = "title = \"题\"\r\nlimit = \"10月底前\"";
        let both = [due(Part::Problem), Mending::Sustained { part: Part::Problem }];
        let expected = format!("{text}\r\ndue = 2022-10-31\r\nsustained = true");
        assert_eq!(mended(text, &both), Ok((expected, 2)));
    }

    #[test]
    fn inline_tables_stay_inline() {
        let text = "title = \"题\"\nmeasure = [{ no = 2, text = \"措\", limit = \"10月底前\" }]\n";
        let expected = text.replace("前\"", "前\", due = 2022-10-31");
        assert_eq!(mended(text, &[due(Part::Measure(2))]), Ok((expected, 1)));
    }

    #[test]
    fn a_name_is_replaced_and_nothing_else() {
        let text = "title = \"题\"\nlead = [ '甲 科' , # 甲 科\n  \"乙\" ]\nperson = \"甲 科\"\n\n\
                    [[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"assign\"\nby = \"甲 科\"\nlead = [\"甲 科\"]\n";
        let key = "k7q2m9".parse().unwrap();
        let mendings = [
            name(Part::Problem, "lead"),
            name(Part::Problem, "person"),
            name(Part::Entry(key), "lead"),
        ];
        let expected = text
            .replace("'甲 科'", "\"甲科\"")
            .replace("person = \"甲 科\"", "person = \"甲科\"")
            .replace("lead = [\"甲 科\"]", "lead = [\"甲科\"]");
        assert_eq!(mended(text, &mendings), Ok((expected, 3)));
    }

    #[test]
    fn what_says_something_already_stays() {
        for text in [
            "title = \"题\"\nlimit = \"长期坚持\"\nsustained = false\ndue = 2022-10-30\n",
            "title = \"题\"\nlead = [\"甲 科\", \"甲科\"]\n",
        ] {
            let mendings = [
                due(Part::Problem),
                Mending::Sustained { part: Part::Problem },
                name(Part::Problem, "lead"),
                due(Part::Measure(7)),
            ];
            assert_eq!(mended(text, &mendings), Ok((text.into(), 0)));
        }
    }
}
