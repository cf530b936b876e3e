//! The members of a package by their names and marks, before any of them is unpacked.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use zip::ZipArchive;

use crate::complaint::{BadPackage, Fault, Foreign, Limited};
use crate::intake::limits::{Limits, count};

/// Endings of files that are archives or programs, which no part of a workbook or document is.
const ARCHIVES: [&str; 6] = ["zip", "rar", "7z", "gz", "tar", "cab"];
const PROGRAMS: [&str; 7] = ["exe", "dll", "js", "vbs", "bat", "cmd", "hta"];

/// Where the record at the end of an archive begins, and where in it the number of members stands.
const END: &[u8] = b"PK\x05\x06";
const END_COUNT: usize = 10;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Tells whether an archive says itself that it has more members than may be, before their list is read.
pub(super) fn too_many(bytes: &[u8], limits: &Limits) -> bool {
    let end = bytes.windows(END.len()).rposition(|window| window == END);
    let count = end.and_then(|end| bytes.get(end + END_COUNT..end + END_COUNT + 2));
    count.is_some_and(|count| u64::from(count[0]) + u64::from(count[1]) * 256 > limits.members)
}

/// Returns the index of each member by its name in small letters, or what is wrong with the first that is wrong.
pub(super) fn checked(
    archive: &mut Archive<'_>,
    limits: &Limits,
) -> Result<BTreeMap<String, usize>, Fault> {
    if count(archive.len()) > limits.members {
        return Err(limits.exceeded(Limited::Members));
    }
    let whole = |bad| Fault::Package { part: String::new(), bad };
    if archive.has_duplicate_names() {
        return Err(whole(BadPackage::NamedTwice));
    }
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let member = archive.by_index_raw(index).map_err(|_| Fault::Foreign(Foreign::BrokenZip))?;
        let raw = String::from_utf8_lossy(member.name_raw()).into_owned();
        let wrong = if is_bad(&raw) {
            Some(BadPackage::Name)
        } else if member.is_symlink() {
            Some(BadPackage::Link)
        } else if member.encrypted() {
            Some(BadPackage::Encrypted)
        } else {
            None
        };
        if let Some(bad) = wrong {
            return Err(Fault::Package { part: raw, bad });
        }
        if parts.insert(raw.to_lowercase(), index).is_some() {
            return Err(whole(BadPackage::NamedTwice));
        }
    }
    Ok(parts)
}

/// Refuses macros, controls, programs and archives.
pub(super) fn no_programs<'n>(names: impl Iterator<Item = &'n String>) -> Result<(), Fault> {
    for name in names {
        let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or("");
        let program = name.ends_with("vbaproject.bin")
            || name.contains("activex/")
            || name.contains("/macrosheets/")
            || PROGRAMS.contains(&ending);
        let bad = if program {
            BadPackage::Program
        } else if ARCHIVES.contains(&ending) {
            BadPackage::Archive
        } else {
            continue;
        };
        return Err(Fault::Package { part: name.clone(), bad });
    }
    Ok(())
}

/// Refuses embedded files, but for the tables that charts are drawn from.
pub(super) fn no_embedded<'n>(
    mut names: impl Iterator<Item = &'n String>,
    own: &[String],
) -> Result<(), Fault> {
    let embedded = names
        .find(|name| name.contains("embeddings/") && !own.contains(name) && !name.ends_with('/'));
    embedded.map_or(Ok(()), |name| {
        Err(Fault::Package { part: name.clone(), bad: BadPackage::Embedded })
    })
}

/// Tells whether a name leads out of the package, or is one that no office program writes.
fn is_bad(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    name.is_empty()
        || drive
        || name.starts_with('/')
        || name.contains('\\')
        || name.chars().any(char::is_control)
        || name.split('/').any(|part| part == ".." || part == ".")
}

#[cfg(test)]
mod tests {
    use super::is_bad;

    #[test]
    fn names_stay_inside() {
        for name in ["/a", "../a", "a/../b", "a\\b", "c:a", "a\nb", "", "./a"] {
            assert!(is_bad(name), "{name:?}");
        }
        for name in ["a", "xl/worksheets/sheet1.xml", "_rels/.rels", "台账/a..b"] {
            assert!(!is_bad(name), "{name:?}");
        }
    }
}
