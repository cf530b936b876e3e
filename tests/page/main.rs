//! The page for a leader in a real browser: nothing is loaded, nothing complained of, and its tables do what they promise.
//!
//! Where there is no Chromium the tests say so and pass; `.ci/run` brings one where it can. `LEDGER_PICTURES=FOLDER`
//! keeps pictures of the page, to be looked at.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod browser;
#[path = "../folder/mod.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use browser::Browser;
use folder::copy;
use ledger::domain::book::Lang;
use ledger::domain::day::Day;
use ledger::render::document::{
    Block, Cell, Column, ColumnKind, Document, Grid, Hue, Row, RowKind,
};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The sample book, one day, and its page in a language.
struct Sample {
    folder: TempDir,
}

impl Sample {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("ledgers"),
            &folder.path().join("ledgers"),
        );
        Self { folder }
    }

    fn run(&self, words: &[&str]) -> Vec<u8> {
        let output = Command::new(env!("CARGO_BIN_EXE_ledger"))
            .args(words)
            .args(["--today", "2022-12-01"])
            .current_dir(self.folder.path())
            .env_clear()
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }

    fn page(&self, lang: &str, words: &[&str]) -> PathBuf {
        let file = format!("page-{lang}.html");
        let all = [&["report", "page", "-o", &file, "--force", "--lang", lang][..], words].concat();
        self.run(&all);
        self.folder.path().join(file)
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_slice(&self.run(&[words, &["-O", "json"]].concat())).unwrap()
    }
}

fn browser() -> Option<Browser> {
    let browser = Browser::start();
    if browser.is_none() {
        #[expect(clippy::print_stderr, reason = "whoever runs the test has to know")]
        {
            eprintln!("no Chromium here: the page was not opened");
        }
    }
    browser
}

/// The visible rows of the table, as the text of a column.
fn column(browser: &mut Browser, heading: &str) -> Vec<String> {
    let expression = format!(
        "(() => {{ const table = document.querySelector('.find table');
          const place = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent === {heading:?});
          return [...table.tBodies[0].rows].filter(row => !row.hidden && row.className !== 'life')
            .map(row => (row.cells[place].querySelector('button') ?? row.cells[place]).textContent); }})()"
    );
    let texts = browser.eval(&expression);
    texts.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn type_words(browser: &mut Browser, words: &str) {
    browser.eval(&format!(
        "(() => {{ const input = document.querySelector('.find input'); input.value = {words:?};
          input.dispatchEvent(new InputEvent('input', {{bubbles: true}})); }})()"
    ));
}

/// Presses a key as a hand does, on what has the focus.
fn press(browser: &mut Browser, key: &str, code: u8) {
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyDown" && key == "Enter" { "\r" } else { "" };
        let event = json!({"type": kind, "key": key, "code": key, "text": text, "windowsVirtualKeyCode": code});
        browser.ask("Input.dispatchKeyEvent", &event);
    }
}

fn picture(browser: &mut Browser, name: &str, width: u32, dark: bool) {
    let Some(folder) = std::env::var_os("LEDGER_PICTURES") else { return };
    let scheme = if dark { "dark" } else { "light" };
    let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
    browser.ask("Emulation.setEmulatedMedia", &media);
    let size =
        json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500});
    browser.ask("Emulation.setDeviceMetricsOverride", &size);
    let options = json!({"captureBeyondViewport": true, "format": "png"});
    let answer = browser.ask("Page.captureScreenshot", &options);
    keep(&folder, name, &answer);
}

fn keep(folder: &std::ffi::OsStr, name: &str, answer: &Value) {
    fs::write(Path::new(folder).join(name), bytes_of(answer)).unwrap();
}

/// The bytes of an answer, which come in base64.
fn bytes_of(answer: &Value) -> Vec<u8> {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let value = |byte: u8| (0..).zip(digits).find(|(_, digit)| **digit == byte).map(|(at, _)| at);
    let text = answer["data"].as_str().unwrap().as_bytes();
    let bytes = text.chunks(4).flat_map(|four| {
        let known: Vec<_> = four.iter().filter_map(|byte| value(*byte)).collect();
        let bits = known.iter().fold(0_u32, |bits, digit: &u32| bits << 6 | digit)
            << (6 * (4 - known.len()));
        bits.to_be_bytes()[1..].iter().copied().take(known.len() - 1).collect::<Vec<_>>()
    });
    bytes.collect()
}

#[test]
fn the_page_loads_nothing_and_complains_of_nothing() {
    let Some(mut browser) = browser() else { return };
    let sample = Sample::new();
    for lang in ["zh", "en"] {
        let page = sample.page(lang, &[]);
        browser.open(&page);
        let complaints = browser.complaints();
        assert!(complaints.is_empty(), "{complaints:#?}");
        assert_eq!(browser.requests(), [format!("file://{}", page.display())]);
        let lang = if lang == "zh" { "zh-CN" } else { "en" };
        assert_eq!(browser.eval("document.documentElement.lang"), lang);
        // What is told to load is stopped, so the policy holds.
        let stopped = browser.eval(
            "new Promise(done => { addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
             const image = new Image(); image.src = 'https://example.org/x.png'; document.body.append(image); })",
        );
        assert_eq!(stopped, "img-src");
    }
}

#[test]
fn the_figures_are_those_of_the_summary() {
    let Some(mut browser) = browser() else { return };
    let sample = Sample::new();
    browser.open(&sample.page("zh", &[]));
    let tiles = browser.eval(
        "Object.fromEntries([...document.querySelectorAll('.tiles div')].map(tile => [tile.children[0].textContent, tile.children[1].textContent]))",
    );
    let summary = sample.json(&["summary"]);
    let totals = &summary["totals"];
    for (label, key) in [
        ("总数", "total"),
        ("已销号", "closed"),
        ("待销号", "awaiting"),
        ("整改中", "open"),
        ("逾期", "overdue"),
        ("临近到期", "due_soon"),
    ] {
        assert_eq!(tiles[label].as_str().unwrap(), totals[key].to_string(), "{label}");
    }
    // The table has each problem and duty once, and says the same of it.
    let count = |totals: &Value, key: &str| usize::try_from(totals[key].as_u64().unwrap()).unwrap();
    let duties = count(&summary["duties"]["totals"], "total");
    assert_eq!(column(&mut browser, "编号").len(), count(totals, "total") + duties);
    let kinds = column(&mut browser, "类型");
    let lights = column(&mut browser, "亮灯");
    let late =
        kinds.iter().zip(&lights).filter(|(kind, light)| *kind != "定期事项" && *light == "逾期");
    assert_eq!(late.count(), count(totals, "overdue"));
    let states = column(&mut browser, "状态");
    let awaiting = states.iter().filter(|state| *state == "待销号").count();
    assert_eq!(awaiting, count(totals, "awaiting"));
    // The course ends with the figures of the day.
    let ends = browser.eval("[...document.querySelectorAll('.legend b')].map(b => b.textContent)");
    let ends: Vec<_> = ends.as_array().unwrap().iter().map(|end| end.as_str().unwrap()).collect();
    assert_eq!(ends, ["closed", "awaiting", "open"].map(|key| totals[key].to_string()));
}

#[test]
fn rows_are_found_and_sorted_and_unfolded() {
    let Some(mut browser) = browser() else { return };
    let sample = Sample::new();
    browser.open(&sample.page("zh", &[]));
    let all = column(&mut browser, "编号");
    type_words(&mut browser, "  逾期 机关 ");
    let found = column(&mut browser, "牵头单位");
    assert!(found.len() < all.len() && found.iter().all(|unit| unit.contains("机关")), "{found:?}");
    type_words(&mut browser, "没有这样的词");
    assert_eq!(column(&mut browser, "编号").len(), 0);
    assert_eq!(browser.eval("document.querySelector('.find .none').hidden"), false);
    assert_eq!(browser.eval("document.querySelector('.find output b').textContent"), "0");
    type_words(&mut browser, "");
    assert_eq!(column(&mut browser, "编号"), all);

    // One light of those that there are.
    browser.eval(
        "(() => { const select = [...document.querySelectorAll('.find select')].find(select => [...select.options].some(option => option.value === '逾期'));
          select.value = '逾期'; select.dispatchEvent(new InputEvent('input', {bubbles: true})); })()",
    );
    let lights = column(&mut browser, "亮灯");
    assert!(!lights.is_empty() && lights.iter().all(|light| light == "逾期"), "{lights:?}");
    browser.eval("document.querySelector('.find form').reset()");
    type_words(&mut browser, "");

    // By the keyboard: a day sorts by the calendar, nothing comes last, the third time it is as it was.
    let heading =
        "[...document.querySelectorAll('.find th')].find(cell => cell.textContent === '截止日期')";
    browser.eval(&format!("{heading}.querySelector('button').focus()"));
    press(&mut browser, "Enter", 13);
    assert_eq!(browser.eval(&format!("{heading}.getAttribute('aria-sort')")), "ascending");
    let days = column(&mut browser, "截止日期");
    let named: Vec<_> = days.iter().filter(|day| day.starts_with("20")).collect();
    assert!(named.len() > 10 && named.is_sorted(), "{days:?}");
    assert!(days.iter().skip_while(|day| !day.is_empty()).all(String::is_empty), "{days:?}");
    press(&mut browser, "Enter", 13);
    assert_eq!(browser.eval(&format!("{heading}.getAttribute('aria-sort')")), "descending");
    press(&mut browser, "Enter", 13);
    assert_eq!(column(&mut browser, "编号"), all);

    // A row unfolds to its life, and back.
    type_words(&mut browser, "2022-inspection/7");
    let button = "[...document.querySelectorAll('.find tbody tr')].find(row => row.cells[0].textContent === '2022-inspection/7').querySelector('button')";
    assert_eq!(browser.eval(&format!("{button}.getAttribute('aria-expanded')")), "false");
    browser.eval(&format!("{button}.click()"));
    assert_eq!(browser.eval(&format!("{button}.getAttribute('aria-expanded')")), "true");
    let life = browser.eval("document.querySelector('tr.life').textContent");
    let entries = sample.json(&["show", "2022-inspection/7"]);
    let entries = entries["problems"][0]["entries"].as_array().unwrap().clone();
    assert!(!entries.is_empty());
    for entry in entries {
        assert!(life.as_str().unwrap().contains(entry["on"].as_str().unwrap()), "{entry}");
    }
    picture(&mut browser, "unfolded.png", 1280, false);
    browser.eval(&format!("{button}.click()"));
    assert_eq!(browser.eval("document.querySelectorAll('tr.life').length"), 0);
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn an_entry_of_the_lead_names_nobody_and_any_other_names_who_made_it() {
    let sample = Sample::new();
    sample.run(&["add", "-l", "2022-inspection", "--title", "台账不全", "--lead", "办公室"]);
    let problems = sample.json(&["list", "台账不全"]);
    let id = problems["lines"][0]["id"].as_str().unwrap();
    for (by, text) in [("办公室", "本单位已核对"), ("区委第一巡察组", "现场督导一次")]
    {
        sample.run(&["note", id, "--by", by, "--text", text]);
    }
    let page = fs::read_to_string(sample.page("zh", &[])).unwrap();
    assert!(page.contains("<dd>本单位已核对"), "{page}");
    assert!(page.contains("<dd>区委第一巡察组：现场督导一次"), "{page}");
    assert!(page.contains("<p>详情中的记录未注明单位的，为该问题牵头单位所记。"));
}

#[test]
fn a_phone_scrolls_no_page_sideways() {
    let Some(mut browser) = browser() else { return };
    let sample = Sample::new();
    browser.open(&sample.page("zh", &[]));
    for width in [390, 768, 1280] {
        let size =
            json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500});
        browser.ask("Emulation.setDeviceMetricsOverride", &size);
        let wide = browser.eval("document.documentElement.scrollWidth");
        assert!(wide.as_i64().unwrap() <= width, "{wide} of {width}");
    }
    picture(&mut browser, "desk.png", 1280, false);
    picture(&mut browser, "dark.png", 1280, true);
    picture(&mut browser, "phone.png", 390, false);
    picture(&mut browser, "phone-dark.png", 390, true);
}

#[test]
fn paper_and_a_browser_without_scripts_have_all_of_it() {
    let Some(mut browser) = browser() else { return };
    let sample = Sample::new();
    let page = sample.page("zh", &[]);
    browser.ask("Emulation.setScriptExecutionDisabled", &json!({"value": true}));
    browser.open(&page);
    // The protocol still may ask.
    assert_eq!(browser.eval("document.querySelector('.find form').hidden"), true);
    assert_eq!(
        browser.eval("document.querySelectorAll('td > noscript > details').length > 50"),
        true
    );
    let size = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
    let printed = browser.ask("Page.printToPDF", &size);
    assert!(printed["data"].as_str().unwrap().len() > 10_000);
    if let Some(folder) = std::env::var_os("LEDGER_PICTURES") {
        keep(&folder, "paper.pdf", &printed);
    }
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// A page of so many problems.
fn page_of(problems: i64, folder: &Path) -> PathBuf {
    let column = |heading: &str, kind| Column::new(heading, kind);
    let mut grid = Grid::new(vec![
        column("编号", ColumnKind::Id),
        column("问题", ColumnKind::Text),
        column("牵头单位", ColumnKind::Name),
        column("截止日期", ColumnKind::Date),
        column("亮灯", ColumnKind::Light),
    ]);
    grid.searchable = true;
    let first = Day::new(2022, 1, 1).unwrap();
    for no in 0..problems {
        let lit = if no % 7 == 0 { ("逾期", Hue::Red) } else { ("正常", Hue::Green) };
        let detail = "检查发现日常检查流于形式，问题反复出现，凭证附件不全。".repeat(8);
        grid.rows.push(Row {
            cells: vec![
                format!("2022-inspection/{no}").into(),
                format!("第{no}个问题，资料归集不及时，关键记录缺失").into(),
                format!("第{}卫生院", no % 30).into(),
                first.plus_days(no * 37 % 400).into(),
                Cell::Lit(lit.0.to_owned(), lit.1),
            ],
            kind: RowKind::Body,
            more: vec![Block::Labelled("具体情况".to_owned(), detail)],
        });
    }
    let mut document = Document::new(Lang::Zh);
    document.push(Block::Grid(grid));
    let (page, mut out) = (folder.join(format!("{problems}.html")), Vec::new());
    ledger::render::html::write(&document, &mut out).unwrap();
    fs::write(&page, out).unwrap();
    page
}

/// What stands on each page of a PDF; nothing where no program of this machine can tell.
fn pages_of(pdf: &Path) -> Option<Vec<String>> {
    let asked = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output();
    let pages = String::from_utf8(asked.ok()?.stdout).unwrap();
    Some(pages.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

#[test]
fn every_page_of_paper_has_the_heading_and_whole_rows() {
    const ROWS: i64 = 430; // more than are drawn at once
    let Some(mut browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.open(&page_of(ROWS, folder.path()));
    let size = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
    let printed = browser.ask("Page.printToPDF", &size);
    if let Some(pictures) = std::env::var_os("LEDGER_PICTURES") {
        keep(&pictures, "rows.pdf", &printed);
    }
    let pdf = folder.path().join("rows.pdf");
    fs::write(&pdf, bytes_of(&printed)).unwrap();
    let Some(pages) = pages_of(&pdf) else { return };
    assert!(pages.len() > 5, "{} pages", pages.len());
    for page in &pages {
        let first = page.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        assert!(first.contains("编号") && first.contains("截止日期"), "{page}");
        // A row that were cut would have its id on one page and the end of its problem, 缺失, on another.
        let rows = page.matches("2022-inspection/").count();
        assert_eq!(
            (page.matches('缺').count(), page.matches('失').count()),
            (rows, rows),
            "{page}"
        );
    }
    let all = pages.concat();
    let ids: Vec<_> =
        all.split_whitespace().filter(|word| word.starts_with("2022-inspection/")).collect();
    let expected: Vec<_> = (0..ROWS).map(|no| format!("2022-inspection/{no}")).collect();
    assert_eq!(ids, expected);
    // Whoever goes on reading on the screen can still sort.
    assert_eq!(browser.eval("document.querySelectorAll('.find th button').length"), 5);
}

/// Ten thousand problems, or the page that `LEDGER_PAGE` names, which is then measured in place of them.
fn thousands(folder: &Path) -> PathBuf {
    std::env::var_os("LEDGER_PAGE").map_or_else(|| page_of(10_000, folder), PathBuf::from)
}

#[test]
fn ten_thousand_rows_are_filtered_while_somebody_types() {
    let Some(mut browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    browser.open(&thousands(folder.path()));
    let measured = browser.eval(
        "(() => { const times = {loaded: Math.round(performance.now())};
          const time = (name, act) => { const from = performance.now(); act(); document.body.offsetHeight;
            times[name] = Math.round(performance.now() - from); };
          const input = document.querySelector('.find input');
          const type = words => { input.value = words; input.dispatchEvent(new InputEvent('input', {bubbles: true})); };
          const heads = document.querySelectorAll('.find th button');
          time('one word', () => type('卫生'));
          time('two words', () => type('卫生 逾期'));
          times.found = +document.querySelector('.find output b').textContent;
          time('none', () => type(''));
          time('by text', () => heads[1].click());
          time('by number', () => heads[0].click());
          time('unfold', () => document.querySelector('td button').click());
          times.drawn = document.querySelectorAll('.find tbody tr:not(.life)').length;
          time('the rest', () => document.querySelector('.rest').click());
          times.all = document.querySelectorAll('.find tbody tr:not(.life)').length;
          return times; })()",
    );
    println!("{measured}");
    assert!(measured["found"].as_u64().unwrap() > 0, "{measured}");
    assert!(measured["drawn"].as_u64().unwrap() < 1_000, "{measured}");
    assert!(measured["all"].as_u64().unwrap() >= 10_000, "{measured}");
    // Milliseconds, with room for a machine that has other things to do.
    assert!(measured["two words"].as_u64().unwrap() < 3_000, "{measured}");
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}
