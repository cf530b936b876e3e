//! Complaints about files as text: what is wrong, `path:line:column`, the line with the place marked, and what to do.

use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::{DEFAULT_LINE_NUM_STYLE, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::text::wrap;
use super::words::Label;
use super::{inert, inert_line, words};
use crate::check::Severity;
use crate::complaint::{Address, At, Complaint, Fault, Source};
use crate::domain::book::Lang;
use crate::domain::id::Id;

/// How complaints are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The language.
    pub lang: Lang,
    /// Columns that a line may take. A longer line of the file is shown in part.
    pub width: usize,
    /// Whether to colour, for a terminal that can.
    pub color: bool,
}

/// A shorter line would show nothing of a text.
const NARROWEST: usize = 40;

/// Something wrong at a place of a text, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The text.
    pub source: Arc<Source>,
    /// The bytes concerned; nothing where the whole file is meant.
    pub span: Option<Range<usize>>,
    /// How much it weighs.
    pub severity: Severity,
    /// The name of the rule that found it; nothing where a file cannot be read.
    pub rule: Option<&'static str>,
    /// What it is about, where that has an id.
    pub id: Option<Id>,
    /// Whether it can be mended without a decision.
    pub fixable: bool,
    /// What is wrong.
    pub message: String,
    /// What stands beside the mark.
    pub label: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Remark {
    /// The name of the rule, for programs; a file that cannot be read has one, too.
    pub fn rule_name(&self) -> &'static str {
        self.rule.unwrap_or("unreadable")
    }
}

/// Writes the complaints, apart by an empty line.
pub fn write(complaints: &[Complaint], options: Options, out: &mut dyn Write) -> io::Result<()> {
    let remarks: Vec<_> =
        complaints.iter().map(|complaint| worded(complaint, options.lang)).collect();
    write_remarks(&remarks, options, out)
}

/// Returns line and column of each remark, both from 1; nothing where the whole file is meant.
pub fn lines_and_columns(remarks: &[Remark]) -> Vec<Option<(usize, usize)>> {
    let mut lines = Lines::default();
    let place = |remark| place_of(remark, &mut lines).map(|place| (place.line, place.column));
    remarks.iter().map(place).collect()
}

/// Writes remarks, apart by an empty line.
pub fn write_remarks<'a>(
    remarks: impl IntoIterator<Item = &'a Remark>,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut lines = Lines::default();
    for (place, remark) in remarks.into_iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        let place = place_of(remark, &mut lines);
        writeln!(out, "{}", text(remark, place.as_ref(), options))?;
    }
    Ok(())
}

/// Puts a complaint into words.
pub fn worded(complaint: &Complaint, lang: Lang) -> Remark {
    // The parser, too, may point at the very beginning with an empty span.
    let whole = complaint.span.end == 0 && !matches!(complaint.fault, Fault::Toml { .. });
    Remark {
        source: Arc::clone(&complaint.source),
        span: (!whole).then(|| complaint.span.clone()),
        severity: Severity::Error,
        rule: None,
        id: None,
        fixable: false,
        message: words::fault(lang, &complaint.fault),
        label: words::fault_label(lang, &complaint.fault),
        help: words::fault_help(lang, &complaint.fault),
    }
}

fn text(remark: &Remark, place: Option<&Place<'_>>, options: Options) -> String {
    let help = words::label(options.lang, Label::Help);
    let level = match remark.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let level = level.with_name(words::severity(options.lang, remark.severity));
    let rule = remark.rule.map(|rule| format!(" [{rule}]")).unwrap_or_default();
    let title = inert(&remark.message) + rule.as_str();
    let mut group = Group::with_title(level.primary_title(&*title));
    let digits = place.map_or(0, |place| place.line.to_string().len());
    let width = options.width.max(NARROWEST).saturating_sub(digits + 3);
    if let Some(place) = place {
        let (line, marked) = excerpt(place.text, place.marked.clone(), width);
        let mut mark = AnnotationKind::Primary.span(marked);
        if let Some(label) = &remark.label {
            mark = mark.label(label.as_str());
        }
        group = group.element(Snippet::source(line).line_start(place.line).annotation(mark));
    }
    if let Some(advice) = &remark.help {
        let room = width.saturating_sub(wrap::width(help) + 2);
        let advice = wrap::lines(&inert(advice), room).join("\n");
        group = group.element(Level::HELP.with_name(help).message(advice));
    }
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    // The excerpt is short enough; the renderer's own cutting would cut it again.
    let text = renderer.term_width(usize::from(u16::MAX)).render(&[group]);
    // The renderer would count the column in the excerpt, so the place is put below the title here.
    let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let arrow = arrow(&remark.source.path, place, options);
    [title, &format!("{:digits$}{arrow}", ""), rest].join("\n").trim_end().to_owned()
}

fn arrow(path: &str, place: Option<&Place<'_>>, options: Options) -> String {
    let style = if options.color { DEFAULT_LINE_NUM_STYLE } else { Style::new() };
    let place = place.map_or_else(String::new, |place| match &place.address {
        Some(address) => format!(":{}", inert_line(&words::address(options.lang, address))),
        None => format!(":{}:{}", place.line, place.column),
    });
    format!("{style}-->{style:#} {}{place}", inert_line(path))
}

/// Where a complaint points to.
struct Place<'a> {
    /// Where it stands in a workbook or document.
    address: Option<Address>,
    /// From 1; of a workbook or document the row or paragraph.
    line: usize,
    /// In characters, from 1.
    column: usize,
    /// The line without its end.
    text: &'a str,
    /// The bytes of it that are meant.
    marked: Range<usize>,
}

/// Returns the place, or nothing where the whole file is meant. A span of several lines is marked on its first.
fn place_of<'a>(remark: &'a Remark, lines: &mut Lines<'a>) -> Option<Place<'a>> {
    let source = remark.source.as_ref();
    let span = remark.span.as_ref().filter(|span| source.text.is_char_boundary(span.start))?;
    if let Some(address) = source.address(span.start) {
        return place_in_part(source, address, span);
    }
    let (line, start) = lines.find(source, span.start);
    let text = source.text[start..].split('\n').next().unwrap_or_default();
    let text = text.strip_suffix('\r').unwrap_or(text);
    let mark = if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let text = &text[mark..];
    let inside = |offset: usize| {
        let offset = offset.saturating_sub(start + mark).min(text.len());
        (0..=offset).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
    };
    let marked = inside(span.start)..inside(span.end).max(inside(span.start));
    let column = text[..marked.start].chars().count() + 1;
    Some(Place { address: None, line, column, text, marked })
}

/// The place in a cell or paragraph, of which the line that is meant is shown.
fn place_in_part<'a>(
    source: &'a Source,
    address: Address,
    span: &Range<usize>,
) -> Option<Place<'a>> {
    let part = source.part(span.start)?.span.clone();
    let whole = source.text.get(part.clone())?;
    let from = span.start.clamp(part.start, part.end) - part.start;
    let to = span.end.clamp(part.start, part.end) - part.start;
    let before = whole.get(..from)?.rfind('\n').map_or(0, |end| end + 1);
    let text = whole[before..].split('\n').next().unwrap_or_default();
    let end = (to.max(from) - before).min(text.len());
    let marked = from - before..if text.is_char_boundary(end) { end } else { from - before };
    let line = usize::try_from(address.at.row()).unwrap_or(usize::MAX);
    let column = match address.at {
        At::Cell { column, .. } | At::TableCell { column, .. } => column,
        At::Paragraph(_) => 1,
    };
    let column = usize::try_from(column).unwrap_or(usize::MAX);
    Some(Place { address: Some(address), line, column, text, marked })
}

/// Finds lines. Remembers where it was, since complaints come in the order of their places, and a table may have many.
#[derive(Default)]
struct Lines<'a> {
    source: Option<&'a Source>,
    line: usize,
    start: usize,
}

impl<'a> Lines<'a> {
    /// Returns the number of the line, from 1, and the offset of its first byte.
    fn find(&mut self, source: &'a Source, offset: usize) -> (usize, usize) {
        let same = self.source.is_some_and(|known| std::ptr::eq(known, source));
        if !same || offset < self.start {
            *self = Self { source: Some(source), line: 1, start: 0 };
        }
        let passed = &source.text[self.start..offset];
        self.line += passed.matches('\n').count();
        self.start += passed.rfind('\n').map_or(0, |end| end + 1);
        (self.line, self.start)
    }
}

/// Returns the line, inert and in part where it is wider than `width`, and the bytes of it that are to be marked.
fn excerpt(line: &str, marked: Range<usize>, width: usize) -> (String, Range<usize>) {
    // A third of the width before the place shows where it is; what is left goes to the place and what follows.
    let (before, cut_before) = tail(&line[..marked.start], width / 3);
    let start = if cut_before { "…" } else { "" }.to_owned() + &before;
    let room = width.saturating_sub(wrap::width(&start) + 1);
    let (inside, cut_inside) = head(&line[marked.clone()], room);
    let room = room.saturating_sub(wrap::width(&inside));
    let (after, cut_after) =
        if cut_inside { (String::new(), true) } else { head(&line[marked.end..], room) };
    let span = start.len()..start.len() + inside.len();
    let end = if cut_after { "…" } else { "" };
    (format!("{start}{inside}{after}{end}"), span)
}

/// Returns the last characters that fit, and whether there are more.
fn tail(text: &str, width: usize) -> (String, bool) {
    let mut taken = String::new();
    for (place, c) in text.char_indices().rev() {
        let longer = inert_line(&text[place..place + c.len_utf8()]).into_owned() + &taken;
        if wrap::width(&longer) > width {
            return (taken, true);
        }
        taken = longer;
    }
    (taken, false)
}

/// Returns the first characters that fit, and whether there are more.
fn head(text: &str, width: usize) -> (String, bool) {
    let mut taken = String::new();
    for (place, c) in text.char_indices() {
        let before = taken.len();
        taken.push_str(&inert_line(&text[place..place + c.len_utf8()]));
        if wrap::width(&taken) > width {
            taken.truncate(before);
            return (taken, true);
        }
    }
    (taken, false)
}
