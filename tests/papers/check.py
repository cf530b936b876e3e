"""Has other readers look at the papers that `cargo test --test papers` has left: a schema validator and python-docx.

    python tests/papers/check.py FOLDER

Ends with 1 where one of them finds fault.
"""

import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

WORDS = {
    "report-zh": "关于县委第一巡察组反馈意见整改情况的报告",
    "report-en": "Report on the rectification of what was found",
    "register-zh": "巡察反馈问题整改台账",
    "register-en": "Register",
}
# Head, right, foot, left, in millimetres; a page across is turned to the left.
MARGINS = {False: (37, 26, 35, 28), True: (28, 37, 26, 35)}


def findings(path):
    """What the validator finds in a paper."""
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def broken(path, folder):
    """The same paper with two elements in another order, which the schema forbids."""
    other = folder / "broken.docx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(other, "w") as copy:
        for name in whole.namelist():
            text = whole.read(name).decode()
            if name == "word/document.xml":
                text = text.replace("<w:keepNext/><w:jc", "<w:jc", 1)
                text = text.replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1)
            copy.writestr(name, text)
    return other


def wrong(path):
    """What is not as it should be where python-docx reads the paper."""
    paper = Document(io.BytesIO(path.read_bytes()))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    section = paper.sections[0]
    across = section.orientation == WD_ORIENT.LANDSCAPE
    edges = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    if tuple(round(edge.mm) for edge in edges) != MARGINS[across]:
        yield f"margins {[edge.mm for edge in edges]}"
    if sorted((round(section.page_width.mm), round(section.page_height.mm))) != [210, 297]:
        yield f"paper {section.page_width.mm} x {section.page_height.mm}"
    for name, footer in (("odd", section.footer), ("even", section.even_page_footer)):
        if not footer._element.findall(".//" + qn("w:fldSimple")):
            yield f"no page number on {name} pages"
    # A long title ends its lines where a reader would.
    if path.stem in WORDS and texts[0].split() != WORDS[path.stem].split():
        yield f"begins with {texts[0]!r}"
    for number, table in enumerate(paper.tables):
        widths = {len(row.cells) for row in table.rows}
        if widths != {len(table.columns)}:
            yield f"table {number} has rows of {widths} cells"
    if path.stem.startswith("register"):
        table = paper.tables[0]
        if not table.rows[0]._tr.findall(".//" + qn("w:tblHeader")):
            yield "the headings are on the first page only"
        if table.cell(1, 0).text != "1" or table.cell(1, 0)._tc is not table.cell(2, 0)._tc:
            yield "the cells of a problem are not joined"


def main(folder):
    papers = sorted(path for path in folder.glob("*.docx") if path.stem != "broken")
    if not papers:
        sys.exit(f"no papers in {folder}")
    faults = [f"{path.name}: {fault}" for path in papers for fault in findings(path)]
    faults += [f"{path.name}: {fault}" for path in papers for fault in wrong(path)]
    # A validator that finds nothing anywhere would prove nothing.
    if not findings(broken(papers[0], folder)):
        faults.append("the validator finds no fault with a broken paper")
    print(f"{len(papers)} papers, {len(faults)} faults")
    sys.exit("\n".join(faults) if faults else 0)


main(Path(sys.argv[1]))
