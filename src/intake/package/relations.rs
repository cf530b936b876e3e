//! What a part refers to: other parts by their paths, and places outside, which are refused unless nothing comes from them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::xml::{Node, Xml};
use crate::complaint::{BadPackage, Fault};

/// A sheet has some for its pictures, a document some for its headers; links do not count.
const MOST: usize = 20_000;

/// What a part refers to, by the names that it uses.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    /// Kind and path of each.
    by_id: BTreeMap<String, (String, String)>,
}

impl Relations {
    /// Returns the path of the part that an id stands for.
    pub(crate) fn target(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|(_, target)| target.as_str())
    }

    /// Returns the kind of the part that an id stands for.
    pub(crate) fn kind(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(|(kind, _)| kind.as_str())
    }

    /// Returns the path of the first part of a kind, as `styles`.
    pub(crate) fn of_kind(&self, kind: &str) -> Option<&str> {
        let found = self.by_id.values().find(|(known, _)| known == kind);
        found.map(|(_, target)| target.as_str())
    }

    /// All paths.
    pub(super) fn targets(&self) -> impl Iterator<Item = &str> {
        self.by_id.values().map(|(_, target)| target.as_str())
    }
}

/// Returns the path of the part that says what a part refers to.
pub(super) fn path_for(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// Tells whether a path is one of those.
pub(super) fn is_path(path: &str) -> bool {
    path.strip_suffix(".rels").is_some()
}

/// The part that such a path is for.
pub(super) fn part_of(path: &str) -> String {
    path.strip_suffix(".rels").unwrap_or(path).replacen("_rels/", "", 1)
}

/// Reads what `part` refers to.
pub(super) fn read(mut xml: Xml<'_>, part: &str) -> Result<Relations, Fault> {
    let mut relations = Relations::default();
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        if tag.name() != "Relationship" {
            continue;
        }
        let attribute = |name| tag.attribute(name).map(|value| value.map(Cow::into_owned));
        let (id, target) = (attribute("Id")?.unwrap_or_default(), attribute("Target")?);
        let kind = attribute("Type")?.unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        let target = target.unwrap_or_default();
        let external = attribute("TargetMode")?.is_some_and(|mode| mode == "External");
        let bad = |bad| Fault::Package { part: part.to_owned(), bad };
        if external {
            if gives_content(&kind, &target) {
                return Err(bad(BadPackage::External(target)));
            }
            continue;
        }
        if kind == "hyperlink" {
            continue;
        }
        let Some(path) = resolve(part, &target) else {
            return Err(Fault::Package { part: target, bad: BadPackage::Name });
        };
        relations.by_id.insert(id, (kind, path));
        if relations.by_id.len() > MOST {
            return Err(bad(BadPackage::Damaged("too many relationships".into())));
        }
    }
    Ok(relations)
}

/// A link is only a text until somebody follows it, and the template of a machine's own disk gives nothing to what stands
/// in the document.
fn gives_content(kind: &str, target: &str) -> bool {
    match kind {
        "hyperlink" => false,
        "attachedTemplate" => {
            let path = target.strip_prefix("file:///").unwrap_or(target);
            path.contains("://") || path.starts_with("\\\\") || path.starts_with("//")
        }
        _ => true,
    }
}

/// Returns the path of a target from the root on; nothing where it leads out of the package.
fn resolve(part: &str, target: &str) -> Option<String> {
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> = Vec::new();
    let relative = target.strip_prefix('/');
    if relative.is_none() {
        path.extend(folder.split('/').filter(|name| !name.is_empty()));
    }
    for name in relative.unwrap_or(target).split('/') {
        match name {
            "" | "." => {}
            ".." => _ = path.pop()?,
            name if name.contains('\\') => return None,
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{part_of, path_for, resolve};

    #[test]
    fn targets_are_found_from_their_part() {
        let of = |target| resolve("xl/worksheets/sheet1.xml", target);
        assert_eq!(of("../drawings/d.xml").as_deref(), Some("xl/drawings/d.xml"));
        assert_eq!(of("/xl/a.xml").as_deref(), Some("xl/a.xml"));
        assert_eq!(of("../../../etc/passwd"), None);
        assert_eq!(of("a\\b"), None);
        assert_eq!(path_for("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(part_of("xl/_rels/workbook.xml.rels"), "xl/workbook.xml");
        assert_eq!(path_for(""), "_rels/.rels");
        assert_eq!(part_of("_rels/.rels"), "");
    }
}
