//! What can be wrong with a foreign file as a whole, and with workbooks and documents. Facts only; `render` has the words.

use super::Address;

/// What a file is that cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// Not a byte.
    Empty,
    /// A workbook of the old binary kind: .xls, .et.
    OldWorkbook,
    /// A document of the old binary kind: .doc, .wps.
    OldDocument,
    /// Another file of the old binary kind.
    OldOther,
    /// Protected by a password that is asked for when it is opened.
    Encrypted,
    /// A workbook that may run programs: .xlsm.
    MacroWorkbook,
    /// A document that may run programs: .docm.
    MacroDocument,
    /// A workbook in binary parts: .xlsb.
    BinaryWorkbook,
    /// A presentation.
    Presentation,
    /// An `OpenDocument` file: .ods, .odt.
    OpenDocument,
    /// PDF.
    Pdf,
    /// OFD, the national form of a page.
    Ofd,
    /// Rich text.
    Rtf,
    /// A page of the web, as systems export it under the name .xls.
    Html,
    /// A workbook as one XML file.
    FlatXml,
    /// A picture: a scan, a photograph.
    Image,
    /// A zip archive that is neither workbook nor document.
    Zip,
    /// A zip archive that is cut off or damaged.
    BrokenZip,
    /// Another archive: RAR, 7z, gzip.
    Archive,
}

/// What is wrong with the parts of a workbook or document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadPackage {
    /// A part that is missing.
    Missing,
    /// A part that cannot be read, with the parser's words.
    Damaged(String),
    /// A name with `..`, from the root on, with a backslash or a control character.
    Name,
    /// Names that stand there twice.
    NamedTwice,
    /// A symbolic link.
    Link,
    /// A part that needs a password.
    Encrypted,
    /// A document type definition.
    Doctype,
    /// An entity that is none of those of XML itself.
    Entity(String),
    /// Content that stands elsewhere: a linked picture, another workbook, a template of the web.
    External(String),
    /// A file inside the file: an embedded object.
    Embedded,
    /// A program: macros, `ActiveX`.
    Program,
    /// An archive inside the file.
    Archive,
}

/// What is wrong with the content of a workbook or document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadOffice {
    /// A cell that names a shared text which is not there.
    NoSharedText(String),
    /// A cell with an address that is none, or out of its order.
    CellAddress(String),
    /// A cell with a value that is none of its type.
    CellValue(String),
    /// A formula without its result.
    NoResult,
    /// Several sheets, and none was named.
    SeveralSheets(Vec<String>),
    /// No sheet of this name.
    NoSuchSheet {
        /// The name asked for.
        name: String,
        /// The names there are.
        names: Vec<String>,
    },
    /// A workbook without text, or a document without a table where one was asked for.
    NoSheet,
    /// Hidden content, and nobody has said what is to become of it.
    Hidden {
        /// Rows.
        rows: usize,
        /// Columns.
        columns: usize,
        /// Passages of a document.
        passages: usize,
    },
    /// Changes of a document that nobody has accepted or rejected.
    Changes {
        /// Passages put in.
        insertions: usize,
        /// Passages struck out.
        deletions: usize,
    },
    /// Content in another format inside the document, which is not read.
    OtherFormat,
}

/// How a spreadsheet has destroyed a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Damage {
    /// A date of which only minutes and seconds are left: `06:42.7`.
    Clock,
    /// A number shortened to its power of ten: `1.10101E+17`.
    Scientific,
    /// A number of more than fifteen digits, of which the last are lost.
    Digits,
    /// A column too narrow for its content: `####`.
    Hashes,
    /// An error of a formula: `#REF!`.
    Error,
    /// A number with the format of a date that is no day.
    Day,
}

/// A limit that a foreign file goes beyond.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// What there is too much of.
    pub of: Limited,
    /// How much there may be.
    pub most: u64,
}

/// What is limited in a foreign file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Bytes of the file.
    File,
    /// Bytes of a line.
    Line,
    /// Bytes of a cell.
    Cell,
    /// Columns of a sheet.
    Columns,
    /// Rows of a sheet.
    Rows,
    /// Cells of all sheets together.
    Cells,
    /// Bytes of all parts, unpacked.
    Unpacked,
    /// How many times larger a part becomes when it is unpacked.
    Ratio,
    /// Parts of the package.
    Members,
    /// Elements inside each other.
    Depth,
    /// Bytes of the text made from it.
    Text,
}

/// Something of a workbook or document that is to be known beside its text, with how often it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRemark {
    /// What.
    pub what: OfficeNote,
    /// How often.
    pub count: usize,
    /// The first place, where it has one.
    pub first: Option<Address>,
    /// The names of sheets, where it is of such.
    pub names: Vec<String>,
}

/// What is to be known of a workbook or document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeNote {
    /// Formulas, of which the result was taken.
    Formula,
    /// Merged regions.
    Merged,
    /// Rows that a filter has hidden, or others; whether they were taken in.
    HiddenRow {
        /// Whether they were taken in.
        taken: bool,
    },
    /// Hidden columns with text.
    HiddenColumn {
        /// Whether they were taken in.
        taken: bool,
    },
    /// Hidden sheets with text, which are read only by their name.
    HiddenSheet,
    /// Other sheets with text, which are no tables of problems and were not read.
    OtherSheet,
    /// Other sheets that are examples or instructions by their names, and were not read.
    ExampleSheet,
    /// Sheets under an active filter.
    Filter,
    /// Cells or passages struck through, which count like others.
    Struck,
    /// Characters that no text may have, which were left out.
    Stripped,
    /// Passages put in while changes were tracked; whether they were accepted.
    Insertion {
        /// Whether they were accepted.
        accepted: bool,
    },
    /// Passages struck out while changes were tracked; whether that was accepted.
    Deletion {
        /// Whether that was accepted.
        accepted: bool,
    },
    /// Comments, which were not read.
    Comment,
    /// Hidden passages of a document.
    HiddenText {
        /// Whether they were taken in.
        taken: bool,
    },
    /// Text boxes, whose text stands behind the paragraph that they hang on.
    TextBox,
    /// Tables inside a cell, whose rows stand in it as lines.
    NestedTable,
    /// Lines of a table of contents, which were left out.
    Contents,
    /// Pictures, which were not read.
    Picture,
    /// Drawn shapes with text on a sheet, which was not read.
    Shape,
    /// Footnotes and endnotes, which were not read.
    Footnote,
    /// Signs of a symbol font, written as □.
    Symbol,
}
