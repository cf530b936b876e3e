//! Runs the TOML parser, and decides what is still worth saying of a text that it does not take whole.

use std::ops::Range;

use ::toml::de::{DeTable, Error};

use crate::complaint::{Complaint, Expected, Fault, Log, Source};

/// Parses a text as far as it goes, and returns what the parser says against it.
pub(super) fn parse(source: &Source) -> (DeTable<'_>, Vec<(Range<usize>, Fault)>) {
    let (root, errors) = DeTable::parse_recoverable(&source.text);
    (root.into_inner(), faults(&source.text, &errors))
}

/// Returns the value, or all complaints: the parser's, and those that do not follow from them.
pub(super) fn finish<T>(
    errors: Vec<(Range<usize>, Fault)>,
    log: Log,
    value: T,
) -> Result<T, Vec<Complaint>> {
    if errors.is_empty() {
        return log.finish(value);
    }
    let mut all = Log::new(log.source());
    let lines: Vec<_> = errors.iter().map(|(span, _)| lines_of(&all.source().text, span)).collect();
    for (span, fault) in errors {
        all.push(span, fault);
    }
    for Complaint { span, fault, .. } in log.into_complaints() {
        let apart = lines.iter().all(|line| span.end < line.start || line.end < span.start);
        if apart && is_of_a_value(&fault) {
            all.push(span, fault);
        }
    }
    Err(all.into_complaints())
}

/// Tells whether a fault lies in one value. Where a header or a quote is broken, keys are found in the wrong table or not
/// at all; a value that was read was read as it stands.
fn is_of_a_value(fault: &Fault) -> bool {
    match fault {
        Fault::WrongKind { expected, .. } => {
            !matches!(expected, Expected::Table | Expected::Tables)
        }
        Fault::WrongWord { .. }
        | Fault::EmptyText { .. }
        | Fault::BarInName { .. }
        | Fault::FloatMoney
        | Fault::DayOutOfRange
        | Fault::Evidence(_)
        | Fault::Amendment(_)
        | Fault::Control(_) => true,
        _ => false,
    }
}

/// Returns the parser's words in the order of their places. After its first error in a line the parser stumbles on; what
/// it then says of that line is left out.
fn faults(text: &str, errors: &[Error]) -> Vec<(Range<usize>, Fault)> {
    let mut errors: Vec<_> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut kept: Vec<(Range<usize>, &str)> = Vec::new();
    for (span, message) in errors {
        let stumbles = kept.last().is_some_and(|(before, said)| {
            line_start(text, before.start) == line_start(text, span.start) && *said != message
        });
        if !stumbles {
            kept.push((span, message));
        }
    }
    kept.into_iter()
        .map(|(span, message)| {
            let wide_quote = has_wide_quote(text, &span);
            let span = opening(text, &span, message).unwrap_or(span);
            (span, Fault::Toml { message: message.to_owned(), wide_quote })
        })
        .collect()
}

/// Returns the three quotes that nothing closes: the parser notices it at the end of the file only.
fn opening(text: &str, span: &Range<usize>, message: &str) -> Option<Range<usize>> {
    let quotes = match message {
        "invalid multi-line basic string, expected `\"`" => "\"\"\"",
        "invalid multi-line literal string, expected `'`" => "'''",
        _ => return None,
    };
    let start = text.get(..span.start)?.rfind(quotes)?;
    Some(start..start + quotes.len())
}

/// Tells whether a quote of the Chinese keyboard stands at the place, or just before it: an unclosed string is noticed
/// at the end of its line.
fn has_wide_quote(text: &str, span: &Range<usize>) -> bool {
    let is_wide = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '＂' | '＇' | '„' | '「' | '」');
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let first = text.get(span.start..).and_then(|after| after.chars().next());
    let last = text.get(span.clone()).and_then(|inside| inside.chars().next_back());
    [before, first, last].into_iter().flatten().any(is_wide)
}

fn lines_of(text: &str, span: &Range<usize>) -> Range<usize> {
    let end = text.get(span.end..).and_then(|rest| rest.find('\n')).map(|end| span.end + end);
    line_start(text, span.start)..end.unwrap_or(text.len())
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Fault, Source, parse};
    use crate::formats::toml::read_problem;

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: "001.toml".into(), text: text.into(), ..Source::default() })
    }

    #[test]
    fn quotes_of_the_chinese_keyboard_are_noticed() {
        for text in ["title = “题”\n", "title = \"题”\n", "title = ＂题＂\n", "lead = [“甲”]\n"]
        {
            let (_, errors) = parse(&source(text)).clone();
            assert!(
                matches!(errors[..], [(_, Fault::Toml { wide_quote: true, .. })]),
                "{text}: {errors:?}"
            );
        }
        let text = source("title = 题\n");
        assert!(matches!(parse(&text).1[..], [(_, Fault::Toml { wide_quote: false, .. })]));
    }

    #[test]
    fn a_text_of_several_lines_that_is_not_closed_is_named_where_it_opens() {
        for quotes in ["\"\"\"", "'''"] {
            let text = source(&format!("title = \"题\"\ndetail = {quotes}\n一\n二\n"));
            let (_, errors) = parse(&text);
            assert_eq!(errors[0].0, 23..26, "{errors:?}");
        }
    }

    #[test]
    fn all_errors_come_at_once_and_bring_no_others_along() {
        let text =
            "title = 题\nfound = 1980-01-01\ndue = 2022-02-30\n\n[[entry]\nkey = \"k7q2m9\"\n";
        let complaints = read_problem(&source(text), 1).unwrap_err();
        let lines: Vec<_> = complaints
            .iter()
            .map(|complaint| complaint.source.line_and_column(complaint.span.start).0)
            .collect();
        assert_eq!(lines, [1, 2, 3, 5], "{complaints:?}");
        assert_eq!(complaints[1].fault, Fault::DayOutOfRange);
    }
}
