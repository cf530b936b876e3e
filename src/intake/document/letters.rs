//! The letters of official texts made even: width, brackets, dashes and script, so that the grammar need not know their
//! spellings. One letter stays one letter.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::width::half_width;

/// Returns the letter that stands for all spellings of it.
pub(super) fn even(c: char) -> char {
    match c {
        '{' => '[',
        '}' => ']',
        _ if c.is_ascii() => c,
        '（' | '﹙' => '(',
        '）' | '﹚' => ')',
        '〔' | '［' | '【' | '｛' => '[',
        '〕' | '］' | '】' | '｝' => ']',
        '：' | '︰' | '﹕' => ':',
        '；' => ';',
        '，' => ',',
        '！' => '!',
        '？' => '?',
        '．' => '.',
        '％' => '%',
        '“' | '”' | '「' | '」' | '『' | '』' | '＂' => '"',
        '－' | '—' | '–' | '―' | '～' | '‐' | '‑' | '‒' | '−' | '─' | '〜' | '﹣' => {
            '-'
        }
        '●' | '○' | '◆' | '■' | '▲' | '•' => '·',
        // Narrower than `half_width`: of the wide signs only those above have a place in the grammar.
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => half_width(c),
        _ => simplified(c).unwrap_or(c),
    }
}

/// Tells whether a letter has no width, and was brought along by copying.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fffd}')
}

/// Tells whether a letter parts others and says nothing.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{c}' | '\u{b}')
}

/// Tells whether a sentence ends with this even letter.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '!' | '?' | ';' | '\n')
}

/// The traditional letters of the grammar's words, each before the one that stands for it.
const SCRIPTS: &str = "責责單单牽牵頭头領领導导問问題题時时進进標标實实況况結结務务門门處处強强負负參参與与協协辦办對对關关於于\
    個个條条項项會会議议報报總总體体組组織织級级區区縣县鎮镇鄉乡員员長长間间階阶後后內内經经檢检驗验現现狀状據据萬万億亿為为並并點点類类\
    舉举績绩効效決决屬属無无發发來来從从將将應应監监審审計计劃划該该還还這这過过達达連连運运選选錄录開开陳陈際际風风飲饮規规視视覺觉\
    設设許许評评話话詳详說说請请論论證证護护變变讓让財财貨货貫贯費费資资質质購购車车農农遲迟遷迁邊边鄰邻醫医釋释針针錢钱錯错鑒鉴闊阔隊队\
    雙双離离難难電电預预顧顾顯显飛飞養养餘余馬马驅驱魚鱼鳥鸟麗丽黨党齊齐齡龄國国園园圖图團团圍围執执場场壓压壞坏壯壮備备傳传債债傷伤價价\
    儀仪優优兩两冊册凍冻則则剛刚創创動动勞劳勢势勝胜匯汇華华衛卫廠厂歷历廳厅廣广庫库張张彈弹當当徑径復复徹彻態态慮虑憂忧戰战戶户掃扫揚扬\
    損损換换擇择擊击擔担擴扩擬拟擾扰攝摄數数斷断書书東东棄弃榮荣業业極极構构樓楼樣样權权歲岁歸归殘残毀毁氣气沒没沖冲決决沒没涉涉測测準准溝沟\
    滅灭滯滞滿满漢汉潔洁濟济災灾爲为爭争爾尔牆墙獎奖獨独獲获環环產产畢毕畫画異异盡尽盤盘眾众確确碼码礎础礙碍社社禮礼種种稅税穩稳窮穷競竞\
    筆笔節节範范築筑簡简簽签糾纠紀纪約约級级納纳純纯紙纸細细終终絕绝給给統统綜综維维網网緊紧線线緩缓編编緣缘縮缩績绩繼继續续罰罚習习聖圣聞闻\
    聯联聲声職职聽听肅肃";

fn simplified(c: char) -> Option<char> {
    static PAIRS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
        let letters: Vec<char> = SCRIPTS.chars().filter(|c| *c != ' ').collect();
        letters.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    });
    PAIRS.get(&c).copied()
}

#[cfg(test)]
mod tests {
    use super::even;

    #[test]
    fn spellings_come_out_the_same() {
        let made = |words: &str| words.chars().map(even).collect::<String>();
        assert_eq!(made("〔責任單位：甲〕"), "[责任单位:甲]");
        assert_eq!(made("（１）“关于”—１．２％"), "(1)\"关于\"-1.2%");
        assert_eq!(made("牽頭單位,6月底完成"), "牵头单位,6月底完成");
    }
}
