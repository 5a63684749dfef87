"""Good files of every kind, to be broken."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from functools import cache

from fpdf import FPDF

STORY = "区里召开推进会\n\n　　本报讯（记者 姜某）1月8日，区里召开推进会，县委书记王明华主持会议并讲话。总投资21.8亿元的项目已开工。\n"
HTML = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>某县召开推进会_某某网</title>
<meta property="og:site_name" content="某某网"></head><body><div class="nav"><a href="/">首页</a></div>
<h1>某县召开推进会</h1><div>2023-03-21 09:15 来源：某某日报</div>
<div class="content"><p>{STORY}</p><p>{STORY}</p><p>会议指出，今年以来，全县落实春播面积12.6万亩，同比增长5.2%，
为全年丰收打下了基础。</p></div><div class="footer">版权所有 某某网</div></body></html>"""


@cache
def good_files() -> dict[str, bytes]:
    """Return a good file for every suffix."""
    rows = [{"text": STORY, "published": "2023-01-10 08:00", "newspaper": "某某日报"}] * 3
    table = "日期,标题,正文\n" + f'2023-01-10,区里召开推进会,"{STORY}"\n' * 3
    return {
        ".txt": STORY.encode(),
        ".html": HTML.encode(),
        ".pdf": pdf(),
        ".zip": archive({"a.txt": STORY.encode(), "b/c.html": HTML.encode(), "d.csv": table.encode()}),
        ".csv": table.encode(),
        ".tsv": table.replace(",", "\t").encode(),
        ".jsonl": "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode(),
        ".txt.gz": gzip.compress(STORY.encode(), mtime=0),
    }


def archive(files: dict[str, bytes]) -> bytes:
    """Return a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def pdf(pages: int = 1) -> bytes:
    """Return a PDF in a font that every reader has, streams not packed."""
    paper = FPDF()
    paper.set_compression(False)
    for _ in range(pages):
        paper.add_page()
        paper.set_font("Helvetica", size=12)
        paper.cell(text="Meeting of 8 January 2023: 21.8 million, up 5.2%.")
    return bytes(paper.output())
