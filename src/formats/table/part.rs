//! Takes a table apart in which two problems have one number.

use super::SEPARATOR;
use super::header::Header;
use super::line::Line;
use super::rows::Rows;
use crate::complaint::Table;

/// Returns the table without the last problem of this number, and a table of that alone: the rows of the number that stand
/// further down than the problem's own row are its parts. Nothing where not two problems have the number.
pub fn part(text: &str, no: u32) -> Option<[String; 2]> {
    let mut rows = Rows::new(text, SEPARATOR);
    let top = rows.next()?;
    let header = Header::read(text, &top, &mut Vec::new());
    let lines = rows.filter_map(|row| {
        let line = Line::read_head(text, &header, &row, &mut Vec::new())?;
        let end = text[row.span.end..].find('\n').map_or(text.len(), |at| row.span.end + at + 1);
        (line.no == no).then_some((line.table, row.span.start..end))
    });
    let own: Vec<_> = lines.collect();
    let is_problem = |(_, (table, _)): &(usize, &(Table, _))| *table == Table::Problem;
    let problems: Vec<_> = own.iter().enumerate().filter(is_problem).map(|(at, _)| at).collect();
    let [.., _, last] = problems[..] else { return None };
    let end = text[top.span.end..].find('\n').map_or(text.len(), |at| top.span.end + at + 1);
    let (mut first, mut second) = (text.to_owned(), text[..end].to_owned());
    for (_, span) in &own[last..] {
        second.push_str(&text[span.clone()]);
    }
    for (_, span) in own[last..].iter().rev() {
        first.replace_range(span.clone(), "");
    }
    Some([first, second])
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn what_stands_below_the_second_row_goes_with_it() {
        let text = "record,no,seq\nproblem,2,1\nmeasure,2,2\nproblem,3,3\nproblem,2,4\nentry,2,5\nentry,3,6\n";
        let [first, second] = part(text, 2).unwrap();
        assert_eq!(first, "record,no,seq\nproblem,2,1\nmeasure,2,2\nproblem,3,3\nentry,3,6\n");
        assert_eq!(second, "record,no,seq\nproblem,2,4\nentry,2,5\n");
        assert_eq!(part(text, 3), None);
        assert_eq!(part("", 3), None);
    }
}
