"""Projects and figures: names, courses, what cannot be compared."""

from __future__ import annotations

from decimal import Decimal

import pytest

from newsie.linking.decisions import Decisions
from newsie.linking.projects import core, find_projects
from newsie.linking.series import find_series
from newsie.linking.sightings import Evidence, FigureSeen, ProjectSeen


def project(document: str, name: str, area: str = "4103", status: str | None = None) -> ProjectSeen:
    """A project on a page; documents are named after days."""
    evidence = Evidence(document, f"article of {document}", name, ((0, len(name)),))
    return ProjectSeen(name, core(name), area, status, None, (), document, None, None, None, evidence)


def figure(document: str, value: str, unit: str = "家", **other: str | None) -> FigureSeen:
    """A figure on a page; documents are named after days."""
    evidence = Evidence(document, f"article of {document}", "规上企业", ((0, 4),))
    subject, nature = other.get("subject", "全市"), other.get("nature", "actual")
    year = (f"{document[:4]}-01-01", f"{document[:4]}-12-31", "year")
    number = Decimal(value)
    kind = (number, None, year, nature or "actual", other.get("change"), None)
    return FigureSeen("4103|", subject, "规上企业", unit, "exact", *kind, document, evidence)


def names(*seen: ProjectSeen, towns: frozenset[str] = frozenset()) -> list[set[str]]:
    found, _ = find_projects(seen, towns={"4103": towns})
    return sorted(({name for _, name in one.members} for one in found), key=sorted)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大地广场", "大地广场项目"),
        ("大地广场", "望湖大地广场项目"),
        ("行政片区", "行政中心片区"),
        ("三门核电二期工程", "浙江三门核电二期工程"),
    ],
)
def test_one_project(one: str, other: str) -> None:
    assert names(project("a", one), project("b", other), towns=frozenset({"望湖"})) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("望湖路小学", "望湖路中学"),
        ("望湖路", "望湖路小学"),
        ("青山电站一期工程", "青山电站二期工程"),
        ("东湖大地广场", "望湖大地广场"),
    ],
)
def test_two_projects(one: str, other: str) -> None:
    assert len(names(project("a", one), project("b", other))) == 2


def test_common_words_are_a_name_in_their_district_only() -> None:
    assert len(names(project("a", "污水处理厂", "410305"), project("b", "污水处理厂", "410306"))) == 2
    assert len(names(project("a", "污水处理厂", "410305"), project("b", "污水处理厂", "410305"))) == 1
    assert len(names(project("a", "智慧口岸", "~paper"), project("b", "智慧口岸", "~paper"))) == 2


def test_a_longer_name_that_might_be_another_is_doubtful() -> None:
    _, (review,) = find_projects([project("a", "大地广场"), project("b", "金桥大地广场")])
    assert (review.kind, review.status) == ("project", "needs_review")
    different = Decisions(different=((("a", "大地广场"), ("b", "金桥大地广场")),))
    assert find_projects([project("a", "大地广场"), project("b", "金桥大地广场")], different)[1] == ()
    same = Decisions(same=((("a", "大地广场"), ("b", "金桥大地广场")),))
    assert len(find_projects([project("a", "大地广场"), project("b", "金桥大地广场")], same)[0]) == 1


def test_a_course_is_in_order_and_says_when_it_goes_back() -> None:
    statuses = ("planned", "under_construction", "completed", "started")
    seen = [project(f"2022-0{n}-01", "大地广场", status=status) for n, status in enumerate(statuses, 1)]
    ((linked,), _) = find_projects(reversed(seen))
    assert [stage.status for stage in linked.stages] == list(statuses)
    assert [stage.warning for stage in linked.stages] == [None, None, None, "status goes back"]


def test_a_story_in_two_papers_is_one_stage_with_two_sources() -> None:
    one, other = (project(day, "大地广场", status="started") for day in ("2022-01-01", "2022-01-02"))
    stories = {"article of 2022-01-01": "story", "article of 2022-01-02": "story"}
    ((linked,), _) = find_projects([one, other], stories=stories)
    assert [(stage.day, stage.sources) for stage in linked.stages] == [("2022-01-01", 2)]


def test_a_series_says_what_differs() -> None:
    seen = [figure(f"20{year}-12-31", "10") for year in (20, 21, 22)]
    seen += [
        figure("2023-12-31", "3", unit="万家"),
        figure("2023-06-30", "12", nature="target"),
        figure("2023-09-30", "9", subject="中心城区"),
        figure("2023-10-30", "5", change="increase"),
    ]
    (series,) = find_series(seen, {"4103|": "洛阳市"}, {})
    assert series.subject_name == "洛阳市"
    assert series.unit == "家"
    told = {str(point.value): point.warnings for point in series.points}
    assert told["10"] == ()
    assert told["3"] == ("unit differs: 万家, not 家",)
    assert told["12"] == ("nature differs: target, not actual",)
    assert told["9"] == ("scope differs: 中心城区, not 全市",)
    assert told["5"] == ("change differs: change, not level",)


def test_a_figure_in_two_papers_is_one_point_with_two_sources() -> None:
    seen = [figure("2020-12-31", "10"), figure("2020-12-30", "10"), figure("2021-12-31", "11")]
    stories = {"article of 2020-12-31": "story", "article of 2020-12-30": "story"}
    (series,) = find_series(seen, {}, stories)
    assert [(str(point.value), point.sources) for point in series.points] == [("10", 2), ("11", 1)]


def test_how_much_and_by_how_much_it_grew_are_compared_with_their_like() -> None:
    levels = [figure(f"20{year}-12-31", str(5000 + year), unit="元") for year in (20, 21, 22)]
    rates = [figure(f"20{year}-12-31", str(year), unit="%", change="increase") for year in (21, 22)]
    (series,) = find_series([*levels, *rates, figure("2020-12-31", "1", unit="%", change="decrease")], {}, {})
    assert len(series.points) == 6
    assert not [point.warnings for point in series.points if point.warnings]


def test_a_figure_told_again_with_another_value_says_so() -> None:
    seen = [figure("2021-12-31", "5447"), figure("2022-12-31", "5675"), figure("2022-12-31", "5412")]
    (series,) = find_series(seen, {}, {})
    told = {str(point.value): point.warnings for point in series.points}
    assert told["5447"] == ()
    assert told["5675"] == told["5412"] == ("told with another value for the same time",)


def test_the_city_s_own_name_before_a_project_s_is_no_part_of_it() -> None:
    assert (
        len(
            names(
                project("a", "洛阳市科技馆新馆"),
                project("b", "市科技馆新馆"),
                project("c", "洛阳科技馆新馆项目"),
            )
        )
        == 1
    )
    assert len(names(project("a", "洛阳市轨道交通1号线"), project("b", "洛阳地铁1号线"))) == 1
    assert len(names(project("a", "洛阳地铁1号线"), project("b", "洛阳地铁2号线"))) == 2
    assert len(names(project("a", "开封科技馆新馆"), project("b", "市科技馆新馆"))) == 2
    assert len(names(project("a", "市民公园北园"), project("b", "民公园北园"))) == 2


def test_works_on_a_thing_may_be_told_of_as_the_thing() -> None:
    found, (review,) = find_projects(
        [project("a", "望湖大桥改建工程"), project("b", "望湖大桥改建项目"), project("c", "望湖大桥")]
    )
    assert len(found) == 2
    # the sides of a review are names that their documents have: they can be decided about
    members = {member for one in found for member in one.members}
    assert (review.left_evidence.document, review.left_name) in members
    assert (review.right_evidence.document, review.right_name) in members
