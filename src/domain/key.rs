//! The key of an entry: what makes two entries one or two when branches merge.

use std::fmt;
use std::str::FromStr;

/// Six characters of Crockford's base32 in small letters, unique in the problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; Key::LENGTH]);

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Key {
    /// How many characters a key has.
    pub const LENGTH: usize = 6;

    /// Makes a key of random bytes.
    pub fn from_random(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes.map(|byte| ALPHABET[usize::from(byte % 32)]))
    }
}

/// The text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAKey;

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let bytes: [u8; Self::LENGTH] = text.as_bytes().try_into().map_err(|_| NotAKey)?;
        if bytes.into_iter().all(is_of_alphabet) { Ok(Self(bytes)) } else { Err(NotAKey) }
    }
}

/// Tells whether a byte is one of [`ALPHABET`], without looking through it: each entry that is read has a key.
fn is_of_alphabet(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'h' | b'j' | b'k' | b'm' | b'n' | b'p'..=b't' | b'v'..=b'z')
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{}", char::from(*byte)))
    }
}

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a key")
    }
}

impl std::error::Error for NotAKey {}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, Key, is_of_alphabet};

    #[test]
    fn the_alphabet_is_told_by_its_ranges() {
        assert!((0..=255).all(|byte| is_of_alphabet(byte) == ALPHABET.contains(&byte)));
    }

    #[test]
    fn a_key_reads_as_it_is_written() {
        let key = Key::from_random([0, 31, 32, 255, 7, 18]);
        assert_eq!(key.to_string(), "0z0z7j");
        assert_eq!("0z0z7j".parse(), Ok(key));
        for wrong in ["0z0z7", "0z0z7jj", "0Z0Z7J", "0z0z7i", "密钥"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }
}
