//! What is wrong with foreign files, workbooks and documents, in English.

use crate::complaint::{BadOffice, BadPackage, Damage, Excess, Foreign, Limited};
use crate::domain::book::Lang;
use crate::render::inert_line;
use crate::render::words::{bytes, code, codes};

/// What a file is that cannot be taken in.
pub(super) fn foreign(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Empty => "the file is empty",
        Foreign::OldWorkbook => "a workbook of the old kind (.xls or .et)",
        Foreign::OldDocument => "a document of the old kind (.doc or .wps)",
        Foreign::OldOther => {
            "an office file of the old kind, neither clearly a workbook nor a document"
        }
        Foreign::Encrypted => "the file needs a password to be opened",
        Foreign::MacroWorkbook => "a workbook with macros (.xlsm)",
        Foreign::MacroDocument => "a document with macros (.docm)",
        Foreign::BinaryWorkbook => "a binary workbook (.xlsb)",
        Foreign::Presentation => "a presentation (.pptx)",
        Foreign::OpenDocument => "an OpenDocument file (.ods or .odt)",
        Foreign::Pdf => "a PDF",
        Foreign::Ofd => "an OFD file",
        Foreign::Rtf => "a document in RTF",
        Foreign::Html => "a web page (what systems export as .xls often is one)",
        Foreign::FlatXml => "an XML file, and no .xlsx or .docx",
        Foreign::Image => "a picture",
        Foreign::Zip => "a zip archive, and neither .xlsx nor .docx",
        Foreign::BrokenZip => "the file is cut off or damaged (its zip structure cannot be read)",
        Foreign::Archive => "an archive",
    }
}

/// How to make of it what can be taken in.
pub(super) fn foreign_help(foreign: Foreign) -> &'static str {
    match foreign {
        Foreign::Empty => "see whether an export or download was not finished, and get it again",
        Foreign::OldWorkbook | Foreign::BinaryWorkbook | Foreign::FlatXml => {
            "open it in Excel or WPS and save it as .xlsx, or run soffice --headless --convert-to xlsx"
        }
        Foreign::OldDocument | Foreign::Rtf => {
            "open it in Word or WPS and save it as .docx, or run soffice --headless --convert-to docx"
        }
        Foreign::OldOther | Foreign::OpenDocument => {
            "open it in an office program and save a workbook as .xlsx, a document as .docx"
        }
        Foreign::Encrypted => "open it in Excel, Word or WPS, remove the password and save it",
        Foreign::MacroWorkbook => "save it as .xlsx without macros; macros are never run",
        Foreign::MacroDocument => "save it as .docx without macros; macros are never run",
        Foreign::Presentation => "copy its table or text into a .xlsx or .docx",
        Foreign::Pdf | Foreign::Ofd => {
            "ask for the .docx or .xlsx that it was made from; else make it text (pdftotext -layout) and check each item"
        }
        Foreign::Html => {
            "open it in Excel or WPS and save it as .xlsx, or export CSV from the system"
        }
        Foreign::Image => {
            "text in pictures is not read: ask for the original, or recognise the text and check it"
        }
        Foreign::Zip | Foreign::Archive => "unpack it and read the files in it",
        Foreign::BrokenZip => "get it again; if an office program opens it, save it from there",
    }
}

/// What is wrong with a part of a package.
pub(super) fn package(part: &str, bad: &BadPackage) -> String {
    let part = code(part);
    match bad {
        BadPackage::Missing => format!("part {part} is missing"),
        BadPackage::Damaged(said) => format!("part {part} cannot be read ({})", inert_line(said)),
        BadPackage::Name => {
            format!(
                "a part with the name {part}; none has .., \\, a leading / or a control character"
            )
        }
        BadPackage::NamedTwice => "two parts of the file have the same name".to_owned(),
        BadPackage::Link => format!("part {part} is a symbolic link"),
        BadPackage::Encrypted => format!("part {part} is encrypted"),
        BadPackage::Doctype => format!("part {part} has a document type definition (DOCTYPE)"),
        BadPackage::Entity(name) => format!("part {part} has the unknown entity {}", code(name)),
        BadPackage::External(target) => {
            format!("part {part} takes content from outside the file: {}", code(target))
        }
        BadPackage::Embedded => format!("another file is embedded in this one: {part}"),
        BadPackage::Program => format!("a program (macro or control) in the file: {part}"),
        BadPackage::Archive => format!("an archive in the file: {part}"),
    }
}

/// What to do about it.
pub(super) fn package_help(bad: &BadPackage) -> &'static str {
    match bad {
        BadPackage::Missing | BadPackage::Damaged(_) => {
            "it may be damaged: open it in Excel, Word or WPS, let it be repaired, and save it"
        }
        BadPackage::External(_) => {
            "open it in an office program, break the links (Data > Edit Links; File > Info > Edit Links to Files), and save it"
        }
        BadPackage::Embedded => {
            "embedded objects are not read: paste what they hold as plain text or tables, and save it"
        }
        BadPackage::Program | BadPackage::Archive => {
            "save it as plain .xlsx or .docx, without macros, controls and attachments"
        }
        BadPackage::Name
        | BadPackage::NamedTwice
        | BadPackage::Link
        | BadPackage::Encrypted
        | BadPackage::Doctype
        | BadPackage::Entity(_) => {
            "no office program writes this: ask where the file comes from; then open it in an office program and save it"
        }
    }
}

/// What is wrong with the content of a workbook or document.
pub(super) fn office(bad: &BadOffice) -> String {
    match bad {
        BadOffice::NoSharedText(index) => {
            format!("the cell names a shared text that is not there ({})", code(index))
        }
        BadOffice::CellAddress(address) => format!("a cell at a wrong address: {}", code(address)),
        BadOffice::CellValue(value) => {
            format!("the cell's value is none of its type: {}", code(value))
        }
        BadOffice::NoResult => "a formula without its result".to_owned(),
        BadOffice::SeveralSheets(names) => {
            format!("the file has {} sheets; which one is meant?", names.len())
        }
        BadOffice::NoSuchSheet { name, .. } => format!("no sheet is called {}", code(name)),
        BadOffice::NoSheet => "the file has no sheet that can be read".to_owned(),
        BadOffice::Hidden { rows, columns, passages } => {
            let counted = [(rows, "rows"), (columns, "columns"), (passages, "passages")];
            let some = counted.iter().filter(|(count, _)| **count > 0);
            let parts: Vec<_> = some.map(|(count, unit)| format!("{unit} {count}")).collect();
            format!("hidden content: {}", parts.join(", "))
        }
        BadOffice::Changes { insertions, deletions } => {
            format!(
                "tracked changes are unresolved: insertions {insertions}, deletions {deletions}"
            )
        }
        BadOffice::OtherFormat => "content in another format inside the document".to_owned(),
    }
}

/// What to do about it.
pub(super) fn office_help(bad: &BadOffice) -> String {
    let text = match bad {
        BadOffice::NoSharedText(_) | BadOffice::CellAddress(_) | BadOffice::CellValue(_) => {
            "it may be damaged: open it in Excel or WPS, let it be repaired, and save it"
        }
        BadOffice::NoResult => "open it in Excel or WPS, which calculates it, and save it",
        BadOffice::SeveralSheets(names) | BadOffice::NoSuchSheet { names, .. } => {
            return format!("name one by --sheet: {}", codes(Lang::En, names));
        }
        BadOffice::NoSheet => "a document without a table is for ledger import",
        BadOffice::Hidden { .. } => {
            "show it in the file first; import takes it by --hidden include, and leaves it out by --hidden omit"
        }
        BadOffice::Changes { .. } => {
            "accept or reject them in Word or WPS first; import takes --changes accept or --changes reject"
        }
        BadOffice::OtherFormat => "open it in Word or WPS and save it as .docx",
    };
    text.to_owned()
}

/// How a spreadsheet has destroyed a cell.
pub(super) fn damage(damage: Damage) -> &'static str {
    match damage {
        Damage::Clock => "a spreadsheet has destroyed this date: only minutes and seconds are left",
        Damage::Scientific => {
            "a spreadsheet has shortened this number, and its last digits are lost"
        }
        Damage::Digits => {
            "a number of more than 15 digits, of which a spreadsheet has lost the last"
        }
        Damage::Hashes => "only # is left of this cell, as of one too narrow for its content",
        Damage::Error => "the error of a formula",
        Damage::Day => "a cell with the format of a date, and a number that is no day",
    }
}

/// What to do about it.
pub(super) fn damage_help(damage: Damage) -> &'static str {
    match damage {
        Damage::Clock => {
            "give the column the format yyyy-mm-dd in the workbook and export again, or read the .xlsx itself"
        }
        Damage::Scientific | Damage::Digits => {
            "format the column as text in the original and enter it again (identity numbers, codes and accounts are text)"
        }
        Damage::Hashes => "widen the column and export again, or read the .xlsx itself",
        Damage::Error => "mend the formula in the spreadsheet, or put a value there",
        Damage::Day => "make it a real date, or give it the general format",
    }
}

/// What there is too much of.
pub(super) fn excess(excess: &Excess) -> String {
    let most = excess.most;
    match excess.of {
        Limited::File => format!("the file has more than {}", bytes(most)),
        Limited::Line => format!("a line of more than {}", bytes(most)),
        Limited::Cell => format!("a cell of more than {}", bytes(most)),
        Limited::Columns => format!("more than {most} columns"),
        Limited::Rows => format!("more than {most} rows"),
        Limited::Cells => format!("more than {most} cells"),
        Limited::Unpacked => format!("unpacked, the file has more than {}", bytes(most)),
        Limited::Ratio => format!("the file is packed more than {most}:1"),
        Limited::Members => format!("the file has more than {most} parts"),
        Limited::Depth => format!("elements more than {most} deep inside each other"),
        Limited::Text => format!("more than {} of text", bytes(most)),
    }
}

/// What to do about it.
pub(super) fn excess_help(of: Limited) -> &'static str {
    match of {
        Limited::File | Limited::Rows | Limited::Cells | Limited::Text => {
            "divide it into several files"
        }
        Limited::Line | Limited::Cell => {
            "see whether a quote or line break is missing; long texts belong to the evidence"
        }
        Limited::Columns => "remove the columns that nobody needs",
        Limited::Unpacked | Limited::Ratio | Limited::Members | Limited::Depth => {
            "no honest file is like this: open it in an office program, save it, and read that"
        }
    }
}

/// What a table of one column may be separated by.
pub(super) fn one_column_help(separator: Option<char>) -> String {
    match separator {
        Some(sign) if !sign.is_ascii() => {
            format!("all rows have the full-width {}: make it a comma", code(&sign.to_string()))
        }
        Some(sign) => {
            format!("all rows have {}: use --delimiter {}", code(&sign.to_string()), quoted(sign))
        }
        None => {
            "name what separates the columns by --delimiter, or by a first line sep=;".to_owned()
        }
    }
}

fn quoted(sign: char) -> String {
    if sign == '\t' { "tab".to_owned() } else { format!("'{sign}'") }
}
