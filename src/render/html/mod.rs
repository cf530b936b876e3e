//! A document as one page for a browser: whole in itself, loading nothing, and readable without its script.
//!
//! The page forbids itself everything but its own style and script, which it names by their hashes. So neither has a
//! place inside the markup, and what people wrote can only be text.

mod chart;
mod digest;
mod escape;
mod table;

use std::fmt::Write as _;
use std::io::{self, Write};

use super::document::{Block, Document, Hue, Level, Paper, Place, Tile};
use super::{value, words};
use crate::domain::book::Lang;
use escape::{line, lines};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the document.
pub fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut html = String::new();
    head(document, &mut html);
    blocks(&document.blocks, document.lang, &mut html);
    html.push_str("</main>\n<script>");
    html.push_str(SCRIPT);
    html.push_str("</script>\n</body>\n</html>\n");
    // At once, since a file takes each piece by itself.
    out.write_all(html.as_bytes())
}

fn head(document: &Document, html: &mut String) {
    let lang = match document.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest::sha256(STYLE),
        digest::sha256(SCRIPT)
    );
    let wide = match document.paper {
        Paper::Portrait => "",
        Paper::Landscape => " class=wide",
    };
    put(
        html,
        format_args!(
            "<!DOCTYPE html>\n<html lang={lang}>\n<head>\n<meta charset=utf-8>\n\
             <meta http-equiv=Content-Security-Policy content=\"{policy}\">\n\
             <meta name=viewport content=\"width=device-width, initial-scale=1\">\n\
             <meta name=color-scheme content=\"light dark\">\n\
             <meta name=referrer content=no-referrer>\n\
             <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body{wide}>\n<main>\n",
            line(title(document))
        ),
    );
}

/// The first heading is what the page is called.
fn title(document: &Document) -> &str {
    let heading = document.blocks.iter().find_map(|block| match block {
        Block::Heading(_, text) => Some(text.as_str()),
        _ => None,
    });
    heading.unwrap_or("ledger")
}

/// Writes blocks; charts in a row stand beside each other where there is room, and notes in a row closer together.
fn blocks(blocks: &[Block], lang: Lang, html: &mut String) {
    let mut group = None;
    for block in blocks {
        let next = match block {
            Block::Chart(_) => Some("charts"),
            Block::Note(_) => Some("notes"),
            _ => None,
        };
        if next != group {
            if group.is_some() {
                html.push_str("</div>\n");
            }
            if let Some(class) = next {
                put(html, format_args!("<div class={class}>\n"));
            }
            group = next;
        }
        write_block(block, lang, html);
    }
    if group.is_some() {
        html.push_str("</div>\n");
    }
}

fn write_block(block: &Block, lang: Lang, html: &mut String) {
    match block {
        Block::Heading(level, text) => {
            let tag = tag(*level);
            put(html, format_args!("<{tag}>{}</{tag}>\n", line(text)));
        }
        Block::Paragraph(text) | Block::Note(text) => {
            put(html, format_args!("<p>{}</p>\n", lines(text)));
        }
        Block::Labelled(label, text) => {
            let label = format!("<b>{}</b>", line(label));
            let said = words::labelled(lang, &label, &lines(text).to_string());
            put(html, format_args!("<p>{said}</p>\n"));
        }
        Block::Line(place, text) => {
            let class = match place {
                Place::Centred => "centred",
                Place::Addressee => "addressee",
                Place::Signature => "signature",
            };
            put(html, format_args!("<p class={class}>{}</p>\n", lines(text)));
        }
        Block::Tiles(tiles) => write_tiles(tiles, lang, html),
        Block::Chart(chart) => chart::write(chart, lang, html),
        Block::PageBreak => html.push_str("<hr>\n"),
        Block::Grid(grid) => table::write(grid, lang, html),
        Block::Facts(facts) => {
            html.push_str("<dl>");
            for (label, text) in facts {
                put(html, format_args!("<dt>{}<dd>{}", line(label), lines(text)));
            }
            html.push_str("</dl>\n");
        }
    }
}

/// A paper's own title is the page's; over what a command answers a heading stands a step lower.
fn tag(level: Level) -> &'static str {
    match level {
        Level::Title => "h1",
        Level::Chapter | Level::Part => "h2",
        Level::Section => "h3",
        Level::Item => "h4",
    }
}

fn write_tiles(tiles: &[Tile], lang: Lang, html: &mut String) {
    html.push_str("<dl class=tiles>\n");
    for tile in tiles {
        let figure = value::readable(&tile.value, lang);
        let class = tile.hue.map_or("plain", light);
        let (label, figure) = (line(&tile.label), line(&figure));
        put(html, format_args!("<div class={class}><dt>{label}<dd>{figure}</div>\n"));
    }
    html.push_str("</dl>\n");
}

/// The class that gives an element the colour of a light.
fn light(hue: Hue) -> &'static str {
    match hue {
        Hue::Red => "red",
        Hue::BrightYellow => "amber",
        Hue::Yellow => "yellow",
        Hue::Green => "green",
        Hue::Blue => "blue",
        Hue::Grey => "grey",
    }
}

/// Writing to a string cannot fail.
fn put(html: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = html.write_fmt(text);
}
