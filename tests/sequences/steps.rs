//! What a clerk types: mostly what the state of a problem calls for, now and then anything.

use std::fmt::Display;

use ledger::domain::day::Day;

use crate::dice::Dice;
use crate::office::{EVIDENCE, Ways};
use crate::seen::{Keys, Seen};

/// A command of a sequence.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// Its number in the sequence, which it keeps when others are dropped.
    pub(crate) no: usize,
    pub(crate) today: Day,
    pub(crate) words: Vec<String>,
}

/// The commands with the weight that each has when nothing calls for one.
const ANY: [(usize, &str); 20] = [
    (4, "notice"),
    (6, "add"),
    (4, "measure"),
    (3, "note"),
    (6, "done"),
    (4, "return"),
    (6, "close"),
    (4, "reopen"),
    (5, "extend"),
    (3, "assign"),
    (3, "review"),
    (2, "suspend"),
    (2, "resume"),
    (2, "transfer"),
    (2, "withdraw"),
    (3, "recover"),
    (2, "account"),
    (3, "indicator"),
    (5, "amend"),
    (5, "void"),
];

const LIMITS: [&str; 9] = [
    "立行立改、长期坚持",
    "10月底前整改到位，并长期坚持",
    "11月底前",
    "15个工作日内",
    "印发后一个月内",
    "第四季度末",
    "by 31 Dec",
    "长期坚持",
    "尽快",
];

const NEW_LIMITS: [&str; 6] =
    ["延期一个月", "延长15个工作日", "12月底前", "一个月内", "within 20 days", "尽快"];

const PEOPLE: [&str; 6] = ["基层股", "农卫股", "医政股", "办公室", "督查员", "基层股股长"];

/// Throws the dice for one command after the other.
pub(crate) struct Clerk<'a> {
    pub(crate) dice: Dice,
    pub(crate) ways: &'a Ways,
}

/// What a clerk has before their eyes.
pub(crate) struct Desk<'a> {
    pub(crate) today: Day,
    pub(crate) seen: &'a [Seen],
    pub(crate) keys: &'a Keys,
}

impl Clerk<'_> {
    /// The day of the next command.
    pub(crate) fn next_day(&mut self, today: Day) -> Day {
        if self.dice.percent(72) { today } else { today.plus_days(self.dice.within(1, 24)) }
    }

    /// The next command.
    pub(crate) fn next(&mut self, desk: &Desk<'_>) -> Vec<String> {
        if desk.seen.len() < 3 {
            return self.add(desk);
        }
        let problem = self.dice.one(desk.seen).clone();
        let act = if self.dice.percent(30) {
            *self.dice.weighted(&ANY)
        } else {
            self.called_for(&problem, desk.today)
        };
        match act {
            "add" => self.add(desk),
            "notice" => self.notice(desk, &problem),
            "measure" => self.measure(desk, &problem),
            _ => self.act(act, desk, &problem),
        }
    }

    /// What comes next in the life of a problem.
    fn called_for(&mut self, problem: &Seen, today: Day) -> &'static str {
        let reported = problem.measures.iter().any(|(_, reported)| *reported);
        let late = problem.last_day.is_some_and(|last| last < today);
        let of_state: &[(usize, &str)] = match problem.state.as_str() {
            "open" if problem.duty => &[(6, "done"), (2, "note"), (1, "close"), (1, "void")],
            "open" if late => {
                &[(4, "notice"), (3, "done"), (3, "extend"), (1, "assign"), (1, "note")]
            }
            "open" if reported => {
                &[(6, "done"), (2, "return"), (2, "extend"), (1, "close"), (1, "void")]
            }
            "open" => &[
                (7, "done"),
                (3, "measure"),
                (3, "extend"),
                (2, "recover"),
                (2, "indicator"),
                (2, "assign"),
                (2, "amend"),
                (1, "suspend"),
                (1, "transfer"),
                (1, "withdraw"),
                (1, "note"),
            ],
            "awaiting" => &[(10, "close"), (3, "return"), (2, "indicator"), (1, "extend")],
            "closed" => {
                &[(5, "review"), (4, "reopen"), (2, "recover"), (1, "account"), (2, "void")]
            }
            _ => &[(6, "resume"), (2, "void"), (1, "withdraw")],
        };
        self.dice.weighted::<&str>(of_state)
    }

    fn add(&mut self, desk: &Desk<'_>) -> Vec<String> {
        let number = desk.seen.len() + 1;
        let mut words = Words::new(&["add"]);
        words.put("--title", format!("问题{number}"));
        words.maybe(self.dice.percent(80), "--lead", *self.dice.one(&PEOPLE[..4]));
        words.maybe(self.dice.percent(20), "--person", "基层股股长");
        words.maybe(self.dice.percent(20), "--leader", "主任");
        let found = desk.today.plus_days(self.dice.within(-90, 3));
        words.maybe(self.dice.percent(30), "--found", found);
        if self.dice.percent(12) {
            let every = *self.dice.one(&["每月5日前", "每季度", "每周", "monthly"]);
            words.put("--kind", "duty").put("--every", every);
            words.put("--from", desk.today.plus_days(self.dice.within(-40, 5)));
            words.maybe(self.dice.percent(50), "--until", desk.today.plus_days(200));
            return words.0;
        }
        words.maybe(self.dice.percent(10), "--kind", "task");
        let limit = *self.dice.one(&LIMITS);
        words.maybe(self.dice.percent(80), "--limit", limit);
        let due = desk.today.plus_days(self.dice.within(-5, 60));
        words.maybe(limit == "尽快" || self.dice.percent(25), "--due", due);
        if self.dice.percent(35) {
            words.put("--amount", "10万元");
            words.maybe(self.dice.percent(40), "--recoverable", "5万元");
        }
        words.maybe(self.dice.percent(30), "--indicator", "访视率>=85->90 %");
        words.maybe(self.dice.percent(10), "--indicator", "投诉<=3 件");
        words.maybe(self.dice.percent(10), "--recurs", "2022-inspection/1");
        words.0
    }

    fn measure(&mut self, desk: &Desk<'_>, problem: &Seen) -> Vec<String> {
        let mut words = Words::new(&["measure", &problem.no.to_string(), "--text", "措施"]);
        words.maybe(self.dice.percent(30), "--lead", *self.dice.one(&PEOPLE[..4]));
        words.maybe(self.dice.percent(30), "--limit", *self.dice.one(&LIMITS));
        words.maybe(self.dice.percent(30), "--due", desk.today.plus_days(self.dice.within(-5, 60)));
        words.maybe(
            self.dice.percent(20),
            "--since",
            desk.today.plus_days(self.dice.within(-20, 5)),
        );
        words.0
    }

    fn notice(&mut self, desk: &Desk<'_>, problem: &Seen) -> Vec<String> {
        let mut words = Words::new(&["notice", "--by", "督查员"]);
        if self.dice.percent(40) {
            words.0.push(problem.no.to_string());
        }
        words.maybe(self.dice.percent(20), "--on", desk.today.plus_days(-self.dice.within(1, 30)));
        words.0
    }

    fn act(&mut self, act: &str, desk: &Desk<'_>, problem: &Seen) -> Vec<String> {
        let mut words = Words::new(&[act]);
        let one_only = ["indicator", "recover", "void"].contains(&act);
        let parts = ["done", "return", "reopen", "extend", "assign"].contains(&act);
        if parts && !problem.measures.is_empty() && self.dice.percent(60) {
            for (no, _) in &problem.measures {
                if self.dice.percent(60) {
                    words.0.push(format!("{}.{no}", problem.no));
                }
            }
        }
        if words.0.len() == 1 {
            words.0.push(problem.no.to_string());
        }
        if !one_only && self.dice.percent(12) {
            words.0.push(self.dice.one(desk.seen).no.to_string());
        }
        self.details(act, desk, problem, &mut words);
        words.put("--by", *self.dice.one(&PEOPLE));
        words.maybe(self.dice.percent(96), "--text", "说明");
        let back = desk.today.plus_days(-self.dice.within(1, 45));
        words.maybe(self.dice.percent(22), "--on", back);
        let takes = ["note", "done", "close", "review", "recover"].contains(&act);
        let wanted = self.ways.wants_evidence(act) && self.dice.percent(85);
        words.maybe(takes && (wanted || self.dice.percent(5)), "--evidence", EVIDENCE);
        words.0
    }

    fn details(&mut self, act: &str, desk: &Desk<'_>, problem: &Seen, words: &mut Words) {
        let today = desk.today;
        match act {
            "done" if problem.duty => {
                let next = problem.last_day.unwrap_or(today);
                let near = today.plus_days(self.dice.within(-40, 20));
                words.put("--for", if self.dice.percent(75) { next } else { near });
            }
            "close" => {
                words.maybe(self.dice.percent(80), "--verifier", *self.dice.one(&PEOPLE));
                words.maybe(self.dice.percent(40), "--reason", "余下一项纳入日常");
            }
            "reopen" => self.new_limit(today, None, 40, words),
            "extend" => {
                self.new_limit(today, problem.last_day, 95, words);
                words.maybe(self.dice.percent(96), "--approver", "主任");
                words.maybe(
                    self.dice.percent(30),
                    "--asked",
                    today.plus_days(self.dice.within(-30, 2)),
                );
            }
            "assign" => {
                words.put("--lead", *self.dice.one(&PEOPLE[..4]));
                words.maybe(self.dice.percent(30), "--person", "基层股股长");
            }
            "review" => {
                words.0.push(if self.dice.percent(60) { "--kept" } else { "--relapsed" }.into());
                words.maybe(
                    self.dice.percent(25),
                    "--next",
                    today.plus_days(self.dice.within(-3, 60)),
                );
            }
            "suspend" | "withdraw" => _ = words.put("--approver", "主任"),
            "transfer" => _ = words.put("--to", "区纪委监委"),
            "recover" => {
                words.0.push((*self.dice.one(&["3万元", "1.5万元", "5万元", "457.2元"])).into());
            }
            "account" => {
                words.put("--form", self.dice.within(1, 4));
                words.put("--persons", self.dice.within(1, 3));
                words.maybe(self.dice.percent(30), "--times", self.dice.within(1, 4));
            }
            "indicator" => {
                let none = "访视率".to_owned();
                words.0.push(problem.indicators.first().unwrap_or(&none).clone());
                words.0.push((*self.dice.one(&["88", "91", "90", "2"])).into());
            }
            "amend" => self.amend(desk, problem, words),
            "void" => {
                let any = "000000".to_owned();
                let place = self.dice.below(problem.keys.len());
                let key = problem.keys.get(place).unwrap_or(&any);
                words.0.push(desk.keys.name(key));
            }
            _ => {}
        }
    }

    /// A new limit in words, as a day, or none.
    fn new_limit(&mut self, today: Day, last: Option<Day>, given: usize, words: &mut Words) {
        if !self.dice.percent(given) {
            return;
        }
        if self.dice.percent(45) {
            words.put("--limit", *self.dice.one(&NEW_LIMITS));
            return;
        }
        let from = last.filter(|_| self.dice.percent(60)).unwrap_or(today);
        words.put("--due", from.plus_days(self.dice.within(-6, 45)));
    }

    fn amend(&mut self, desk: &Desk<'_>, problem: &Seen, words: &mut Words) {
        let near = desk.today.plus_days(self.dice.within(-60, 40));
        let set = match self.dice.below(10) {
            0 => "title=另一题".to_owned(),
            1 => format!("due={near}"),
            2 => format!(
                "found={}",
                problem.found.unwrap_or(near).plus_days(self.dice.within(-20, 20))
            ),
            3 => format!("limit={}", self.dice.one(&LIMITS)),
            4 => format!("amount={}万元", self.dice.within(1, 20)),
            5 => format!("recoverable={}万元", self.dice.within(1, 12)),
            6 => format!("sustained={}", self.dice.percent(50)),
            7 => format!("1.due={near}"),
            8 => format!("1.limit={}", self.dice.one(&LIMITS)),
            _ => "1.sustained=true".to_owned(),
        };
        words.put("--set", set);
    }
}

/// The words of a command that is being typed.
struct Words(Vec<String>);

impl Words {
    fn new(words: &[&str]) -> Self {
        Self(words.iter().map(|word| (*word).to_owned()).collect())
    }

    fn put(&mut self, option: &str, value: impl Display) -> &mut Self {
        self.0.extend([option.to_owned(), format!("{value}")]);
        self
    }

    fn maybe(&mut self, given: bool, option: &str, value: impl Display) {
        if given {
            self.put(option, value);
        }
    }
}
