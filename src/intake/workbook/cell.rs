//! What a cell says: its value by its type and format, as text.

use super::book::Shared;
use super::format::Shape;
use super::styles::Style;
use super::{number, serial, strings};
use crate::complaint::{BadOffice, Damage, Fault, Limited};
use crate::intake::clean::{clean, unescaped};
use crate::intake::limits::{Limits, count};
use crate::intake::package::{Node, Xml};

/// A cell as the sheet has it.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// `t`: how the value is to be read.
    pub(super) kind: String,
    pub(super) style: Style,
    /// `v`, where it is there.
    pub(super) value: Option<String>,
    /// `is`: a text of its own.
    pub(super) inline: Option<strings::Text>,
    /// `f`, where the value is the result of a formula.
    pub(super) formula: Option<String>,
}

/// What a cell says.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) struck: bool,
    /// What is wrong with it.
    pub(super) fault: Option<Fault>,
}

impl Raw {
    /// Reads what stands in a cell, up to its end.
    pub(super) fn filled(mut self, xml: &mut Xml<'_>, limits: &Limits) -> Result<Self, Fault> {
        // The element whose text is being read.
        let mut inside = "";
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(tag) => match tag.name() {
                    "v" => {
                        inside = "v";
                        self.value.get_or_insert_default();
                    }
                    "f" => {
                        inside = "f";
                        self.formula.get_or_insert_default();
                    }
                    "is" => self.inline = Some(strings::text(xml, "is", limits)?),
                    _ => xml.skip()?,
                },
                Node::End(name) if name == "c" => break,
                Node::End(_) => inside = "",
                Node::Text(piece) => {
                    let text = match inside {
                        "v" => &mut self.value,
                        "f" => &mut self.formula,
                        _ => continue,
                    };
                    let text = text.get_or_insert_default();
                    text.push_str(&piece);
                    if count(text.len()) > limits.cell {
                        return Err(limits.exceeded(Limited::Cell));
                    }
                }
            }
        }
        Ok(self)
    }

    /// Returns what the cell says; characters that were left out are counted.
    pub(super) fn said(self, shared: &Shared, stripped: &mut usize) -> Said {
        let mut struck = self.style.struck;
        let (text, fault) = if self.lacks_result() {
            let formula = self.formula.unwrap_or_default();
            (format!("={formula}"), Some(Fault::Office(BadOffice::NoResult)))
        } else {
            match self.read(shared, &mut struck) {
                Ok(text) => (text, None),
                Err(fault) => (self.value.unwrap_or_default(), Some(fault)),
            }
        };
        let text = clean(&unescaped(&text), stripped);
        let text = if text.trim().is_empty() { String::new() } else { text };
        Said { struck: struck && !text.is_empty(), text, fault }
    }

    /// A formula whose result is an empty text has a value that is empty, and is marked as text.
    fn lacks_result(&self) -> bool {
        let empty = self.value.as_ref().is_none_or(String::is_empty);
        self.formula.is_some() && empty && self.kind != "str" && self.inline.is_none()
    }

    fn read(&self, shared: &Shared, struck: &mut bool) -> Result<String, Fault> {
        if let Some(inline) = &self.inline {
            *struck |= inline.struck;
            return Ok(inline.text.to_string());
        }
        let Some(value) = &self.value else { return Ok(String::new()) };
        let bad = || Fault::Office(BadOffice::CellValue(value.chars().take(80).collect()));
        match &*self.kind {
            "s" => {
                let index = value.trim().parse().ok().and_then(|at: usize| shared.texts.get(at));
                let Some(text) = index else {
                    return Err(Fault::Office(BadOffice::NoSharedText(value.clone())));
                };
                *struck |= text.struck;
                Ok(text.text.to_string())
            }
            "str" | "inlineStr" => Ok(value.clone()),
            "b" => match value.trim() {
                "0" | "false" => Ok("FALSE".to_owned()),
                "1" | "true" => Ok("TRUE".to_owned()),
                _ => Err(bad()),
            },
            "e" => Err(Fault::Damaged(Damage::Error)),
            "d" => Ok(iso(value)),
            "" | "n" if value.trim().is_empty() => Ok(String::new()),
            "" | "n" => self.number(value, shared).ok_or_else(bad)?.map_err(Fault::Damaged),
            _ => Err(bad()),
        }
    }

    /// Returns the number as its format shows it, or nothing where it is none.
    fn number(&self, value: &str, shared: &Shared) -> Option<Result<String, Damage>> {
        let plain = match number::plain(value)? {
            Ok(plain) => plain,
            Err(damage) => return Some(Err(damage)),
        };
        Some(match self.style.shape {
            Shape::Plain => Ok(plain),
            Shape::Percent => Ok(number::percent(&plain)),
            Shape::Padded(width) => Ok(number::padded(&plain, width)),
            shape @ (Shape::Day | Shape::Month | Shape::Time) => {
                let value = value.trim().parse().ok()?;
                serial::written(value, shape, shared.since_1904).ok_or(Damage::Day)
            }
        })
    }
}

/// A day that the workbook itself keeps in ISO, without a time of midnight.
fn iso(value: &str) -> String {
    let value = value.trim().trim_end_matches('Z');
    let (day, time) = value.split_once('T').unwrap_or((value, ""));
    let midnight =
        time.is_empty() || time.trim_start_matches("00:00:00").trim_matches(['.', '0']).is_empty();
    if midnight { day.to_owned() } else { format!("{day} {time}") }
}
