//! Bytes → text. Refuses what no editor shows and what git left behind, before anything else looks at the text.

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{Complaint, Fault, Log, Source};

/// Reads the bytes of a file as UTF-8, or gives everything in them that may not stand there.
pub fn decode(path: &str, bytes: &[u8]) -> Result<Source, Vec<Complaint>> {
    let whole = |fault, text: String| {
        let mut log =
            Log::new(&Arc::new(Source { path: path.to_owned(), text, ..Source::default() }));
        let span =
            if let Fault::NotUtf8 { offset, .. } = fault { offset..offset + 3 } else { 0..0 };
        log.push(span, fault);
        Err(log.into_complaints())
    };
    if is_utf16(bytes) {
        return whole(Fault::Utf16, String::new());
    }
    // The quicker check does not say where a wrong byte stands.
    let quickly = simdutf8::basic::from_utf8(bytes).ok();
    let text = match quickly.map_or_else(|| std::str::from_utf8(bytes), Ok) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let gb18030 = encoding_rs::GB18030
                .decode_without_bom_handling_and_without_replacement(bytes)
                .is_some();
            // Up to the wrong byte the replaced text is the true one, so the place is right; it is shown, never read.
            let shown = String::from_utf8_lossy(bytes).into_owned();
            return whole(Fault::NotUtf8 { offset: error.valid_up_to(), gb18030 }, shown);
        }
    };
    let source = Source { path: path.to_owned(), text, ..Source::default() };
    if is_clean(&source.text) {
        return Ok(source);
    }
    let faults = [refused_characters(&source.text), conflict_markers(&source.text)].concat();
    if faults.is_empty() {
        return Ok(source);
    }
    let mut log = Log::new(&Arc::new(source));
    for (span, fault) in faults {
        log.push(span, fault);
    }
    Err(log.into_complaints())
}

/// Tells by its bytes alone that nothing in a text is refused and that git left no marker in it. Where it cannot tell, the
/// characters are looked at one by one, which takes ten times as long.
fn is_clean(text: &str) -> bool {
    // Bytes with which a refused character begins, or a marker; one of `=` is none without the others.
    let is_odd = |byte: u8| {
        let control = byte < b' ' && byte != b'\t' && byte != b'\n';
        control | matches!(byte, 0x7f | 0xc2 | 0xd8 | b'<' | b'|' | b'>')
    };
    // Not `any`: without a way out the processor takes many bytes at once.
    let odd = text.bytes().fold(false, |odd, byte| odd | is_odd(byte));
    // The quotes of Chinese begin with the same byte as what turns the direction of writing.
    let turns =
        |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_none_or(is_refused);
    !odd && !memchr::memchr_iter(0xe2, text.as_bytes()).any(turns)
}

/// Returns the first character of a text that is refused. Most texts have no byte with which one begins.
pub fn first_refused(text: &str) -> Option<char> {
    let begins = |byte: u8| {
        (byte < b' ' && byte != b'\t' && byte != b'\n')
            | matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2)
    };
    let any = text.bytes().fold(false, |any, byte| any | begins(byte));
    if any { text.chars().find(|c| is_refused(*c)) } else { None }
}

/// Tells whether a character may stand nowhere in a book: controls but TAB and line feed, other line ends, and what turns
/// the direction of writing, so that a text reads otherwise than it is.
pub fn is_refused(c: char) -> bool {
    let turns = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    );
    turns || matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && !matches!(c, '\t' | '\n'))
}

/// By its byte order mark, or by zero bytes in every second place of its beginning.
fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let pairs = start.chunks_exact(2);
    let (mut first, mut second) = (0, 0);
    for pair in pairs.clone() {
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[0] != 0 && pair[1] == 0);
    }
    let marked = bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"\xFF\xFE");
    // Chinese has no zero bytes, but its blanks and quotes do.
    let mixed = first.min(second) == 0 && first.max(second) > 1;
    marked
        || (pairs.len() > 1 && first.max(second) * 2 > pairs.len())
        || (mixed && bytes.len().is_multiple_of(2) && std::str::from_utf8(bytes).is_err())
}

/// Finds what may not stand in a text; a run of the same character is one place. A file with other line ends has them
/// everywhere, so only the first is named.
pub fn refused_characters(text: &str) -> Vec<(Range<usize>, Fault)> {
    let mut found: Vec<(Range<usize>, Fault)> = Vec::new();
    for (start, c) in text.char_indices().filter(|(_, c)| is_refused(*c)) {
        let end = start + c.len_utf8();
        let fault = match c {
            '\r' if text[end..].starts_with('\n') => continue,
            '\r' if found.iter().any(|(_, fault)| *fault == Fault::LoneCarriageReturn) => continue,
            '\r' => Fault::LoneCarriageReturn,
            '\0' => Fault::Nul,
            other => Fault::Control(other),
        };
        match found.last_mut() {
            Some((span, last)) if span.end == start && *last == fault => span.end = end,
            _ => found.push((start..end, fault)),
        }
    }
    found
}

/// Finds the lines that git leaves behind. A line of `=` is one only beside others: it underlines a heading, too.
fn conflict_markers(text: &str) -> Vec<(Range<usize>, Fault)> {
    let mut markers = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(sign) = marker(line) {
            markers.push((start..start + line.trim_end().len(), sign));
        }
        start += line.len();
    }
    if markers.iter().all(|(_, sign)| *sign == '=') {
        return Vec::new();
    }
    markers.into_iter().map(|(span, _)| (span, Fault::ConflictMarker)).collect()
}

/// Returns the sign of a marker: 7 to 40 of it (git's `conflict-marker-size`), then a blank or the end of the line.
fn marker(line: &str) -> Option<char> {
    let line = line.trim_start_matches('\u{feff}');
    let sign = line.chars().next().filter(|c| matches!(c, '<' | '|' | '=' | '>'))?;
    let rest = line.trim_start_matches(sign);
    let ends = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_whitespace());
    ((7..=40).contains(&(line.len() - rest.len())) && ends).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::{Fault, decode, is_clean, refused_characters};

    fn faults(bytes: &[u8]) -> Vec<(std::ops::Range<usize>, Fault)> {
        let complaints = decode("a.toml", bytes).err().unwrap_or_default();
        complaints.into_iter().map(|complaint| (complaint.span, complaint.fault)).collect()
    }

    #[test]
    fn clean_text_stays_byte_for_byte() {
        let text = "\u{feff}title = \"题\"\r\n\ta\n=======\n";
        assert_eq!(decode("a.toml", text.as_bytes()).unwrap().text, text);
        assert_eq!(decode("a.toml", b"").unwrap().text, "");
    }

    #[test]
    fn another_encoding_is_named() {
        let gb = b"title = \"\xCE\xCA\xCC\xE2\"";
        assert_eq!(faults(gb), [(9..12, Fault::NotUtf8 { offset: 9, gb18030: true })]);
        let broken = b"ab\xFF";
        assert_eq!(faults(broken), [(2..5, Fault::NotUtf8 { offset: 2, gb18030: false })]);
        assert_eq!(faults(b"\xFF\xFEt\0i\0"), [(0..0, Fault::Utf16)]);
        assert_eq!(faults(b"t\0i\0t\0l\0e\0"), [(0..0, Fault::Utf16)]);
        assert_eq!(faults(b"\0t\0i\0t\0l\0e"), [(0..0, Fault::Utf16)]);
    }

    #[test]
    fn a_clean_text_is_known_by_its_bytes() {
        for c in (0..=0x2_0000).filter_map(char::from_u32) {
            let text = format!("题{c}“甲”\n");
            let refused = !refused_characters(&text).is_empty();
            assert!(!(refused && is_clean(&text)), "{c:?}");
        }
        assert!(is_clean("title = \"“题”——…\"\n\t=======\n"));
        assert!(!is_clean("a\n>>>>>>> b\n"));
    }

    #[test]
    fn everything_that_no_editor_shows_is_found_at_once() {
        assert_eq!(
            faults("a\0\0b\u{1}\rc\u{2028}\u{202e}\u{85}".as_bytes()),
            [
                (1..3, Fault::Nul),
                (4..5, Fault::Control('\u{1}')),
                (5..6, Fault::LoneCarriageReturn),
                (7..10, Fault::Control('\u{2028}')),
                (10..13, Fault::Control('\u{202e}')),
                (13..15, Fault::Control('\u{85}')),
            ]
        );
        assert_eq!(faults(&[0; 4096]), [(0..4096, Fault::Nul)]);
    }

    #[test]
    fn conflict_markers_are_found_wherever_they_stand() {
        let text = "<<<<<<< HEAD\r\na\n=======\nb\n>>>>>>>>> other\n";
        let spans: Vec<_> = faults(text.as_bytes()).into_iter().map(|(span, _)| span).collect();
        assert_eq!(spans, [0..12, 16..23, 26..41]);
        for clean in ["<<<<<<\n", "=======\n", "<<<<<<<a\n", " <<<<<<< a\n"] {
            assert_eq!(faults(clean.as_bytes()), [], "{clean}");
        }
        assert_eq!(faults(format!("|{}\n", "|".repeat(40)).as_bytes()), []);
    }
}
