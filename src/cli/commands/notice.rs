//! `ledger notice`: issues what is due by the ladder (督办), one numbered notice a problem.

use clap::Args;

use crate::cli::context::{Context, standings};
use crate::cli::failure::Stop;
use crate::cli::filter::NamedFilters;
use crate::cli::recording::{self, EntryArgs, Head, Named};
use crate::cli::{Outcome, ids, values};
use crate::domain::book::Book;
use crate::domain::entry::{Act, ActKind};
use crate::domain::filter::Filter;
use crate::domain::id::{Id, Selection};
use crate::domain::notice::{LaterNotice, NoticeNumber};
use crate::domain::standing::{AsOf, Standing};
use crate::render::layout::notice::Numbered;
use crate::render::words::{self, Message};
use crate::render::{json, layout};
use crate::reports::notice::{Due, Notices, notices};

/// Issue the notices that are due by the policy's ladder
///
/// One for each open problem whose latest open line has reached a rung on which none was issued since its last day was
/// set. Run again, it issues none twice. Numbers run through a year over the whole book.
#[derive(Debug, Args)]
pub struct Notice {
    /// Problems, as 7, 5-9 or 2022-inspection/7; all without it
    #[arg(value_name = "ID", value_parser = values::selection)]
    ids: Vec<Selection>,
    #[command(flatten)]
    entry: EntryArgs,
    /// Only show what would be issued
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    filter: NamedFilters,
}

impl Notice {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let wanted = ids::problems_only(ids::resolve(context, &self.ids)?)?;
        let filter = Filter::from(self.filter.clone());
        if self.dry_run {
            let book = context.read()?;
            let on = self.entry.on.unwrap_or(context.today);
            let as_of = AsOf::new(&book.head, on);
            let standings = asked(&as_of, &book, &wanted, &filter)?;
            let report = notices(&standings, &book.head, on);
            show(context, &report, None)?;
            if let Some(later) = hindered(&report, &LaterNotice::all(&book, on)) {
                context.say(&later)?;
            }
        } else {
            self.issue(context, &wanted, &filter)?;
        }
        Ok(Outcome::Fine)
    }

    fn issue(
        &self,
        context: &mut Context<'_>,
        wanted: &[Id],
        filter: &Filter,
    ) -> anyhow::Result<()> {
        let head = Head::new(&self.entry, context)?;
        context.can_show()?;
        let lock = context.lock("notice")?;
        let whole = context.read_values()?;
        let highest = NoticeNumber::highest(&whole, head.on.year());
        let later = LaterNotice::all(&whole, head.on);
        let book = context.asked(whole)?;
        let as_of = AsOf::new(&book.head, head.on);
        let standings = asked(&as_of, &book, wanted, filter)?;
        let report = notices(&standings, &book.head, head.on);
        if report.due.is_empty() {
            return show(context, &report, None);
        }
        if let Some(later) = hindered(&report, &later) {
            return Err(Stop::refused(vec![later]).into());
        }
        let first = lock.next_notice(head.on.year(), highest)?;
        let numbers: Vec<_> = (first.no..).take(report.due.len()).collect();
        let named: Vec<_> =
            report.due.iter().map(|due| Named { id: due.id(), measures: Vec::new() }).collect();
        let written = recording::write(&lock, &named, &head, &|_, named| {
            let due = report.due.iter().zip(&numbers).find(|(due, _)| due.id() == named.id);
            let (due, no) = due.ok_or_else(|| Message::NoProblem(named.id.clone()))?;
            let to = (!due.to.is_empty()).then(|| words::list(context.lang(), &due.to));
            let number = NoticeNumber { no: *no, ..first }.to_string();
            Ok(Act::Notice { level: due.level, number, to })
        })?;
        let committed = written.commit(context, &lock, &named);
        drop(lock);
        let numbered: Vec<_> = written.entries.iter().filter_map(Numbered::of).collect();
        show(context, &report, Some(&numbered))?;
        let ids = named.into_iter().map(|named| named.id).collect();
        context.say(&Message::Recorded { act: ActKind::Notice, ids })?;
        context.say_committed(committed)
    }
}

/// How the problems meant stand: of those named, or of all, those that the filters take.
fn asked<'a>(
    as_of: &AsOf<'a>,
    book: &'a Book,
    wanted: &[Id],
    filter: &Filter,
) -> anyhow::Result<Vec<Standing<'a>>> {
    ids::all_exist(wanted, book)?;
    let mut standings = standings(as_of, book, filter)?;
    standings.retain(|standing| wanted.is_empty() || wanted.contains(&standing.id()));
    Ok(standings)
}

/// The latest of the notices behind which none of the report's day may be issued, where there is one.
fn hindered(report: &Notices<'_>, later: &[LaterNotice]) -> Option<Message> {
    let ids: Vec<_> = report.due.iter().map(Due::id).collect();
    let hinders = |notice: &&LaterNotice| !ids.is_empty() && notice.hinders(report.today, &ids);
    let latest = later.iter().filter(hinders).max_by_key(|notice| notice.on)?;
    Some(Message::NoticeLater { notice: latest.clone(), on: report.today })
}

fn show(
    context: &mut Context<'_>,
    report: &Notices<'_>,
    numbers: Option<&[Numbered<'_>]>,
) -> anyhow::Result<()> {
    context.show(
        |lang| layout::notice::document(report, numbers, lang),
        |lang, out| json::notices(report, numbers, lang, out),
    )
}
