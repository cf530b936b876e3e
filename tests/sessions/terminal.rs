//! A terminal of 80 columns on which a command runs, and somebody who looks at it and types.
//!
//! Only what was printed since the last key is looked at: an older question may still stand above.

use std::io::{ErrorKind, Write as _};
use std::num::NonZero;
use std::thread;
use std::time::{Duration, Instant};

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;

use crate::session::Session;

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const TAB: &str = "\t";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";
pub(crate) const CTRL_C: &str = "\x03";

/// How long a command may take to say something, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

const COLUMNS: u16 = 80;
const ROWS: u16 = 50;

/// A terminal on which a command runs.
pub(crate) struct Terminal {
    process: OsSession,
    screen: vt100::Parser,
    /// What was printed since the last key.
    since: Vec<u8>,
}

impl Session {
    /// Types a command at a terminal, as [`Session::run`] does without one.
    pub(crate) fn at_terminal(&self, words: &str) -> Terminal {
        let mut process = OsSession::spawn(self.command(words)).unwrap();
        process.get_process_mut().set_window_size(COLUMNS, ROWS).unwrap();
        let [rows, columns] = [ROWS, COLUMNS].map(|size| NonZero::new(size).unwrap());
        Terminal { process, screen: vt100::Parser::new(rows, columns, 0), since: Vec::new() }
    }
}

impl Terminal {
    /// Waits until this stands on the screen.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let begun = Instant::now();
        while !self.printed().contains(text) {
            let more = self.read();
            assert!(more && begun.elapsed() < PATIENCE, "no {text:?} in\n{}", self.screen());
        }
        self
    }

    /// Presses keys.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        self.since.clear();
        self.process.write_all(keys.as_bytes()).unwrap();
        self.process.flush().unwrap();
        self
    }

    /// Waits until the command ends, with this status.
    #[track_caller]
    pub(crate) fn ends(&mut self, status: i32) -> &mut Self {
        let begun = Instant::now();
        while self.read() {
            assert!(begun.elapsed() < PATIENCE, "it goes on:\n{}", self.screen());
        }
        let ended = self.process.get_process().wait().unwrap();
        let WaitStatus::Exited(_, code) = ended else { panic!("{ended:?}\n{}", self.screen()) };
        assert_eq!(code, status, "{}", self.screen());
        self
    }

    /// What was printed since the last key.
    pub(crate) fn printed(&self) -> String {
        plain(&self.since)
    }

    /// All that stands on the screen.
    pub(crate) fn screen(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads what was printed; tells whether more may come.
    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        match self.process.try_read(&mut bytes) {
            Ok(0) => return false,
            Ok(read) => {
                self.screen.process(&bytes[..read]);
                self.since.extend(&bytes[..read]);
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(5));
            }
            // The other end was closed, which a pseudo-terminal calls a failure.
            Err(_) => return false,
        }
        true
    }
}

/// The text without what moves the cursor and colours it.
fn plain(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut pieces = text.split('\x1b');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| c.is_ascii_alphabetic() || c == '~');
        plain.push_str(end.map_or("", |end| &piece[end + 1..]));
    }
    plain
}
