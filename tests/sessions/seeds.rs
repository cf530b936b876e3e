//! What the seeds tell of, at the keyboard: cases that real rectification reports hold, in our own words.

use serde_json::Value;

use crate::session::{Form, Session, TABLE, file};

const BOTH: [Form; 2] = [Form::Folder, Form::Table];

fn one_file(form: Form, no: u32) -> String {
    if form == Form::Table { TABLE.to_owned() } else { file(no) }
}

fn problem(session: &Session, words: &str) -> Value {
    session.run(words).json()["problems"][0].clone()
}

/// The figures of all problems of the ledger of 2022.
fn total(session: &Session, today: &str) -> Value {
    session.run(&format!("summary -l 2022-inspection --today {today}")).json()["totals"].clone()
}

/// No. 1: the money came back while the inspectors were still there, months before the plan was issued.
#[test]
fn money_came_back_before_the_plan_was_issued() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        session.on("2022-09-26");
        session
            .run("add --title 变相出租科室 --found 2022-06-30 --amount 15.7万元 --limit 立行立改、长期坚持 --lead 高龙镇卫生院")
            .quietly();
        let recover = "recover 1 15.7万元 --by 区卫生健康委员会 --text 上缴廉政账户";
        session
            .run(&format!("{recover} --on 2022-06-24"))
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - 2022-06-24 lies before the day it was found, 2022-06-30; \
                 correct it with --on\n",
            )
            .status(3);
        // The inspection lasted from 18 May to 30 June; the day of the finding was written too late.
        session
            .run("amend 1 --set found=2022-05-18 --by 办公室 --text 核查始于5月18日")
            .stdout("2022-inspection/1 <key1>\n")
            .stderr(
                "ledger: recorded amend: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: day it was found 2022-06-30 → 2022-05-18\n",
            )
            .grows(&one_file(form, 1))
            .fine();
        session
            .run(&format!("{recover} --on 2022-06-24"))
            .stdout("2022-inspection/1 <key2>\n")
            .stderr("ledger: recorded recover: 2022-inspection/1\n")
            .grows(&one_file(form, 1))
            .fine();
        session
            .run("recover 1 1元 --by 区卫生健康委员会")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - with it 15.7001万元 would have come back, of 15.7万元 that is to \
                 come back; correct the amount, or what is to come back with `ledger amend`\n",
            )
            .status(3);
        session.run("check").quietly();
        let figures = total(&session, "2022-09-26");
        assert_eq!(
            (&figures["recovered"], &figures["outstanding"]),
            (&"157000.00".into(), &"0.00".into())
        );
        // A slip in the day of finding is known from the day on which it is amended: in July nobody had the problem.
        assert_eq!(session.run("list --today 2022-05-20").json()["totals"]["problems"], 0);
        assert_eq!(session.run("list --today 2022-07-01").json()["totals"]["problems"], 1);
    }
}

/// No. 7: the rate of visits to newborns is short of its target.
#[test]
fn an_indicator_is_short_and_then_is_not() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        let add =
            "add --lead 基层股 --limit 立行立改、长期坚持 --indicator '新生儿访视率>=85.1->90 %'";
        session.run(&format!("{add} --title 访视率低")).quietly();
        session.run(&format!("{add} --title 访视率仍低")).quietly();
        session.on("2022-10-30").run("done 1-2 --by 基层股").quietly();
        session
            .run("close 1 --by 办公室 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  · 指标“新生儿访视率”尚无实际值，目标90；如仍要销号，用 --reason 写明理由\n",
            )
            .status(3);
        session.run("indicator 1 新生儿访视率 88 --by 基层股").quietly();
        session
            .run("close 1 --by 办公室 --lang zh")
            .stderr(
                "ledger: 2022-inspection/1 不能登记：\n  · 指标“新生儿访视率”现为88，未达90；如仍要销号，用 --reason 写明理由\n",
            )
            .status(3);
        session.run("close 1 --by 办公室 --reason 余下三家卫生院列入明年计划").quietly();
        session.on("2022-11-30").run("indicator 2 新生儿访视率 91 --by 基层股").quietly();
        session.run("close 2 --by 办公室").quietly();
        session.run("check").quietly();
        // A value that is found wrong later would leave the close without its ground.
        let key = problem(&session, "show 2")["entries"][1]["key"].as_str().unwrap().to_owned();
        let void = format!("void 2 {key} --by 基层股 --text 统计口径有误");
        session
            .run(&void)
            .stderr(
                "ledger: 2022-inspection/2 is refused, since it would be wrong then:\n  - `close` of 2022-11-30 (<key6>): closed while indicator \
                 `新生儿访视率` had no value, with a target of 90, without a reason; say why in reason = \"…\", or take the \
                 close back with `ledger void`\n",
            )
            .status(3);
    }
}

/// No. 16: done by the end of October, and kept up for good.
#[test]
fn kept_up_for_good_is_reviewed_and_never_overdue() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        session
            .run("add --title 绩效工资缺少监督 --lead 人事股 --limit 10月底前整改到位，并长期坚持")
            .quietly();
        let entered = problem(&session, "show 1");
        assert_eq!(
            (&entered["last_day"], &entered["sustained"]),
            (&"2022-10-31".into(), &true.into())
        );
        session.on("2022-10-30").run("done 1 --by 人事股").quietly();
        session
            .on("2022-11-03")
            .run("close 1 --by 办公室")
            .stdout("2022-inspection/1 <key2>\n")
            .stderr("ledger: recorded close: 2022-inspection/1\n")
            .grows(&one_file(form, 1))
            .fine();
        for (today, review_overdue) in [("2023-02-03", 0), ("2023-02-04", 1), ("2024-02-04", 1)] {
            let figures = total(&session, today);
            assert_eq!((&figures["closed"], &figures["rated"]), (&1.into(), &1.into()), "{today}");
            assert_eq!((&figures["overdue"], &figures["sustained"]), (&0.into(), &1.into()));
            assert_eq!(figures["review_overdue"], review_overdue, "{today}");
        }
        session.on("2023-02-10").run("review 1 --kept --by 办公室").quietly();
        assert_eq!(total(&session, "2023-02-10")["review_overdue"], 0);
        assert_eq!(total(&session, "2023-05-11")["review_overdue"], 1);
    }
}

/// No. 19 and 20: what the inspections of 2018 and 2019 had found, and what was closed then, came back.
#[test]
fn what_earlier_inspections_found_came_back() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        for (ledger, issued) in [("2018-routine", "2018-11-05"), ("2019-special", "2019-07-01")] {
            session.on(issued).run(&format!("init {ledger} --issued {issued}")).quietly();
            session
                .run(&format!(
                    "add -l {ledger} --title 签约流于形式 --limit 三个月内 --lead 基层股"
                ))
                .quietly();
            session.run(&format!("done {ledger}/1 --by 基层股")).quietly();
            session.run(&format!("close {ledger}/1 --by 办公室")).quietly();
        }
        session.on("2022-09-23");
        session
            .run("add -l 2022-inspection --title 家庭医生签而不约 --recurs 2018-routine/1 --recurs 2019-special/1 --recurs 2020年审计")
            .quietly();
        session
            .run("add -l 2022-inspection --title 科室合作 --recurs 2018-routine/7")
            .stderr(
                "ledger: 2022-inspection/2 is refused, since it would be wrong then:\n  - the earlier problem \
                 2018-routine/7 does not exist; write an id that exists, or say it in words\n",
            )
            .status(3);
        let recurs = &problem(&session, "show 2022-inspection/1")["recurs"];
        assert_eq!(*recurs, serde_json::json!(["2018-routine/1", "2019-special/1", "2020年审计"]));
        for earlier in ["2018-routine/1", "2019-special/1"] {
            let link = &problem(&session, &format!("show {earlier}"))["recurred_in"][0];
            assert_eq!(link["id"], "2022-inspection/1", "{earlier}");
        }
        let figures = session.run("summary").json()["totals"].clone();
        assert_eq!(figures["ids"]["recurring"], serde_json::json!(["2022-inspection/1"]));
        assert_eq!(
            figures["ids"]["came_back"],
            serde_json::json!(["2018-routine/1", "2019-special/1"])
        );
        session.run("check").quietly();
    }
}

/// No. 21: three of five problems of the audit are cured, two are not.
#[test]
fn two_of_five_are_still_open() {
    for form in BOTH {
        let session = Session::with_ledger(form);
        session.run("add --title 预算收支审计五个问题 --limit 立行立改 --lead 财务股").quietly();
        for what in ["预算编制", "政府采购", "固定资产", "滞拨专项资金", "往来资金长期挂账"]
        {
            session.run(&format!("measure 1 --text {what}")).quietly();
        }
        session.on("2022-10-08").run("done 1.1 1.2 1.3 --by 财务股").quietly();
        session
            .on("2022-10-30")
            .run("close 1 --by 办公室")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - measures 4, 5 not reported; report with `ledger done` first\n",
            )
            .status(3);
        session
            .run("close 1 --by 办公室 --lang zh")
            .stderr("ledger: 2022-inspection/1 不能登记：\n  · 措施4、5尚未报结；先用 `ledger done` 报结\n")
            .status(3);
        let shown = problem(&session, "show 1");
        assert_eq!((&shown["state"], &shown["overdue"]), (&"open".into(), &true.into()));
        session.run("done 1.4 1.5 --by 财务股").quietly();
        session.run("close 1 --by 办公室").quietly();
        let figures = total(&session, "2022-10-30");
        assert_eq!((&figures["closed"], &figures["reported_late"]), (&1.into(), &1.into()));
    }
}
