//! The book of an office in the autumn of 2022, as its clerk typed it.

use crate::session::{Form, Session};

pub(crate) const BOTH: [Form; 2] = [Form::Folder, Form::Table];

/// Five problems by 25 October: one open, one awaiting, one half done, one closed, one found later.
pub(crate) fn book(form: Form) -> Session {
    let session = Session::with_ledger(form);
    let units = "
[unit.\"区卫健委\"]

[unit.\"财务股\"]
parent = \"区卫健委\"

[unit.\"基层卫生股\"]
parent = \"区卫健委\"
former = [\"基层卫生科\"]

[unit.\"各镇卫生院\"]

[unit.\"办公室\"]

[unit.\"纪检组\"]
";
    let book = session.read("ledgers/book.toml");
    session.write("ledgers/book.toml", book + units);
    for words in [
        "add --title 借款未及时收回 --category 资金管理 --lead 财务股 --person 财务股股长 --limit 10月底前 \
         --amount 11.7万元 --tag 重点",
        "add --title 家庭医生签约重数量轻履约 --category 公共卫生 --lead 基层卫生股 --with 各镇卫生院 \
         --leader 分管副主任 --limit 立行立改、长期坚持 --tag 重点 --tag 民生",
        "add --title 卫生院绩效方案未备案 --detail 平均绩效的1.5倍、1.8倍不等 --category 公共卫生 --lead 各镇卫生院 \
         --with 基层卫生股 --limit 年底前 --tag 民生",
        "measure 3 --text 修订方案",
        "measure 3 --text 上报备案 --lead 基层卫生股 --limit 10月20日前",
        "add --title 会议记录不全 --category 党建 --source 区审计局 --limit 10月10日前",
        "add --title 安排固定资产盘点 --kind task --found 2022-10-20 --lead 财务股 --lead 各镇卫生院 --limit 2022年11月11日前",
    ] {
        session.run(words).quietly();
    }
    session.on("2022-10-08").run("done 2 --by 基层卫生科 --text 团队重组为388个").quietly();
    session.on("2022-10-09").run("done 4 --by 办公室").quietly();
    session.on("2022-10-12").run("close 4 --by 纪检组 --text 已抽查10份").quietly();
    session.on("2022-10-14").run("done 3.1 --by 各镇卫生院").quietly();
    session.on("2022-10-15").run("recover 1 3.2万元 --by 财务股").quietly();
    session.on("2022-10-25");
    session
}
