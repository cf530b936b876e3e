//! The nearest known name, for a word that is not known.

/// Returns the known name that is nearest by edits, if it is near enough: a third of its letters, at least one.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.map(|name| (distance(word, name), name));
    let near = near.filter(|(distance, name)| *distance <= tolerance(name.chars().count()));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// One slip in three letters, and at least one; but with one letter replaced a name of one letter is another name.
fn tolerance(letters: usize) -> usize {
    if letters < 2 { 0 } else { (letters / 3).max(1) }
}

/// How many letters have to be put in, left out, replaced or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let known = || ["due", "limit", "基层卫生股", "医政医管股"].into_iter();
        assert_eq!(nearest("dew", known()), None);
        assert_eq!(nearest("deu", known()), Some("due"));
        assert_eq!(nearest("limt", known()), Some("limit"));
        assert_eq!(nearest("基层卫股", known()), Some("基层卫生股"));
        assert_eq!(nearest("财务科", known()), None);
        assert_eq!(nearest("丙", ["甲"].into_iter()), None);
    }
}
