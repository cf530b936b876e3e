//! What a person says of the columns and cells of a sheet.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use crate::cli::context::Context;
use crate::cli::failure::{Stop, Unreadable};
use crate::cli::values;
use crate::complaint::Doing;
use crate::domain::nearest::nearest;
use crate::formats::text;
use crate::intake::sheet::{AmountUnit, DateOrder, Map, Terms, Unread};
use crate::render::words::{Message, TakingNote};

/// The folder of the book where maps lie.
const MAPS: &str = "maps";

/// How a sheet is to be read.
#[derive(Debug, Args)]
pub struct SheetArgs {
    /// What the columns hold: a file, or the name of a map in the book's folder maps
    #[arg(long, value_name = "MAP")]
    map: Option<String>,
    /// Leave out this column (may be repeated)
    #[arg(long, value_name = "COLUMN")]
    ignore: Vec<String>,
    /// The order of dates such as 10/30/2022
    #[arg(long, value_name = "ORDER")]
    date_order: Option<Order>,
    /// The unit of amounts that have none: 元, 万元 or 亿元
    #[arg(long, value_name = "UNIT", value_parser = values::amount_unit)]
    amount_unit: Option<AmountUnit>,
    /// Keep days, limits, amounts and states that cannot be read as texts, instead of refusing the file
    #[arg(long)]
    pub keep_unread: bool,
    /// Take a file without a line for fine
    #[arg(long)]
    pub allow_empty: bool,
}

/// The order of dates, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Order {
    /// Month, day, year
    Mdy,
    /// Day, month, year
    Dmy,
    /// Year, month, day
    Ymd,
}

impl SheetArgs {
    /// The terms on which a sheet is read.
    pub fn terms(&self, context: &Context<'_>) -> anyhow::Result<Terms<'static>> {
        let map = self.map.as_deref().map(|name| read_map(context, name)).transpose()?;
        Ok(Terms {
            map,
            ignore: self.ignore.clone(),
            date_order: self.date_order.map(|order| match order {
                Order::Mdy => DateOrder::MonthDayYear,
                Order::Dmy => DateOrder::DayMonthYear,
                Order::Ymd => DateOrder::YearMonthDay,
            }),
            amount_unit: self.amount_unit,
            unread: if self.keep_unread { Unread::Aside } else { Unread::Refused },
            ..Terms::default()
        })
    }
}

/// Reads a map: the file of this name, else the one that the book keeps under it.
fn read_map(context: &Context<'_>, name: &str) -> anyhow::Result<Map> {
    let root = context.surroundings.root()?;
    let own = format!("{MAPS}/{name}.toml");
    let (path, shown) = if Path::new(name).is_file() {
        (Path::new(name).to_owned(), name.to_owned())
    } else {
        (root.path(&own), root.shown(&own))
    };
    if !path.is_file() {
        let known = known_maps(&root.path(MAPS));
        let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        let note = TakingNote::NoMap { name: name.to_owned(), path: shown, nearest };
        return Err(Stop::usage(Message::Taking(note)).into());
    }
    let bytes = fs::read(&path).map_err(|error| {
        let (doing, said) = (Doing::Read, error.to_string());
        Stop::from(Message::System { doing, path: shown.clone(), said })
    })?;
    let source = Arc::new(text::decode(&shown, &bytes).map_err(Unreadable)?);
    Ok(Map::read(&source).map_err(Unreadable)?)
}

/// The names of the maps that lie in a folder.
fn known_maps(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let name = |path: &Path| Some(path.file_stem()?.to_string_lossy().into_owned());
    let mut names: Vec<_> = entries.filter_map(|entry| name(&entry.path())).collect();
    names.sort_unstable();
    names
}
