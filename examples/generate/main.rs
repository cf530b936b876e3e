//! Makes a book of any size, to try and to time the program with: always the same bytes for the same words.
//!
//! ```text
//! cargo run --release --example generate -- --problems 100000 --format csv --into /tmp/book
//! ledger -C /tmp/book overdue --today 2024-06-28
//! ```
//!
//! `--format csv` writes the ledger as one table, `toml` as a folder with a file for each problem. `--plain` writes a plain
//! sheet in the place of a book, `DIR/plain.csv`, with what other programs need for the same questions: no, unit, due,
//! state, and the texts. Problems are made one after another, so the size of the book needs no memory.
//!
//! On standard error it says for which day to ask and what the answer is.

mod dice;
mod life;
mod office;
mod words;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Parser, ValueEnum};
use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::formats::{table, toml};

use crate::life::{Fate, Made, TODAY};

/// The name of the ledger.
const LEDGER: &str = "2020-inspection";

/// Makes a book of any size.
#[derive(Parser)]
struct Options {
    /// How many problems.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    problems: u32,
    /// How the ledger is kept.
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// The folder, which is made; what lies in it is written over.
    #[arg(long)]
    into: PathBuf,
    /// Write a plain sheet for other programs in the place of a book.
    #[arg(long)]
    plain: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One table.
    Csv,
    /// A folder with a file for each problem.
    Toml,
}

/// How many problems came to what.
#[derive(Default)]
struct Count {
    open: u32,
    overdue: u32,
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    let (year, month, day) = TODAY;
    let today = Day::new(year, month, day).ok_or(io::ErrorKind::InvalidInput)?;
    let mut count = Count::default();
    let made = (1..=options.problems).map(|no| {
        let made = life::make(no, today);
        count.overdue += u32::from(made.fate == Fate::Overdue);
        count.open += u32::from(matches!(made.fate, Fate::Open | Fate::Overdue));
        made
    });
    if options.plain {
        fs::create_dir_all(&options.into)?;
        plain(&options.into.join("plain.csv"), made)?;
    } else {
        book(&options, made)?;
    }
    writeln!(io::stderr(), "on {today}: {} open, of these {} overdue", count.open, count.overdue)
}

/// Writes a book.
fn book(options: &Options, made: impl Iterator<Item = Made>) -> io::Result<()> {
    let book = options.into.join("ledgers");
    let folder = book.join(LEDGER);
    fs::create_dir_all(&book)?;
    fs::write(book.join("book.toml"), toml::write_book(&office::book(LEDGER)))?;
    let head = toml::write_head(&office::head());
    match options.format {
        Format::Csv => {
            fs::write(folder.with_extension("toml"), head)?;
            let mut file = BufWriter::new(File::create(folder.with_extension("csv"))?);
            let mut writer = table::Writer::new(Lang::Zh, []);
            let mut text = writer.header();
            for made in made {
                writer.push(&made.problem, &mut text);
                file.write_all(text.as_bytes())?;
                text.clear();
            }
            file.flush()
        }
        Format::Toml => {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("ledger.toml"), head)?;
            for Made { problem, .. } in made {
                let name = format!("{:03}.toml", problem.no);
                fs::write(folder.join(name), toml::write_problem(&problem))?;
            }
            Ok(())
        }
    }
}

/// Writes a row for each problem, with the state of the day and the same texts.
fn plain(path: &Path, made: impl Iterator<Item = Made>) -> io::Result<()> {
    let mut file = csv::Writer::from_path(path)?;
    file.write_record(["no", "unit", "due", "state", "title", "detail", "measures"])?;
    for Made { problem, fate, due } in made {
        let state = match fate {
            Fate::Overdue | Fate::Open => "open",
            Fate::Awaiting => "awaiting",
            Fate::Closed => "closed",
        };
        let measures: Vec<_> = problem.measures.iter().map(|it| it.text.as_str()).collect();
        let (no, due) = (problem.no.to_string(), due.to_string());
        let unit = problem.responsible.lead.first().map_or("", String::as_str);
        let detail = problem.detail.as_deref().unwrap_or_default();
        let cells = [&no, unit, &due, state, &problem.title, detail, &measures.join("\n")];
        file.write_record(cells)?;
    }
    file.flush()
}
