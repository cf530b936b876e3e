//! Trees and blobs, many in one process.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::command::{Failure, run};

/// A folder or file as a commit holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    /// The names in a folder.
    Tree(Vec<String>),
    /// A file's bytes.
    Blob(Vec<u8>),
}

/// Reads the objects that these expressions name; leaves out those that are not there.
///
/// Two processes: the first turns expressions into hashes, so that what many branches share is read once.
pub(super) fn read(
    folder: &Path,
    wanted: impl Iterator<Item = String>,
) -> Result<Vec<Object>, Failure> {
    let expressions: String = wanted.flat_map(|expression| [expression, "\n".to_owned()]).collect();
    let found = run(folder, &["cat-file", "--batch-check"], expressions.into_bytes())?;
    let hashes: BTreeSet<&str> = std::str::from_utf8(&found)
        .map_err(|_| Failure::Garbled)?
        .lines()
        .filter_map(|line| Some(header(line)?.hash))
        .collect();
    if hashes.is_empty() {
        return Ok(Vec::new());
    }
    let request: String = hashes.iter().flat_map(|hash| [hash, "\n"]).collect();
    let contents = run(folder, &["cat-file", "--batch"], request.into_bytes())?;
    split(&contents).ok_or(Failure::Garbled)
}

/// Reads what these expressions name, in their order; nothing for one that names nothing.
pub(super) fn each_of(folder: &Path, wanted: &[String]) -> Result<Vec<Option<Object>>, Failure> {
    let request: String = wanted.iter().flat_map(|expression| [expression, "\n"]).collect();
    let answer = run(folder, &["cat-file", "--batch"], request.into_bytes())?;
    let mut rest = answer.as_slice();
    let mut objects = Vec::with_capacity(wanted.len());
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| byte == b'\n').ok_or(Failure::Garbled)?;
        let line = std::str::from_utf8(&rest[..end]).map_err(|_| Failure::Garbled)?;
        rest = &rest[end + 1..];
        let Some(header) = header(line) else {
            objects.push(None);
            continue;
        };
        let body = rest.get(..header.size).ok_or(Failure::Garbled)?;
        objects.push(match header.kind {
            "tree" => names(body, header.hash.len() / 2).map(Object::Tree),
            "blob" => Some(Object::Blob(body.to_owned())),
            _ => None,
        });
        rest = rest.get(header.size + 1..).ok_or(Failure::Garbled)?;
    }
    if objects.len() == wanted.len() { Ok(objects) } else { Err(Failure::Garbled) }
}

/// Reads objects by their hashes, each once. One that is not there is a failure.
pub(super) fn contents(
    folder: &Path,
    hashes: &BTreeSet<&str>,
) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    if hashes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let request: String = hashes.iter().flat_map(|hash| [hash, "\n"]).collect();
    let answer = run(folder, &["cat-file", "--batch"], request.into_bytes())?;
    let mut rest = answer.as_slice();
    let mut contents = BTreeMap::new();
    while !rest.is_empty() {
        let end = rest.iter().position(|&byte| byte == b'\n').ok_or(Failure::Garbled)?;
        let line = std::str::from_utf8(&rest[..end]).map_err(|_| Failure::Garbled)?;
        let header = header(line).ok_or_else(|| Failure::Missing(line.to_owned()))?;
        let body = rest.get(end + 1..end + 1 + header.size).ok_or(Failure::Garbled)?;
        contents.insert(header.hash.to_owned(), body.to_owned());
        rest = rest.get(end + 1 + header.size + 1..).ok_or(Failure::Garbled)?;
    }
    Ok(contents)
}

/// Returns the hashes that these expressions name, in their order; nothing for one that names nothing.
///
/// The expressions go through standard input, where none of them can be taken for an option.
pub(super) fn hashes(folder: &Path, wanted: &[String]) -> Result<Vec<Option<String>>, Failure> {
    let request: String = wanted.iter().flat_map(|expression| [expression, "\n"]).collect();
    let found = run(folder, &["cat-file", "--batch-check"], request.into_bytes())?;
    let found = String::from_utf8_lossy(&found);
    Ok(found.lines().map(|line| Some(header(line)?.hash.to_owned())).collect())
}

/// The line that git prints before an object.
struct Header<'a> {
    hash: &'a str,
    kind: &'a str,
    size: usize,
}

/// Reads `HASH KIND SIZE`; git says `EXPRESSION missing` of what is not there.
fn header(line: &str) -> Option<Header<'_>> {
    let mut words = line.split(' ');
    let (hash, kind, size) = (words.next()?, words.next()?, words.next()?.parse().ok()?);
    words.next().is_none().then_some(Header { hash, kind, size })
}

fn split(contents: &[u8]) -> Option<Vec<Object>> {
    let mut objects = Vec::new();
    each(contents, |header, body| {
        match header.kind {
            "tree" => objects.push(Object::Tree(names(body, header.hash.len() / 2)?)),
            "blob" => objects.push(Object::Blob(body.to_owned())),
            _ => {} // a submodule's commit
        }
        Some(())
    })?;
    Some(objects)
}

/// Goes through what `cat-file --batch` printed.
fn each(mut contents: &[u8], mut take: impl FnMut(&Header<'_>, &[u8]) -> Option<()>) -> Option<()> {
    while !contents.is_empty() {
        let end = contents.iter().position(|&byte| byte == b'\n')?;
        let header = header(std::str::from_utf8(&contents[..end]).ok()?)?;
        take(&header, contents.get(end + 1..)?.get(..header.size)?)?;
        contents = contents.get(end + 1 + header.size + 1..)?;
    }
    Some(())
}

/// Reads the files that `ls-tree -z` printed: hashes and paths. Names that are no UTF-8 are none of ours.
pub(super) fn listed(output: &[u8]) -> impl Iterator<Item = (String, String)> {
    let lines = output.split(|&byte| byte == 0).filter_map(|line| std::str::from_utf8(line).ok());
    lines.filter_map(|line| {
        let (head, path) = line.split_once('\t')?;
        let mut words = head.split(' ').skip(1);
        let is_file = words.next() == Some("blob");
        words.next().filter(|_| is_file).map(|hash| (hash.to_owned(), path.to_owned()))
    })
}

/// Shows the files of these hashes, by hash and bytes.
pub(super) fn each_blob(
    folder: &Path,
    hashes: &[&String],
    mut look: impl FnMut(&str, &[u8]),
) -> Result<(), Failure> {
    let request: String = hashes.iter().flat_map(|hash| [hash.as_str(), "\n"]).collect();
    let contents = run(folder, &["cat-file", "--batch"], request.into_bytes())?;
    let shown = each(&contents, |header, bytes| {
        look(header.hash, bytes);
        Some(())
    });
    shown.ok_or(Failure::Garbled)
}

/// Reads the names of a tree: `MODE NAME`, NUL, and the hash in binary.
fn names(mut tree: &[u8], hash: usize) -> Option<Vec<String>> {
    let mut names = Vec::new();
    while !tree.is_empty() {
        let blank = tree.iter().position(|&byte| byte == b' ')?;
        let nul = tree.iter().position(|&byte| byte == 0)?;
        names.push(String::from_utf8_lossy(tree.get(blank + 1..nul)?).into_owned());
        tree = tree.get(nul + 1 + hash..)?;
    }
    Some(names)
}
