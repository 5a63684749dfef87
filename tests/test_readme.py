import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_example_prints_what_the_readme_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (TOP / name).read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(example, name, "exec"), {})  # noqa: S102
    said = [line.removeprefix("# ") for line in example.splitlines() if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == said


@pytest.mark.parametrize("path", [*TOP.glob("*.md"), *TOP.glob("docs/**/*.md")], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


@pytest.mark.parametrize(
    ("name", "shown"),
    [("one_page", "专项债券项目谋划工作推进会 2022-03-21 张晓明\n"), ("many_pages", " 书记\n")],
)
def test_the_examples_read_the_sample_pages(name: str, shown: str) -> None:
    run = [sys.executable, str(TOP / "examples" / f"{name}.py")]
    done = subprocess.run(run, capture_output=True, check=True, encoding="utf-8", cwd=TOP)
    assert shown in done.stdout
    assert not done.stderr
