//! Where answers go: standard output, or a file that is written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::failure::{Stop, Unreadable};
use super::options::{Format, Options};
use super::{editor, environment};
use crate::complaint::Doing;
use crate::domain::book::Lang;
use crate::render::document::Document;
use crate::render::words::export::Unexported;
use crate::render::words::{GuardNote, Message, TakingNote};
use crate::render::{csv, docx, html, markdown, template, text, xlsx};
use crate::store::{Root, opened};

/// Stops where the format is not known, or the file may not be written: a command that records asks before it does.
pub(super) fn ready(context: &Context<'_>) -> Result<(), Stop> {
    let file = context.options.output.as_deref();
    report_format(context)?;
    let Some(path) = file else { return Ok(()) };
    outside(path, context.surroundings.root.as_ref().map(Root::folder))?;
    is_free(path, context.options.force)
}

/// Writes a report as the options ask; `own` writes it for people where it does not look like a document. Where the
/// office has its own wording, people get that; tables for programs and spreadsheets stay as they are.
pub(super) fn write(
    context: &mut Context<'_>,
    own: impl FnOnce(&mut dyn Write, bool) -> Option<io::Result<()>>,
    document: impl FnOnce(Lang) -> Document,
    json: impl FnOnce(Lang, &mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let format = format(context.options.format, context.options.output.as_deref())?;
    let words = matches!(format, Format::Table | Format::Md | Format::Html | Format::Docx);
    let Some(source) = context.wording.template.clone().filter(|_| words) else {
        return place(context, own, document, json);
    };
    let lang = context.lang();
    let mut data = Vec::new();
    json(lang, &mut data)?;
    let made = template::document(&source, &data, document(lang)).map_err(Unreadable)?;
    place(context, |_, _| None, |_| made, |_, _| Ok(()))
}

fn place(
    context: &mut Context<'_>,
    own: impl FnOnce(&mut dyn Write, bool) -> Option<io::Result<()>>,
    document: impl FnOnce(Lang) -> Document,
    json: impl FnOnce(Lang, &mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let file = context.options.output.clone();
    let format = report_format(context)?;
    let (lang, width) = (context.lang(), context.surroundings.width);
    let color = context.surroundings.colors.out && file.is_none();
    // A file of comma-separated values is for a spreadsheet, a stream of them for a program.
    let audience = if file.is_some() { csv::Reader::Spreadsheet } else { csv::Reader::Program };
    let render = |out: &mut dyn Write| match format {
        Format::Json => json(lang, out),
        Format::Table => own(out, color).unwrap_or_else(|| {
            let options = text::Options { width, color, ..text::Options::default() };
            text::write(&document(lang), options, out)
        }),
        Format::Md => markdown::write(&document(lang), out),
        Format::Csv => csv::write(&document(lang), audience, out),
        Format::Html => html::write(&document(lang), out),
        Format::Docx => docx::write(&document(lang), out),
        Format::Xlsx => xlsx::write(&document(lang), out),
        Format::Ics => Err(io::ErrorKind::Unsupported.into()), // refused above
    };
    match format {
        Format::Table if file.is_none() => to_reader(context, render),
        _ => give(context, file.as_deref(), render),
    }
}

/// Writes a text for people, which is the same in all formats.
pub(super) fn text(context: &mut Context<'_>, text: &str) -> anyhow::Result<()> {
    match context.options.output.clone() {
        Some(path) => give(context, Some(&path), |out| out.write_all(text.as_bytes())),
        None => to_reader(context, |out| out.write_all(text.as_bytes())),
    }
}

/// Shows an answer to people: at a terminal through the pager where it is longer than the terminal is high.
fn to_reader(
    context: &mut Context<'_>,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let wanted = context.pages && !context.options.no_pager;
    let Some(pager) = environment::pager().filter(|_| wanted) else {
        return Ok(render(context.out)?);
    };
    let mut text = Vec::new();
    render(&mut text)?;
    let lines = text.split(|byte| *byte == b'\n').count();
    let fits = environment::height().is_none_or(|height| lines < height);
    context.out.flush()?;
    if fits || !editor::page(&pager, &text)? {
        context.out.write_all(&text)?;
    }
    Ok(())
}

/// Writes data that is the same for every reader: to standard output, or to the file, whole or not at all.
pub(super) fn data(
    context: &mut Context<'_>,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    let file = context.options.output.clone();
    give(context, file.as_deref(), render)
}

fn give(
    context: &mut Context<'_>,
    file: Option<&Path>,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    match file {
        None => Ok(render(context.out)?),
        Some(path) => {
            let root = context.surroundings.root.as_ref();
            outside(path, root.map(Root::folder))?;
            to_file(path, context.options.force, render)
        }
    }
}

/// Tells whether a report is to be written in this format.
pub(super) fn is_format(context: &Context<'_>, asked: Format) -> bool {
    report_format(context).is_ok_and(|format| format == asked)
}

/// The format of a report. Only what `export` gives out has days that a calendar could show.
fn report_format(context: &Context<'_>) -> Result<Format, Stop> {
    match format(context.options.format, context.options.output.as_deref())? {
        Format::Ics => Err(Stop::usage(Message::Unexported(Unexported::NoCalendar))),
        format => Ok(format),
    }
}

/// The format of an export, which has to be named: its tables are too wide for a terminal.
pub(super) fn export_format(context: &Context<'_>) -> Result<Format, Stop> {
    let Options { format: asked, output, .. } = &context.options;
    if asked.is_none() && output.is_none() {
        return Err(Stop::usage(Message::Missing(vec!["--output"])));
    }
    match format(*asked, output.as_deref())? {
        format @ (Format::Csv | Format::Json | Format::Xlsx | Format::Ics) => Ok(format),
        Format::Table | Format::Md | Format::Html | Format::Docx => {
            Err(Stop::usage(Message::Unexported(Unexported::ForPeople)))
        }
    }
}

/// The workbook that is to be written, which only `--output` can name.
pub(super) fn workbook(context: &Context<'_>) -> Result<PathBuf, Stop> {
    let Some(path) = context.options.output.clone() else {
        return Err(Stop::usage(Message::Missing(vec!["--output"])));
    };
    let is_workbook = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    if context.options.format.is_some() || !is_workbook {
        let shown = path.display().to_string();
        return Err(Stop::usage(Message::Taking(TakingNote::NoWorkbook(shown))));
    }
    outside(&path, context.surroundings.root.as_ref().map(Root::folder))?;
    is_free(&path, context.options.force)?;
    Ok(path)
}

/// Writes a file of these bytes, whole or not at all.
pub(super) fn save(context: &Context<'_>, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    to_file(path, context.options.force, |out| out.write_all(bytes))
}

/// Refuses a file that is there and is not to be replaced, and one whose folder is not there.
fn is_free(path: &Path, force: bool) -> Result<(), Stop> {
    let shown = || path.display().to_string();
    match path.symlink_metadata() {
        Ok(_) if !force => return Err(Message::OutputExists(shown()).into()),
        // A device or pipe would be no more; a link is replaced itself.
        Ok(there) if !there.is_file() && !there.is_symlink() => {
            return Err(Message::NotRegular(shown()).into());
        }
        Ok(_) => {
            if let Some((mark, who)) = opened(path) {
                let mark = mark.display().to_string();
                return Err(Stop::busy(GuardNote::Open { path: shown(), mark, who }));
            }
        }
        Err(_) => {}
    }
    // Else the words would name the draft, which nobody gave.
    fs::metadata(folder_of(path)).map(|_| ()).map_err(|error| unwritten(path, &error))
}

fn unwritten(path: &Path, error: &io::Error) -> Stop {
    let (path, said) = (path.display().to_string(), error.to_string());
    Message::System { doing: Doing::Write, path, said }.into()
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Refuses a place inside the book's folder: a report there would be taken for a ledger, or take a ledger's place.
fn outside(path: &Path, book: Option<&Path>) -> Result<(), Stop> {
    let folder = folder_of(path);
    let inside = |book: &Path| folder.canonicalize().is_ok_and(|folder| folder.starts_with(book));
    match book.filter(|book| inside(book)) {
        Some(_) => Err(Message::OutputInBook(path.display().to_string()).into()),
        None => Ok(()),
    }
}

/// The format asked for, else the one that the file's ending says.
fn format(asked: Option<Format>, output: Option<&Path>) -> Result<Format, Stop> {
    if let Some(format) = asked {
        // Nobody reads these on a terminal, and a pipe that is one by mistake is left in a mess.
        let is_file = matches!(format, Format::Docx | Format::Xlsx);
        return if is_file && output.is_none() {
            Err(Stop::usage(Message::Missing(vec!["--output"])))
        } else {
            Ok(format)
        };
    }
    let Some(path) = output else { return Ok(Format::Table) };
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => Ok(Format::Table),
        Some("csv") => Ok(Format::Csv),
        Some("json") => Ok(Format::Json),
        Some("md") => Ok(Format::Md),
        Some("html" | "htm") => Ok(Format::Html),
        Some("docx") => Ok(Format::Docx),
        Some("xlsx") => Ok(Format::Xlsx),
        Some("ics") => Ok(Format::Ics),
        _ => Err(Stop::usage(Message::UnknownEnding(path.display().to_string()))),
    }
}

/// Writes a file beside its place and moves it there. One that is there is replaced only by `--force`.
fn to_file(
    path: &Path,
    force: bool,
    render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<()> {
    is_free(path, force)?;
    let failed = |error: io::Error| unwritten(path, &error);
    let folder = folder_of(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ledger-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666)); // the umask takes off what it must
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    // JSON is written in small pieces.
    let mut out = io::BufWriter::new(&mut file);
    render(&mut out).and_then(|()| out.flush()).map_err(failed)?;
    drop(out);
    file.as_file().sync_all().map_err(failed)?;
    let moved = if force { file.persist(path) } else { file.persist_noclobber(path) };
    moved.map_err(|error| failed(error.error))?;
    Ok(())
}
