//! Lists of words, looked up by what a text begins or ends with.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::lexicon;

/// Words by a character that they have at one end.
#[derive(Debug)]
pub(super) struct Words(HashMap<char, Vec<&'static str>>);

impl Words {
    fn by_first(list: &'static str) -> Self {
        Self::by(list, |word| word.chars().next())
    }

    fn by_last(list: &'static str) -> Self {
        Self::by(list, |word| word.chars().next_back())
    }

    fn by(list: &'static str, end: fn(&str) -> Option<char>) -> Self {
        let mut words: HashMap<char, Vec<&'static str>> = HashMap::new();
        for word in list.split_whitespace() {
            if let Some(c) = end(word) {
                words.entry(c).or_default().push(word);
            }
        }
        Self(words)
    }

    fn of(&self, end: Option<char>) -> impl Iterator<Item = &'static str> {
        let words = end.and_then(|c| self.0.get(&c));
        words.into_iter().flatten().copied()
    }

    /// Tells whether a text begins with one of them.
    pub(super) fn begin(&self, text: &str) -> bool {
        self.of(text.chars().next()).any(|word| text.starts_with(word))
    }

    /// Tells whether a text ends with one of them.
    pub(super) fn end(&self, text: &str) -> bool {
        self.of(text.chars().next_back()).any(|word| text.ends_with(word))
    }
}

/// The words of the lexicon, as they are asked for.
pub(super) static ROLES: LazyLock<Words> = LazyLock::new(|| Words::by_last(lexicon::ROLES));
pub(super) static TITLES: LazyLock<Words> = LazyLock::new(|| Words::by_first(lexicon::TITLES));
pub(super) static OTHERS: LazyLock<Words> = LazyLock::new(|| Words::by_first(lexicon::OTHERS));
pub(super) static FOLLOWING: LazyLock<Words> =
    LazyLock::new(|| Words::by_first(lexicon::FOLLOWING));
pub(super) static VERBS: LazyLock<Words> = LazyLock::new(|| Words::by_first(lexicon::VERBS));
pub(super) static VERBS_BEFORE: LazyLock<Words> = LazyLock::new(|| Words::by_last(lexicon::VERBS));

static WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lexicon::WORDS.split_whitespace().collect());
static COMPOUND: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lexicon::COMPOUND.split_whitespace().collect());
static SURNAMES: LazyLock<HashSet<char>> = LazyLock::new(|| lexicon::SURNAMES.chars().collect());

/// Tells whether it is a word that begins like a name.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.contains(word)
}

/// Tells whether it is a surname of two characters.
pub(super) fn is_compound(word: &str) -> bool {
    COMPOUND.contains(word)
}

/// Tells whether it is a surname of one character.
pub(super) fn is_surname(c: char) -> bool {
    SURNAMES.contains(&c)
}
