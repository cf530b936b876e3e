//! `ledger account` and `indicator`, and the indicators that `add` enters.

use crate::samples::BOTH;
use crate::session::{Form, Session, TABLE, file};

fn session(form: Form) -> Session {
    let session = Session::with_ledger(form);
    session
        .run("add --title 甲 --limit 10月底前 --indicator '访视率 >= 85.1->90 %' --indicator '积压件<=0'")
        .quietly();
    session.run("add --title 乙 --limit 10月底前").quietly();
    session.on("2022-10-20");
    session
}

#[test]
fn indicators_are_entered_without_an_editor() {
    let session = Session::with_ledger(Form::Folder);
    session
        .run("add --title 甲 --indicator '访视率≥85.1→90%' --indicator '积压件<=0 件' --indicator '差错率<=5->2 %'")
        .stdout("2022-inspection/1\n")
        .writes(
            &file(1),
            "title = \"甲\"\n\n[[indicator]]\nname = \"访视率\"\nunit = \"%\"\nbaseline = 85.1\ntarget = 90\n\n\
             [[indicator]]\nname = \"积压件\"\nunit = \"件\"\ntarget = 0\nbetter = \"lower\"\n\n\
             [[indicator]]\nname = \"差错率\"\nunit = \"%\"\nbaseline = 5\ntarget = 2\n",
        )
        .fine();
    session
        .run("add --title 乙 --indicator 访视率")
        .stderr(
            "error: invalid value '访视率' for '--indicator <INDICATOR>': write NAME>=TARGET UNIT, or <= where less is better, \
             as '访视率>=85.1->90 %'; NAME=UNIT for what is only counted, as '建立制度=项'\n\nFor more information, try '--help'.\n",
        )
        .status(2);
    session
        .run("add --title 乙 --indicator 访视率>=九成 --lang zh")
        .stderr(
            "ledger: --indicator <指标> 不能是“访视率>=九成”：写作 名称>=目标值 单位，越低越好的用 <=，如 '访视率>=85.1->90 %'；只计数的写作 名称=单位，如 '建立制度=项'\n\
             提示: 详见 `ledger --help` 或 `ledger 命令 --help`\n",
        )
        .status(2);
    session
        .run("add --title 乙 --indicator a>=1 --indicator a<=2 --lang zh")
        .stderr("ledger: 指标“a”写了两次\n")
        .status(2);
}

#[test]
fn a_new_value_says_whether_the_target_is_reached() {
    for form in BOTH {
        let session = session(form);
        let file = if form == Form::Table { TABLE.to_owned() } else { file(1) };
        session
            .run("indicator 1 访视率 89.5 --by 财务股")
            .stdout("2022-inspection/1 <key1>\n")
            .stderr(
                "ledger: recorded indicator: 2022-inspection/1\n\
                 ledger: 2022-inspection/1: 访视率 89.5%, short of 90%\n",
            )
            .grows(&file)
            .fine();
        session
            .run("indicator 1 积压件 0 --by 财务股 --lang zh")
            .stdout("2022-inspection/1 <key2>\n")
            .stderr(
                "ledger: 已登记指标：2022-inspection/1\n\
                 ledger: 2022-inspection/1 积压件现为0，已达目标0\n",
            )
            .grows(&file)
            .fine();
        session
            .run("indicator 1-2 访视率 91 --by 财务股")
            .stderr("ledger: 2022-inspection/2 is refused:\n  - there is no indicator `访视率`\n")
            .status(3);
        session
            .run("indicator 1 访视率 91% --by 财务股 --lang zh")
            .stderr(
                "ledger: <数值> 不能是“91%”：数值写作 91.5，不带单位\n提示: 详见 `ledger --help` 或 `ledger 命令 --help`\n",
            )
            .status(2);
        session.run("done 1 --by 财务股").quietly();
        session
            .run("close 1 --by 办公室")
            .stderr(
                "ledger: 2022-inspection/1 is refused:\n  - indicator `访视率` stands at 89.5, short of 90; to close all the \
                 same give a --reason\n",
            )
            .status(3);
    }
}

#[test]
fn persons_and_times_are_kept_apart() {
    let session = session(Form::Folder);
    session
        .run("account 1 --form 1 --persons 3 --times 4 --by 纪检组 --text 批评教育")
        .stdout("2022-inspection/1 <key1>\n")
        .stderr("ledger: recorded account: 2022-inspection/1\n")
        .appends(
            &file(1),
            "\n[[entry]]\nkey = \"<key1>\"\non = 2022-10-20\nact = \"account\"\nby = \"纪检组\"\ntext = \"批评教育\"\n\
             form = 1\npersons = 3\ntimes = 4\n",
        )
        .fine();
    session
        .run("account 1-2 --form 2 --persons 2 --by 纪检组 --lang zh")
        .stdout("2022-inspection/1 <key2>\n2022-inspection/2 <key3>\n")
        .stderr("ledger: 已登记问责：2022-inspection/1、2022-inspection/2\n")
        .grows(&file(1))
        .grows(&file(2))
        .fine();
    session
        .run("account 1 --form 1 --persons 3 --times 2 --by 纪检组")
        .stderr(
            "ledger: 2022-inspection/1 is refused:\n  - 2 times is fewer than 3 persons; each counts at least once\n",
        )
        .status(3);
    session
        .run("account 1 --by 纪检组")
        .stderr("ledger: missing: --form, --persons/--times\n")
        .status(2);
    session
        .run("account 1 --form 5 --persons 0 --by 纪检组 --lang zh")
        .stderr(
            "ledger: --form <形态> 不能是“5”：写 1、2、3 或 4，即四种形态\n提示: 详见 `ledger --help` 或 `ledger 命令 --help`\n",
        )
        .status(2);
    session
        .run("account 1 --form 4 --persons 0 --by 纪检组")
        .stderr(
            "error: invalid value '0' for '--persons <NUMBER>': write a whole number, from 1\n\n\
             For more information, try '--help'.\n",
        )
        .status(2);
}
