//! Bytes in another encoding than UTF-8 → text. Nothing is guessed: another encoding has to be named.

use encoding_rs::{DecoderResult, Encoding, UTF_8};

use crate::complaint::{Complaint, Fault, Source};
use crate::formats::text;

/// Decodes the bytes of a foreign file: as its byte order mark says, else as UTF-8, else in the encoding of this label
/// (`gb18030`, `big5`, `utf-16le`).
///
/// UTF-8 goes before the label, since its text reads in other encodings, too, as something else.
pub fn decode(path: &str, bytes: &[u8], label: Option<&str>) -> Result<Source, Vec<Complaint>> {
    let complain = |fault| Err(vec![Complaint::whole(path, fault)]);
    let encoding = match (Encoding::for_bom(bytes), label) {
        (Some((marked, _)), _) if marked == UTF_8 => return text::decode(path, bytes),
        (Some((marked, _)), _) => marked,
        (None, None) => return text::decode(path, bytes),
        (None, Some(label)) => {
            let Some(named) = Encoding::for_label_no_replacement(label.trim().as_bytes()) else {
                return complain(Fault::UnknownEncoding(label.to_owned()));
            };
            if is_surely_utf8(bytes) { UTF_8 } else { named }
        }
    };
    match decode_whole(encoding, bytes) {
        Ok(decoded) => text::decode(path, decoded.as_bytes()),
        Err(offset) => complain(Fault::NotInEncoding { encoding: encoding.name(), offset }),
    }
}

/// Text beyond ASCII that happens to be whole UTF-8 is UTF-8. Zero bytes would be those of UTF-16.
fn is_surely_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok()
}

/// Decodes all bytes, or gives the offset behind the first that do not fit.
fn decode_whole(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or(bytes.len()));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::OutputFull | DecoderResult::Malformed(..), read) => Err(read),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, decode};

    fn fault(bytes: &[u8], label: &str) -> Fault {
        decode("a.csv", bytes, Some(label)).unwrap_err().remove(0).fault
    }

    #[test]
    fn another_encoding_is_read_where_it_is_named() {
        let gb = b"\xCE\xCA\xCC\xE2\n";
        assert_eq!(decode("a.csv", gb, Some("GBK")).unwrap().text, "问题\n");
        assert_eq!(decode("a.csv", gb, Some("gb18030")).unwrap().text, "问题\n");
        let wide = b"\xFF\xFE\xEE\x95\x98\x98";
        assert_eq!(decode("a.csv", wide, Some("utf-16le")).unwrap().text, "问题");
        assert_eq!(decode("a.csv", "问题".as_bytes(), None).unwrap().text, "问题");
        let complaint = decode("a.csv", gb, None).unwrap_err().remove(0);
        assert_eq!(complaint.fault, Fault::NotUtf8 { offset: 0, gb18030: true });
    }

    #[test]
    fn a_mark_goes_before_utf8_and_utf8_before_the_label() {
        let read = |bytes: &[u8], label| decode("a.csv", bytes, label).unwrap().text;
        let little: Vec<u8> = "\u{feff}问题".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}问题".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for label in [None, Some("utf-16le"), Some("gb18030")] {
            assert_eq!(read(&little, label), "问题");
            assert_eq!(read(&big, label), "问题");
            assert_eq!(read("\u{feff}问题".as_bytes(), label), "\u{feff}问题");
        }
        assert_eq!(read("问题".as_bytes(), Some("gb18030")), "问题");
        let unmarked: Vec<u8> = "a,b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let complaint = decode("a.csv", &unmarked, None).unwrap_err().remove(0);
        assert_eq!(complaint.fault, Fault::Utf16);
        assert_eq!(read(&unmarked, Some("utf-16le")), "a,b\n");
        let odd = decode("a.csv", b"\xFF\xFEa", None).unwrap_err().remove(0);
        assert_eq!(odd.fault, Fault::NotInEncoding { encoding: "UTF-16LE", offset: 3 });
    }

    #[test]
    fn what_does_not_fit_is_an_error_and_never_a_replacement() {
        let wrong = Fault::NotInEncoding { encoding: "gb18030", offset: 2 };
        assert_eq!(fault(b"a\xFFb", "gb18030"), wrong);
        assert_eq!(fault(b"a", "gb99"), Fault::UnknownEncoding("gb99".into()));
        assert_eq!(fault(b"a\0", "gbk"), Fault::Nul);
    }
}
