//! Each rule of `ledger check` in two lines, in English: what is wrong, and what to do.

use crate::check::Rule;

/// What is wrong, and what to do.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn rule(rule: Rule) -> [&'static str; 2] {
    match rule {
        Rule::LimitUnclear => [
            "The words of a limit give no single last day, and none is stored.",
            "Store the day that is meant as `due`.",
        ],
        Rule::LimitReadsOtherwise => [
            "The words of a limit give another day than the one stored, which counts.",
            "See which of the two is wrong; if both are right, leave it.",
        ],
        Rule::DueNotStored => [
            "The words of a limit give a day, and it is not stored.",
            "`--fix` writes `due`, so that nobody has to read the words again.",
        ],
        Rule::SustainedNotStored => [
            "The words of a limit say 长期坚持, and `sustained` is not set.",
            "`--fix` writes it, so that the problem stays on watch once it is closed.",
        ],
        Rule::NoLimit => [
            "Work that is going on has no last day and no limit in words.",
            "Write `limit` as the plan has it, where it has any.",
        ],
        Rule::DueBeforeFound => [
            "The last day lies before the day on which the problem was found, or that of a new round before the round begins.",
            "See which of the two days is wrong.",
        ],
        Rule::MeasureAfterProblem => [
            "A measure's last day lies after its problem's.",
            "See which of the two days is wrong; if both are right, leave it.",
        ],
        Rule::EveryUnclear => [
            "The words of a duty do not say how often it falls due, or say nothing to count from.",
            "Write one rhythm as `every`, and `from` where nothing else says when it begins.",
        ],
        Rule::LimitOfDuty => [
            "A duty, or its extension, names a last day; a duty has occurrences instead.",
            "Say when it ends with `until`, or make it a task.",
        ],
        Rule::NoSuchOccurrence => [
            "A report of a duty names a day on which it does not fall due, or none.",
            "Take the entry back with `ledger void`, and record it anew with `--for`.",
        ],
        Rule::OccurrenceOfNoDuty => [
            "`for` stands where there are no occurrences: in a problem, in a task, beside a measure.",
            "Take `for` away, or make it a duty.",
        ],
        Rule::EntryBeforeFound => [
            "An entry lies before the day on which its problem was found.",
            "If its day is wrong, take it back with `ledger void` and record it anew.",
        ],
        Rule::EntryInFuture => [
            "An entry, or the day on which a problem was found, lies after today.",
            "Mend the day where it stands in the file: what is not yet so cannot be taken back.",
        ],
        Rule::EnteredWrongly => [
            "`entered` is not after the entry's own day, lies before the day from which a problem or measure counts, or after today.",
            "Write it only for what was entered on a later day than that from which it counts.",
        ],
        Rule::OutOfOrder => [
            "An entry lies before the one above it, and does not say when it was entered.",
            "If it was entered later, write `entered`: figures printed in between did not know of it.",
        ],
        Rule::OutOfState => [
            "An entry's act was not allowed in the state at that time, and changed nothing.",
            "If it was entered by mistake, take it back with `ledger void`.",
        ],
        Rule::FirstDayOverwritten => [
            "The first day was changed to that of an extension: how late the work was can no longer be told.",
            "Write the first day again as the plan has it; the entry `extend` moves it by itself.",
        ],
        Rule::ExtensionNotLater => [
            "An extension names a day that is no later than the one it moves, or that was past when it was granted.",
            "See which of the two days is wrong.",
        ],
        Rule::AskedLater => [
            "An extension was asked for after it was granted.",
            "See which of the two days is wrong.",
        ],
        Rule::ReviewNotLater => {
            ["The next review lies no later than this one.", "See which of the two days is wrong."]
        }
        Rule::ClosedUnreported => [
            "Closed while it, or a measure, was not reported done.",
            "Record the report with `ledger done --on`, or take the close back with `ledger void`.",
        ],
        Rule::ClosedShort => [
            "Closed while an indicator was short of its target, and without a reason.",
            "Say why in `reason`, or take the close back with `ledger void`.",
        ],
        Rule::ClosedAlone => [
            "Verified by one who reported or answers for it, where the policy asks for a second person.",
            "Say who verified it in `verifier`.",
        ],
        Rule::ClosedWithOpenMeasures => [
            "A measure was added after the close and is not reported: work stays undone, and nobody sees it.",
            "Reopen the problem, or take the measure away.",
        ],
        Rule::WithoutEvidence => [
            "A report or a close brings no evidence, where the policy asks for it.",
            "Name the file in `evidence`.",
        ],
        Rule::NothingToReturn => [
            "Something is returned that nobody had reported.",
            "If it was entered by mistake, take it back with `ledger void`.",
        ],
        Rule::MeasureNotThere => [
            "An entry names a measure that was not yet added, or was given up, on that day.",
            "See the measure's `since` and `dropped`, and which day is wrong.",
        ],
        Rule::NoReason => ["An act that changes a promise does not say why.", "Say so in `text`."],
        Rule::NoApprover => [
            "An extension, suspension or withdrawal does not say who approved it.",
            "Say so in `approver`.",
        ],
        Rule::AmendsNothing => [
            "An amendment gives the value that stood there already.",
            "If it was entered by mistake, take it back with `ledger void`.",
        ],
        Rule::VoidedTwice => {
            ["An entry was taken back twice.", "Nothing is lost; the second entry has no effect."]
        }
        Rule::EvidenceMissing => [
            "A file of evidence is not in the book, or is no file.",
            "Put it back, or take the entry back with `ledger void` and record it anew; a close that rests on it is taken back first.",
        ],
        Rule::EvidenceChanged => [
            "A file of evidence no longer has the SHA-256 that was recorded.",
            "Put it back as it was; record a new version as evidence of its own.",
        ],
        Rule::EvidenceNotHashed => [
            "No SHA-256 was recorded for a file of evidence.",
            "Write `#sha256=…` behind its path; the commands do so.",
        ],
        Rule::RecoverableAboveAmount => [
            "More money is to come back than is involved.",
            "See which of the two amounts is wrong.",
        ],
        Rule::TooMuchRecovered => {
            ["More money came back than is to come back.", "See which of the amounts is wrong."]
        }
        Rule::PersonsAndTimes => [
            "An account counts nobody, or fewer times (人次) than persons (人).",
            "Write `persons`, and `times` where they differ.",
        ],
        Rule::NoticeNumberTwice => [
            "The number of a notice is that of another one: of the book where it is of the series, else of the ledger.",
            "See which of the two is wrong; one notice has one day and one reader.",
        ],
        Rule::NoticeLevel => [
            "A notice stands on a rung that the ladder of its day does not have.",
            "Mend `level`, or write the rung under `ladder` of the policy.",
        ],
        Rule::RecursNowhere => [
            "`recurs` names an id that does not exist.",
            "Write an id that exists, or say it in words.",
        ],
        Rule::RecursToItself => {
            ["`recurs` names the problem itself.", "Name the earlier problem, or take it away."]
        }
        Rule::TitleTwice => [
            "Two problems of a ledger have the same title.",
            "If one was entered twice, withdraw it; else tell them apart by their titles.",
        ],
        Rule::DroppedWithoutWhy => {
            ["A measure was given up, and nothing says why.", "Say so in `why`."]
        }
        Rule::NoMeasures => [
            "A problem that is open has no measures.",
            "Add them with `ledger measure`, where there are any.",
        ],
        Rule::NoLead => [
            "Nobody leads, and nobody answers jointly, for work that is going on.",
            "Write `lead` where the plan names one; nobody guesses.",
        ],
        Rule::UndeclaredUnit => [
            "A unit is named that `book.toml` does not declare, where it declares any.",
            "Mend the name, or declare the unit.",
        ],
        Rule::UndeclaredPerson => [
            "A person is named whom `book.toml` does not declare, where it declares any.",
            "Mend the name, or declare the person.",
        ],
        Rule::UndeclaredActor => [
            "An entry is by one, or is verified or asked for by one, whom `book.toml` does not declare, where it declares units.",
            "Mend the name, or declare the unit or person; what is committed is taken back with `ledger void` and recorded anew.",
        ],
        Rule::NameOtherwise => [
            "A name differs from the declared one only by width, blanks or case.",
            "`--fix` writes it as it is declared.",
        ],
        Rule::UnitOutOfTime => [
            "A unit is named before it began or after it ended.",
            "Hand the problem on to its successor with an entry `assign`, or see which day is wrong.",
        ],
        Rule::UnitLoop => [
            "A unit stands above itself, or took over from itself.",
            "See which of its `parent` or `successor` is wrong.",
        ],
        Rule::NoSuchLedger => [
            "The default ledger of `book.toml` does not exist.",
            "Write the name of a ledger of this book, or take the line away.",
        ],
        Rule::ReasonLeft => [
            "A line `# ledger: …` still says why a file could not be merged.",
            "Once it is decided, take the line out.",
        ],
        Rule::MergedByLines => [
            "The merge that is under way, or that the newest commit is, brought a file together by its lines or took one side of it, and field by field it comes out otherwise, or not at all.",
            "Run `ledger merge --repair`, which says what contradicts each other; what was decided stays.",
        ],
        Rule::GitMergesLines => [
            "In this clone git would merge the book's files by their lines.",
            "Run `ledger merge --install`, once in each clone.",
        ],
        Rule::Vanished => [
            "The last commit has a problem, a measure, an indicator or an entry that the book no longer has.",
            "Bring it back from git; what is no longer to count is withdrawn, dropped or voided, and stays where it is.",
        ],
        Rule::Unfinished => [
            "A command that changes several files is at it, or was cut off.",
            "The next command that writes finishes it, or says which files somebody has changed since.",
        ],
        Rule::TotalDiffers => [
            "A total (合计, 小计) of a sheet is not the sum of its rows.",
            "See whether a row is missing, or which figure is wrong.",
        ],
    }
}
