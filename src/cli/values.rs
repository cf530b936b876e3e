//! What is typed as the value of an option, turned into meaning once, at the border.

use crate::domain::evidence::Evidence;
use crate::domain::key::Key;
use crate::domain::money::Money;
use crate::formats::text;

/// Reads a text: trimmed, not empty, with line feeds for line ends, and nothing that a file of the book may not hold.
pub fn text(typed: &str) -> Result<String, String> {
    let typed = typed.replace("\r\n", "\n").trim().to_owned();
    if typed.is_empty() {
        return Err("nothing is written there".to_owned());
    }
    match text::decode("", typed.as_bytes()) {
        Ok(_) => Ok(typed),
        Err(_) => Err("a character or line stands there that a ledger may not hold".to_owned()),
    }
}

/// Reads a name: a text of one line without `|`, which separates names in a table.
pub fn name(typed: &str) -> Result<String, String> {
    let name = text(typed)?;
    if name.contains(['|', '\n', '\t']) { Err("a name holds neither `|` nor line ends".to_owned()) } else { Ok(name) }
}

/// Reads an amount of money.
pub fn money(typed: &str) -> Result<Money, String> {
    Money::read(typed).ok_or_else(|| "write an amount as 15.7万元, 457.2元 or 157000".to_owned())
}

/// Reads the key of an entry.
pub fn key(typed: &str) -> Result<Key, String> {
    typed.parse().map_err(|_| "a key has six characters, as k7q2m9; `ledger show` lists them".to_owned())
}

/// Reads the path of a file of evidence.
pub fn evidence(typed: &str) -> Result<String, String> {
    let plain = typed.replace('\\', "/");
    // The path may still lead anywhere; whether it lies in the book is looked at when it is opened.
    let end = plain.rsplit('/').next().unwrap_or_default();
    end.parse::<Evidence>().map(|_| typed.to_owned()).map_err(|_| "no file of evidence can have this name".to_owned())
}
