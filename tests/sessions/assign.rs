//! `ledger assign`: others answer from now on.

use crate::samples::{BOTH, book};
use crate::session::{Form, TABLE, file};

#[test]
fn others_answer_and_the_echo_says_who() {
    for form in BOTH {
        let session = book(form);
        let file = |no| if form == Form::Table { TABLE.to_owned() } else { file(no) };
        session
            .run("assign 1 3.1 --lead 基层卫生股 --by 办公室 --text 职能调整")
            .stdout("2022-inspection/1 <key6>\n2022-inspection/3 <key7>\n")
            .stderr(
                "ledger: recorded assign: 2022-inspection/1, 2022-inspection/3.1\n\
                 ledger: 2022-inspection/1: lead 基层卫生股; person 财务股股长\n\
                 ledger: 2022-inspection/3.1: lead 基层卫生股\n",
            )
            .grows(&file(1))
            .grows(&file(3))
            .fine();
        session
            .run("assign 2 --leader 副局长 --person 股长 --by 办公室 --lang zh")
            .stdout("2022-inspection/2 <key8>\n")
            .stderr(
                "ledger: 已登记改派：2022-inspection/2\n\
                 ledger: 2022-inspection/2 牵头：基层卫生股；配合：各镇卫生院；责任领导：副局长；责任人：股长\n",
            )
            .grows(&file(2))
            .fine();
    }
}

#[test]
fn it_is_written_as_an_entry_and_the_first_stays() {
    let session = book(Form::Folder);
    session
        .run("assign 3.2 --joint 财务股 --joint 基层卫生股 --by 办公室")
        .stdout("2022-inspection/3 <key6>\n")
        .stderr(
            "ledger: recorded assign: 2022-inspection/3.2\n\
             ledger: 2022-inspection/3.2: joint 财务股, 基层卫生股\n",
        )
        .appends(
            &file(3),
            "\n[[entry]]\nkey = \"<key6>\"\non = 2022-10-25\nact = \"assign\"\nmeasure = [2]\nby = \"办公室\"\n\
             joint = [\"财务股\", \"基层卫生股\"]\n",
        )
        .fine();
    for (lang, said) in [
        ("zh", "措施2，共同负责：财务股、基层卫生股"),
        ("en", "measure 2, joint 财务股, 基层卫生股"),
    ] {
        let life = session.run(&format!("show 3 -O csv --lang {lang}")).text();
        assert!(life.contains(said), "{life}");
    }
}

#[test]
fn names_are_declared_and_somebody_is_named() {
    for form in BOTH {
        let session = book(form);
        session
            .run("assign 1-3 --lead 财物股 --with 信息股 --by 办公室")
            .stderr(
                "ledger: book.toml declares no unit `财物股`\nhelp: did you mean `财务股`?\n\
                 ledger: book.toml declares no unit `信息股`\nhelp: if it exists, write [unit.\"信息股\"] in book.toml\n",
            )
            .status(3);
        session
            .run("assign 1 --by 办公室 --lang zh")
            .stderr("ledger: 缺少 --lead/--joint/--with/--leader/--person\n")
            .status(2);
        session
            .run("assign 1 4 --lead 财务股 --by 办公室")
            .stderr(
                "ledger: 2022-inspection/4 is refused:\n  - it is closed since 2022-10-12, which allows no `assign`\n",
            )
            .status(3);
    }
}
