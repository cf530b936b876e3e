//! A document as Markdown with tables (GFM), for a merge request, a wiki or a converter.
//!
//! What people wrote shows as they wrote it: whatever Markdown would take for markup is escaped, HTML included.

use std::io::{self, Write};

use super::document::{Block, Cell, Column, Document, Grid, Level, RowKind, Tile};
use super::{inert, inert_line, value, words};
use crate::domain::book::Lang;

/// Writes the document, its blocks apart by an empty line.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for (place, block) in document.blocks.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        write_block(block, document.lang, out)?;
    }
    Ok(())
}

fn write_block(block: &Block, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading(level, text) => {
            writeln!(out, "{} {}", marks(*level), escaped(&inert_line(text)))
        }
        Block::Paragraph(text) | Block::Line(_, text) => {
            writeln!(out, "{}", lines(text).join("\\\n"))
        }
        Block::Labelled(label, text) => {
            let label = format!("**{}**", escaped(&inert_line(label)));
            // The label stands before the text, so that its first line begins no list.
            let inert = inert(text);
            let lines = inert.split('\n').filter(|line| !line.trim().is_empty());
            let text = lines.map(escaped).collect::<Vec<_>>().join("\\\n");
            writeln!(out, "{}", words::labelled(lang, &label, &text))
        }
        Block::Note(text) => {
            let lines = lines(text).into_iter().map(|line| format!("> {line}"));
            writeln!(out, "{}", lines.collect::<Vec<_>>().join("\\\n"))
        }
        Block::Grid(grid) => write_grid(&grid.spared(), lang, out),
        Block::Facts(facts) => write_facts(facts, lang, out),
        Block::Tiles(tiles) => {
            let fact = |tile: &Tile| (tile.label.clone(), value::readable(&tile.value, lang));
            write_facts(&tiles.iter().map(fact).collect::<Vec<_>>(), lang, out)
        }
        Block::Chart(chart) => {
            writeln!(out, "{}\n", escaped(&inert_line(&chart.title)))?;
            write_grid(&chart.table(), lang, out)
        }
        Block::PageBreak => writeln!(out, "---"),
    }
}

/// The marks of a heading.
fn marks(level: Level) -> &'static str {
    match level {
        Level::Title => "#",
        Level::Chapter | Level::Part => "##",
        Level::Section => "###",
        Level::Item => "####",
    }
}

fn write_grid(grid: &Grid, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let headings = grid.columns.iter().map(|column| in_cell(&column.heading));
    let rule = |column: &Column| if column.kind.is_right_aligned() { "---:" } else { "---" };
    write_row(headings, out)?;
    write_row(grid.columns.iter().map(|column| rule(column).to_owned()), out)?;
    for row in &grid.rows {
        let text = |cell: &Cell| in_cell(&value::readable(cell, lang));
        let bold = |text: String| match row.kind {
            RowKind::Total if !text.is_empty() => format!("**{text}**"),
            RowKind::Total | RowKind::Body => text,
        };
        // A short row would shift nothing, but some converters refuse it.
        let missing = grid.columns.len().saturating_sub(row.cells.len());
        let cells = row.cells.iter().chain(std::iter::repeat_n(&Cell::Empty, missing));
        write_row(cells.map(text).map(bold), out)?;
    }
    Ok(())
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn write_facts(facts: &[(String, String)], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for (label, text) in facts {
        let text = lines(text).join("\\\n  ");
        let label = format!("**{}**", escaped(&inert_line(label)));
        writeln!(out, "- {}", words::labelled(lang, &label, &text))?;
    }
    Ok(())
}

/// The text of a table's cell: on one line, since Markdown has no other.
fn in_cell(text: &str) -> String {
    inert(text).split('\n').map(escaped).collect::<Vec<_>>().join("<br>")
}

/// The lines of running text. An empty one would end a paragraph or a list, so it is left out.
fn lines(text: &str) -> Vec<String> {
    inert(text).split('\n').filter(|line| !line.trim().is_empty()).map(line_escaped).collect()
}

/// Escapes a line that stands at the margin, where `#`, `-` or `1.` would begin a heading or a list.
fn line_escaped(line: &str) -> String {
    // Four blanks would begin a code block.
    let text = escaped(line.trim_start_matches(' '));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        Some('#' | '-' | '+' | '=') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut before = ' ';
    for (place, c) in text.char_indices() {
        let rest = &text[place + c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        let markup = match c {
            '\\' | '|' | '`' | '*' | '[' | ']' | '<' | '>' | '~' => true,
            // Inside a word it is no markup, and `x_key` reads better so.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            // Else it is no character reference, and an address would no longer work.
            '&' => rest.split_once(';').is_some_and(|(name, _)| is_reference(name)),
            '!' => after == '[',
            _ => false,
        };
        if markup {
            safe.push('\\');
        }
        safe.push(c);
        before = c;
    }
    safe
}

fn is_reference(name: &str) -> bool {
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{escaped, in_cell, line_escaped};

    #[test]
    fn what_would_be_markup_is_escaped() {
        for (text, markdown) in [
            ("a|b\\c", "a\\|b\\\\c"),
            ("<script>", "\\<script\\>"),
            ("![图](http://x)", "\\!\\[图\\](http://x)"),
            ("x_key _强调_", "x_key \\_强调\\_"),
            ("A&B; http://x?a=1&b=2 &amp; &#60;", "A\\&B; http://x?a=1&b=2 \\&amp; \\&#60;"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
        assert_eq!(in_cell("甲\r\n乙\u{1b}"), "甲<br>乙\\\\u{1b}");
    }

    #[test]
    fn a_line_begins_no_heading_and_no_list() {
        for (line, markdown) in [
            ("# 题", "\\# 题"),
            ("- 项", "\\- 项"),
            ("1. 项", "1\\. 项"),
            ("2022-10-08", "2022-10-08"),
            ("    code", "code"),
            ("---", "\\---"),
        ] {
            assert_eq!(line_escaped(line), markdown);
        }
    }
}
