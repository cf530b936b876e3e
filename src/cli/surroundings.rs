//! What a command finds before it does anything: the book, the language and the day.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::environment::Colors;
use super::failure::Stop;
use super::options::{Options, When};
use super::zone::Zone;
use super::{environment, past, today};
use crate::domain::book::{BookHead, Lang};
use crate::domain::day::Day;
use crate::formats::{text, toml};
use crate::render::complaint;
use crate::render::words::Message;
use crate::store::{self, Origin, Root, Snapshot};

/// Where the command runs.
pub struct Surroundings {
    /// The folder in which the book is looked for.
    pub folder: PathBuf,
    /// The book, if there is one.
    pub root: Option<Root>,
    /// The book as git had it, where the past is asked for.
    pub past: Option<Snapshot>,
    /// What the book's head says, as far as it can be read; `read` complains about the rest.
    pub head: Arc<BookHead>,
    /// The language in which the command speaks.
    pub lang: Lang,
    /// Columns that a line may take.
    pub width: usize,
    /// Where colours are shown.
    pub colors: Colors,
}

impl Surroundings {
    /// Looks around. Nothing of this fails: a command that needs a book says so itself.
    pub(super) fn of(folder: Option<&Path>, lang: Option<Lang>, color: When) -> Self {
        let current = env::current_dir().unwrap_or_default();
        let folder = folder.map_or_else(|| current.clone(), |folder| current.join(folder));
        let root = store::find(&folder).map(|root| root.seen_from(&current).with_head());
        let head = root.as_ref().and_then(Root::known_head).cloned().unwrap_or_default();
        let lang = lang.or(head.lang).unwrap_or_else(environment::locale);
        let colors = match color {
            When::Auto => environment::colors(),
            When::Always => Colors { out: true, err: true },
            When::Never => Colors { out: false, err: false },
        };
        Self { folder, root, past: None, head, lang, width: environment::width(), colors }
    }

    /// Looks around for a command line that may not even be understood.
    pub(super) fn of_words(words: &[OsString]) -> Self {
        let value = |names: &[&str]| {
            let place = words.iter().position(|word| names.iter().any(|name| word == name))?;
            words.get(place + 1)
        };
        let joined =
            words.iter().filter_map(|word| word.to_str()?.strip_prefix("--lang=")).next_back();
        let lang = joined.or_else(|| value(&["--lang"])?.to_str()).and_then(|word| match word {
            "zh" => Some(Lang::Zh),
            "en" => Some(Lang::En),
            _ => None,
        });
        Self::of(value(&["-C", "--directory"]).map(Path::new), lang, When::Never)
    }

    /// The book, which must be there.
    pub fn root(&self) -> Result<&Root, Stop> {
        self.root.as_ref().ok_or_else(|| Message::NoBook.into())
    }

    /// Where the book is read from: the past that is asked for, else the disk.
    pub fn origin(&self) -> Result<Origin<'_>, Stop> {
        match &self.past {
            Some(snapshot) => Ok(snapshot.into()),
            None => Ok(self.root()?.into()),
        }
    }

    /// The book's time zone.
    pub fn zone(&self) -> anyhow::Result<Zone> {
        // A day begins in Beijing where nothing else is said, since that is where the offices are.
        let zone = self.head.timezone.as_deref().or(self.root.as_ref().map(|_| "Asia/Shanghai"));
        let unknown = || Message::UnknownTimezone(zone.unwrap_or_default().to_owned());
        Ok(Zone::new(zone).map_err(|_| Stop::from(unknown()))?)
    }

    /// Goes to the day for which the command is asked, and returns it: as given; else, with `--at`, the day named there
    /// or the commit's; else today in the book's time zone.
    ///
    /// With `--at` the book's head is that of the commit, and with it the language and the default ledger; but when a
    /// day ended, the head of today says.
    pub(super) fn go_to(&mut self, options: &Options) -> anyhow::Result<Day> {
        let Some(version) = &options.at else {
            return match options.today {
                Some(day) => Ok(day),
                None => Ok(today::today(&self.zone()?)),
            };
        };
        let snapshot = past::open(self, version)?;
        let day = match options.today {
            Some(day) => day,
            None => version.day(&snapshot, &self.zone()?),
        };
        let text = snapshot.text("book.toml")?.unwrap_or_default();
        self.head = head_of(&text).map(Arc::new).unwrap_or_default();
        let lang = options.lang.map(Lang::from).or(self.head.lang);
        self.lang = lang.unwrap_or_else(environment::locale);
        self.past = Some(snapshot);
        Ok(day)
    }

    /// How complaints are shown.
    pub fn complaint_options(&self) -> complaint::Options {
        complaint::Options { lang: self.lang, width: self.width, color: self.colors.err }
    }
}

fn head_of(bytes: &[u8]) -> Option<BookHead> {
    let source = text::decode("book.toml", bytes).ok()?;
    toml::read_book(&Arc::new(source)).ok()
}
