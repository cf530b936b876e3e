//! Starts `git` so that neither the environment nor a repository's configuration decides what runs.

use std::env;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

/// Why git gave no answer.
#[derive(Debug)]
pub enum Failure {
    /// There is no `git` program.
    NoProgram,
    /// Git says that this is no repository.
    NoRepository,
    /// Git refused, as for a repository that belongs to somebody else; its own words.
    Refused(String),
    /// Git answered something that is none of its formats.
    Garbled,
    /// The repository lacks this object: it is damaged, or a partial clone.
    Missing(String),
    /// The process could not be started or spoken with.
    Io(io::Error),
}

/// Variables of git that say who commits; all others could point it elsewhere or make it run something.
const KEPT: [&str; 6] = [
    "GIT_AUTHOR_NAME",
    "GIT_AUTHOR_EMAIL",
    "GIT_AUTHOR_DATE",
    "GIT_COMMITTER_NAME",
    "GIT_COMMITTER_EMAIL",
    "GIT_COMMITTER_DATE",
];

/// Runs git in a folder, gives it the input, and returns what it prints.
pub(super) fn run(folder: &Path, arguments: &[&str], input: Vec<u8>) -> Result<Vec<u8>, Failure> {
    answer(&mut prepared(folder, arguments), input)
}

/// Runs git where it is to write: with the hooks of the repository, which its people have put there, and with the index
/// locked as git does it. Everything else of the environment stays out as for reading.
pub(super) fn write(folder: &Path, arguments: &[&str], input: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let mut command = bare(folder);
    command
        .args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"])
        .args(["-c", "user.useConfigOnly=true"]) // never a name made up from the machine's
        .args(arguments);
    answer(&mut command, input)
}

fn answer(command: &mut Command, input: Vec<u8>) -> Result<Vec<u8>, Failure> {
    let output = exchange(command, input)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if words.contains("not a git repository") {
        return Err(Failure::NoRepository);
    }
    Err(Failure::Refused(words))
}

/// Runs git in the same way and returns all that came of it, where its status is an answer, too.
pub(super) fn ask(folder: &Path, arguments: &[&str], input: Vec<u8>) -> Result<Output, Failure> {
    exchange(&mut prepared(folder, arguments), input)
}

/// Git in a folder, with nothing of the environment that could lead it elsewhere.
fn bare(folder: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in env::vars_os().filter(|(name, _)| !is_kept(name)) {
        command.env_remove(name);
    }
    command
        .envs([("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_TERMINAL_PROMPT", "0")])
        .args(["--no-pager", "--literal-pathspecs"])
        .current_dir(folder);
    command
}

fn prepared(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = bare(folder);
    command
        .env("GIT_NO_LAZY_FETCH", "1") // a partial clone would ask its server for what it lacks
        .env("GIT_NO_REPLACE_OBJECTS", "1") // the past as it was, not as somebody would have it seen
        .env("GIT_GRAFT_FILE", "/dev/null/none") // nor with other parents than it had; git warns of a file that is there
        .args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false"])
        .args(["-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"])
        .args(arguments);
    command
}

fn is_kept(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    !name.starts_with("GIT_") || KEPT.contains(&name.as_ref())
}

/// Writes the input from a thread of its own: a pipe that is full on both sides would wait forever.
fn exchange(command: &mut Command, input: Vec<u8>) -> Result<Output, Failure> {
    let stdin = if input.is_empty() { Stdio::null() } else { Stdio::piped() };
    let mut child =
        command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(
            |error| match error.kind() {
                io::ErrorKind::NotFound => Failure::NoProgram,
                _ => Failure::Io(error),
            },
        )?;
    // If git dies before it has read all, its status says so; the broken pipe adds nothing.
    let writer = child.stdin.take().map(|mut pipe| thread::spawn(move || pipe.write_all(&input)));
    let output = child.wait_with_output().map_err(Failure::Io)?;
    writer.map(thread::JoinHandle::join);
    Ok(output)
}
