//! Commits: which one a name means, which was the last before a moment, and what they say of themselves.

use std::collections::BTreeSet;

use super::Repository;
use super::command::{Failure, run};
use super::objects;

/// What a commit says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its hash, in full.
    pub hash: String,
    /// The hashes of its parents.
    pub parents: Vec<String>,
    /// Who made the change.
    pub author: String,
    /// Their mail address.
    pub address: String,
    /// When it was committed, in seconds since 1970 began in Greenwich.
    pub committed: i64,
    /// The first line of its message.
    pub subject: String,
}

impl Commit {
    /// As much of the hash as people write.
    pub fn short(&self) -> &str {
        self.hash.get(..SHORT).unwrap_or(&self.hash)
    }
}

/// How much of a hash people write.
const SHORT: usize = 8;

impl Repository {
    /// Returns the hash of the commit that a name means; nothing where there is none.
    pub fn commit(&self, name: &str) -> Result<Option<String>, Failure> {
        // A name with a line break would be two.
        if name.is_empty() || name.starts_with('-') || name.contains(char::is_control) {
            return Ok(None);
        }
        let mut found = objects::hashes(&self.folder, &[format!("{name}^{{commit}}")])?;
        match found.pop().flatten() {
            None if name == "HEAD" => self.unborn().map(|()| None),
            found => Ok(found),
        }
    }

    /// Makes sure that there is no commit since none was made yet, and not since the repository is damaged.
    fn unborn(&self) -> Result<(), Failure> {
        let head = run(&self.folder, &["rev-parse", "--quiet", "--verify", "HEAD"], Vec::new());
        match head {
            Ok(hash) => Err(Failure::Missing(String::from_utf8_lossy(&hash).trim().to_owned())),
            Err(_) => Ok(()),
        }
    }

    /// Returns the last commit made before the end of a second, on the way from a commit back along first parents.
    pub fn last_until(&self, commit: &str, second: i64) -> Result<Option<String>, Failure> {
        let until = format!("--min-age={second}");
        let words = ["rev-list", "-1", "--first-parent", &until, "--end-of-options", commit];
        let answer = run(&self.folder, &words, Vec::new())?;
        let hash = String::from_utf8_lossy(&answer).trim().to_owned();
        Ok((!hash.is_empty()).then_some(hash))
    }

    /// Tells whether the clone lacks the older commits.
    pub fn is_shallow(&self) -> Result<bool, Failure> {
        let answer = run(&self.folder, &["rev-parse", "--is-shallow-repository"], Vec::new())?;
        Ok(answer.starts_with(b"true"))
    }

    /// Reads commits by their hashes, in this order.
    pub fn commits(&self, hashes: &[String]) -> Result<Vec<Commit>, Failure> {
        let wanted: BTreeSet<&str> = hashes.iter().map(String::as_str).collect();
        let contents = objects::contents(&self.folder, &wanted)?;
        let read = |hash: &String| {
            let text = String::from_utf8_lossy(contents.get(hash)?);
            parse(hash, &text)
        };
        hashes.iter().map(|hash| read(hash).ok_or(Failure::Garbled)).collect()
    }
}

/// Reads `KEY VALUE` lines up to an empty line; behind it stands the message.
fn parse(hash: &str, text: &str) -> Option<Commit> {
    let (head, message) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut commit = Commit {
        hash: hash.to_owned(),
        parents: Vec::new(),
        author: String::new(),
        address: String::new(),
        committed: 0,
        subject: message.trim_start().lines().next().unwrap_or_default().trim().to_owned(),
    };
    for line in head.lines() {
        match line.split_once(' ')? {
            ("parent", parent) => commit.parents.push(parent.to_owned()),
            ("author", who) => (commit.author, commit.address, _) = person(who)?,
            ("committer", who) => {
                commit.committed = person(who)?.2;
                break; // signatures and the like, of several lines
            }
            _ => {}
        }
    }
    Some(commit)
}

/// Reads `NAME <ADDRESS> SECONDS ZONE`.
fn person(text: &str) -> Option<(String, String, i64)> {
    let (name, rest) = text.rsplit_once(" <").or_else(|| Some(("", text.strip_prefix('<')?)))?;
    let (address, time) = rest.rsplit_once('>')?;
    let seconds = time.trim_start().split(' ').next()?.parse().ok()?;
    Some((name.trim().to_owned(), address.to_owned(), seconds))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_commit_says_who_and_when() {
        let text = "tree 1\nparent a\nparent b\nauthor 办公室 <clerk@example.org> 1 +0800\n\
                    committer X <x@example.org> 1664496000 +0800\ngpgsig -----BEGIN\n more\n\n\n 销号  \n\nrest";
        let commit = parse("c", text).unwrap();
        assert_eq!(commit.parents, ["a", "b"]);
        assert_eq!(
            (commit.author.as_str(), commit.address.as_str()),
            ("办公室", "clerk@example.org")
        );
        assert_eq!((commit.committed, commit.subject.as_str()), (1_664_496_000, "销号"));
        assert_eq!(
            parse("c", "tree 1\nauthor <> 0 +0000\ncommitter <> 5 +0000\n").unwrap().committed,
            5
        );
    }
}
