//! Finding Chinese names by what a clerk types: the characters themselves, whole syllables, or the first letters of them.

use pinyin::ToPinyinMulti as _;

/// How well a name fits what was typed; the better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is all of the name.
    Whole,
    /// The name begins with it.
    Front,
    /// It stands somewhere in the name.
    Within,
}

/// Tells how a name fits what was typed; nothing where it does not. All readings of a character count, since which one is
/// meant no table knows: 重庆 is found by `cq`, 行政科 by `xzk`. Without anything typed every name fits.
pub fn fit(typed: &str, name: &str) -> Option<Fit> {
    let typed = folded(typed);
    let name = folded(name);
    let ends = |from: usize| rest(&typed, name.get(from..).unwrap_or_default());
    if typed.is_empty() {
        return Some(Fit::Within);
    }
    match ends(0) {
        Some(0) => return Some(Fit::Whole),
        Some(_) => return Some(Fit::Front),
        None => {}
    }
    (1..name.len()).find_map(ends).map(|_| Fit::Within)
}

/// Returns the names that fit what was typed, the best first and else in their order.
pub fn found<'a>(typed: &str, names: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
    let fits = names.into_iter().filter_map(|name| Some((fit(typed, name)?, name.as_str())));
    let mut fits: Vec<_> = fits.collect();
    fits.sort_by_key(|(fit, _)| *fit);
    fits.into_iter().map(|(_, name)| name).collect()
}

/// The letters without blanks, in small ones.
fn folded(text: &str) -> Vec<char> {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// How many characters of the name are left behind what was typed, where the name begins with that: each character is
/// itself, one of its syllables or the first letter of one. The fewest, where it can be read in several ways.
fn rest(typed: &[char], name: &[char]) -> Option<usize> {
    let (Some(first), Some((character, behind))) = (typed.first(), name.split_first()) else {
        return typed.is_empty().then_some(name.len());
    };
    let mut ways = Vec::new();
    if first == character {
        ways.push(rest(typed.get(1..).unwrap_or_default(), behind));
    }
    for reading in character.to_pinyin_multi().into_iter().flatten() {
        // A keyboard has no ü: people type v, or u.
        for umlaut in ['v', 'u'] {
            let plain = reading.plain().chars().map(|c| if c == 'ü' { umlaut } else { c });
            let syllable: Vec<char> = plain.collect();
            if typed.starts_with(&syllable) {
                ways.push(rest(typed.get(syllable.len()..).unwrap_or_default(), behind));
            }
            if syllable.first() == Some(first) {
                ways.push(rest(typed.get(1..).unwrap_or_default(), behind));
            }
        }
    }
    ways.into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::{Fit, fit, found};

    #[test]
    fn a_name_is_found_by_its_initials_in_all_readings() {
        for (typed, name) in [
            ("wsy", "柳河镇卫生院"),
            ("lhzwsy", "柳河镇卫生院"),
            ("weishengyuan", "柳河镇卫生院"),
            ("卫生", "柳河镇卫生院"),
            ("卫sy", "柳河镇卫生院"),
            ("cq", "重庆路社区"),
            ("zq", "重庆路社区"),
            ("ccl", "长春路社区"),
            ("zcl", "长春路社区"),
            ("xzk", "行政科"),
            ("hzk", "行政科"),
            ("zg", "曾股长"),
            ("cg", "曾股长"),
            ("sx", "单县"),
            ("dx", "单县"),
            ("qg", "仇股长"),
            ("cg", "仇股长"),
            ("nvgong", "女工委"),
            ("nugong", "女工委"),
            ("lxb", "吕行办"),
            ("IT", "it部"),
        ] {
            assert!(fit(typed, name).is_some(), "{typed} {name}");
        }
        for (typed, name) in [("wsk", "柳河镇卫生院"), ("yws", "卫生院"), ("x", "卫生院")]
        {
            assert_eq!(fit(typed, name), None, "{typed} {name}");
        }
    }

    #[test]
    fn the_best_stands_first() {
        let names = ["市第一卫生院", "卫生院东院", "卫生院"].map(str::to_owned);
        assert_eq!(found("wsy", &names), ["卫生院", "卫生院东院", "市第一卫生院"]);
        assert_eq!(fit("卫生院", "卫生院"), Some(Fit::Whole));
        assert_eq!(found("", &names).len(), 3);
        assert!(found("wsy", &[]).is_empty());
    }
}
