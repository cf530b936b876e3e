//! Where the lines of a text begin, for whoever looks up many places of it.

use super::Source;

/// The first bytes of the lines of a text.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of a text.
    pub fn of(source: &Source) -> Self {
        let behind = source.text.match_indices('\n').map(|(end, _)| end + 1);
        Self { starts: std::iter::once(0).chain(behind).collect() }
    }

    /// The same as [`Source::place`] of the text, without counting its lines each time.
    pub fn place(&self, source: &Source, offset: usize) -> String {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied();
        let before = source.text.get(start.unwrap_or(0)..offset).unwrap_or_default();
        let column = before.trim_start_matches('\u{feff}').chars().count() + 1;
        format!("{}:{line}:{column}", source.path)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Source};

    #[test]
    fn a_place_is_the_same_however_it_is_found() {
        let source = Source {
            path: "a.csv".into(),
            text: "\u{feff}题,a\n\n甲乙\r\nb".into(),
            ..Source::default()
        };
        let lines = Lines::of(&source);
        for (offset, _) in source.text.char_indices().chain([(source.text.len(), ' ')]) {
            assert_eq!(lines.place(&source, offset), source.place(offset), "{offset}");
        }
    }
}
