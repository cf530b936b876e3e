//! The events of an XML part, without document types, unknown entities, or more depth than there may be.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::BufReader;
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::counted::{Counted, Tally};
use crate::complaint::{BadPackage, Fault, Limited};

/// A part while it is read.
pub(crate) struct Xml<'a> {
    reader: Reader<BufReader<Counted<'a>>>,
    buffer: Vec<u8>,
    tally: Rc<RefCell<Tally>>,
    part: Rc<str>,
    depth: u64,
    most_depth: u64,
}

/// What stands next.
pub(crate) enum Node {
    /// An element begins. An empty one ends at once.
    Start(Tag),
    /// An element ends, by its name without prefix.
    End(String),
    /// A piece of text.
    Text(String),
}

/// The beginning of an element.
pub(crate) struct Tag {
    start: BytesStart<'static>,
    part: Rc<str>,
}

impl Tag {
    /// Its name without prefix.
    pub(crate) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of an attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, Fault> {
        for attribute in self.start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| damaged(&self.part, &error.to_string()))?;
            if attribute.key.local_name().into_inner() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                let value = value.map_err(|error| damaged(&self.part, &error.to_string()))?;
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    /// The value of an attribute as a number; nothing where it is none.
    pub(crate) fn number(&self, name: &str) -> Result<Option<u32>, Fault> {
        Ok(self.attribute(name)?.and_then(|value| value.trim().parse().ok()))
    }

    /// Tells whether an attribute says yes; `absent` where it is not there.
    pub(crate) fn flag(&self, name: &str, absent: bool) -> Result<bool, Fault> {
        let value = self.attribute(name)?;
        Ok(value.map_or(absent, |value| !matches!(&*value, "0" | "false" | "off" | "none")))
    }
}

impl<'a> Xml<'a> {
    pub(super) fn new(
        reader: Counted<'a>,
        tally: Rc<RefCell<Tally>>,
        part: &str,
        most_depth: u64,
    ) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(reader));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), tally, part: part.into(), depth: 0, most_depth }
    }

    /// Returns what stands next; nothing at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Node>, Fault> {
        loop {
            self.buffer.clear();
            self.tally.borrow_mut().at_once = 0;
            let event = match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => continue,
                Ok(event) => event.into_owned(),
                Err(error) => return Err(self.unread(&error.to_string())),
            };
            return self.node(event);
        }
    }

    fn node(&mut self, event: Event<'static>) -> Result<Option<Node>, Fault> {
        Ok(Some(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                if self.depth > self.most_depth {
                    return Err(self.tally.borrow().limits.exceeded(Limited::Depth));
                }
                Node::Start(Tag { start, part: Rc::clone(&self.part) })
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End(end.local_name().into_inner().to_owned())
            }
            Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(name) => Node::Text(self.entity(&name)?),
            Event::DocType(_) => return Err(self.bad(BadPackage::Doctype)),
            Event::Eof if self.depth > 0 => {
                return Err(self.bad(BadPackage::Damaged("unexpected end".into())));
            }
            Event::Eof | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => return Ok(None),
        }))
    }

    /// Goes behind the end of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Ok(());
            }
        }
        Ok(())
    }

    fn entity(&self, reference: &quick_xml::events::BytesRef<'_>) -> Result<String, Fault> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            return Ok(c.to_string());
        }
        let known = quick_xml::escape::resolve_predefined_entity(reference);
        known
            .map(str::to_owned)
            .ok_or_else(|| self.bad(BadPackage::Entity(reference.chars().take(80).collect())))
    }

    fn bad(&self, bad: BadPackage) -> Fault {
        Fault::Package { part: self.part.to_string(), bad }
    }

    fn unread(&self, said: &str) -> Fault {
        let tally = self.tally.borrow();
        match tally.broken {
            Some(of) => tally.limits.exceeded(of),
            None => damaged(&self.part, said),
        }
    }
}

fn damaged(part: &str, said: &str) -> Fault {
    // The parser may cite what it read at any length.
    let said = said.chars().take(120).collect();
    Fault::Package { part: part.to_owned(), bad: BadPackage::Damaged(said) }
}
