"""The pictures of an archive, drawn by matplotlib; words of the interface stand in them only if a language is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from newsie.extras import require
from newsie.views.corpus.drawing import BLUE, INK, PLUM, WIDTH, Say, cut, titled, width
from newsie.views.corpus.network import network
from newsie.views.corpus.questions import Corpus, Series, Tenure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Name: TypeAlias = Literal["people", "network", "projects", "series", "calendar"]
Chart: TypeAlias = Callable[[Corpus, "Say | None"], "Figure | None"]

STATUS_COLOURS = {
    "planned": "#8391a2",
    "started": "#d6ae00",
    "under_construction": "#e5771e",
    "resumed": "#c45bb0",
    "finishing": "#6fa52e",
    "completed": "#10a394",
    "operating": "#3b7dd8",
    "": "#bdb9b0",
}
CHANGE_MARKS = {"appointed": "^", "elected": "*", "removed": "v", "proposed": "D"}
_ROW, _POINT = 0.23, 8
_MOST_PEOPLE, _MOST_WORKS, _MOST_SERIES, _MOST_MONTHS = 30, 25, 12, 24
_MOST_DAYS = 100
_HUNDRED_MILLION = 100_000_000


@dataclass(frozen=True, slots=True)
class _Frame:
    """A figure with one pair of axes whose margins fit the labels on the left."""

    figure: Figure
    axes: Axes


def _framed(rows: float, columns: int, title: str) -> _Frame:
    """Return a frame for so many rows, with room for labels of so many columns."""
    height = rows * _ROW + (0.9 if title else 0.55)
    figure = titled(height, title)
    left = min(0.55, (columns * _POINT * 0.52 + 12) / 72 / WIDTH)
    top = 1 - (0.45 if title else 0.1) / height
    axes = figure.add_axes((left, 0.42 / height, 0.98 - left, top - 0.42 / height))
    return _Frame(figure, axes)


def _listed(axes: Axes, labels: Sequence[str]) -> None:
    """Put labels on the left, the first at the top."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x")


def people(corpus: Corpus, say: Say | None) -> Figure | None:
    """Draw who is seen in which post when, and who was appointed or removed."""
    tenures = _people_shown(corpus.tenures[0])
    if not tenures:
        return None
    labels = [cut(f"{one.name}  {one.organization or ''}{one.title}", 44) for one in tenures]
    frame = _framed(len(labels), max(map(width, labels)), say("people-title") if say else "")
    for row, one in enumerate(tenures):
        days = _numbered(_some(one.days))
        frame.axes.plot([days[0], days[-1]], [row, row], color=BLUE, lw=2.5, alpha=0.35)
        frame.axes.scatter(days, [row] * len(days), s=20, color=BLUE, zorder=3)
    rows = {(one.name, one.organization, one.title): row for row, one in enumerate(tenures)}
    for change in corpus.changes[0]:
        place = rows.get((change.name, change.organization, change.title))
        if place is not None and change.day:
            mark = CHANGE_MARKS[change.change]
            frame.axes.scatter(_numbered([change.day]), [place], s=42, marker=mark, color=PLUM, zorder=4)
    _listed(frame.axes, labels)
    _dated(frame.axes, [day for one in tenures for day in one.days])
    if say:
        _signs(frame.figure, corpus, say)
    return frame.figure


def _signs(figure: Figure, corpus: Corpus, say: Say) -> None:
    """Say at the top what the marks mean."""
    line = require("matplotlib.lines").Line2D
    there = {change.change for change in corpus.changes[0]}
    marks = [("o", BLUE, "legend.seen")]
    marks += [(mark, PLUM, f"appointment.{name}") for name, mark in CHANGE_MARKS.items() if name in there]
    handles = [line([], [], marker=mark, color=colour, lw=0, label=say(code)) for mark, colour, code in marks]
    figure.legend(handles=handles, loc="upper right", ncols=len(handles), fontsize=8, handletextpad=0.1)


def _people_shown(tenures: Iterable[Tenure]) -> list[Tenure]:
    """Return the posts that are seen most, those of a person together."""
    most = list(tenures)[:_MOST_PEOPLE]
    order = {one.name: index for index, one in reversed(list(enumerate(most)))}
    return sorted(most, key=lambda one: (order[one.name], one.days[0]))


def _some(days: Sequence[date]) -> Sequence[date]:
    """Return days, no more than can be told apart: the first, the last, and some of those between."""
    step = -(-len(days) // _MOST_DAYS)
    return days if step <= 1 else (*days[:-1:step], days[-1])


def _dated(axes: Axes, days: Sequence[date], *, ticks: tuple[int, int] = (3, 8)) -> None:
    """Set the axis of time: a week at least, with so many ticks."""
    dates = require("matplotlib.dates")
    fewest, most = ticks
    locator = dates.AutoDateLocator(minticks=fewest, maxticks=most)
    first, last = min(days), max(days)
    edge = max(timedelta(days=4), (last - first) * 0.05)
    axes.set_xlim(*_numbered([first - edge, last + edge]))
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(_formatter(dates))
    axes.xaxis_date()


def _numbered(days: Iterable[date]) -> list[float]:
    """Return days as matplotlib counts them."""
    return [float(number) for number in require("matplotlib.dates").date2num(list(days))]


def _formatter(dates: Any) -> Any:  # noqa: ANN401 - matplotlib's own types are not at hand without it
    """Return a formatter that writes days, months and years as ISO 8601 does, as short as can be told apart."""
    formats = ["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d", "%Y-%m-%d"]
    return dates.ConciseDateFormatter(
        dates.AutoDateLocator(), formats=formats, zero_formats=formats, show_offset=False
    )


def projects(corpus: Corpus, say: Say | None) -> Figure | None:
    """Draw what projects cost, in 亿元, in the colour of how far they are."""
    shown = [one for one in corpus.projects[0] if one.unit == "元" and one.investment][:_MOST_WORKS]
    if not shown:
        return None
    labels = [cut(one.name, 40) for one in shown]
    frame = _framed(len(labels), max(map(width, labels)), say("projects-title") if say else "")
    costs = [float((one.investment or 0) / _HUNDRED_MILLION) for one in shown]
    colours = [STATUS_COLOURS[one.status or ""] for one in shown]
    frame.axes.barh(range(len(shown)), costs, color=colours, height=0.68)
    if max(costs) > 50 * min(costs):
        frame.axes.set_xscale("log")
        frame.axes.xaxis.set_major_formatter(require("matplotlib.ticker").FormatStrFormatter("%g"))
    _listed(frame.axes, labels)
    frame.axes.set_xlabel("亿元", loc="right", labelpad=1)
    if say:
        patch = require("matplotlib.patches").Patch
        used = [status for status in STATUS_COLOURS if status in {one.status or "" for one in shown}]
        handles = [patch(color=STATUS_COLOURS[status], label=say(f"status.{status}")) for status in used]
        # beside the title: among the axes it would lie on a long bar
        frame.figure.legend(handles=handles, loc="upper right", ncols=len(handles), fontsize=8)
    return frame.figure


def series(corpus: Corpus, say: Say | None) -> Figure | None:
    """Draw series of figures, each with an axis of its own."""
    shown = corpus.series[0][:_MOST_SERIES]
    if not shown:
        return None
    across = 2
    down = -(-len(shown) // across)
    height = 1.75 * down + (0.4 if say else 0.1)
    figure = titled(height, say("series-title") if say else "")
    for index, one in enumerate(shown):
        row, column = divmod(index, across)
        bottom = (1.75 * (down - 1 - row) + 0.35) / height
        axes = figure.add_axes((0.075 + 0.5 * column, bottom, 0.41, 1.08 / height))
        _line(axes, one)
    return figure


# beside the page's own words
_SPANS = {"year": "全年", "to_date": "年内累计", "quarter": "季", "month": "月", "until": "截至"}


def _line(axes: Axes, one: Series) -> None:
    numbers = [float(number) for number in one.numbers]
    scale, unit = _scaled(numbers, one.unit)
    axes.plot(_numbered(one.days), [number / scale for number in numbers], "o-", color=PLUM, ms=4, lw=1.2)
    words = (one.outlet, one.subject, one.indicator, one.basis, _SPANS.get(one.span, ""))
    axes.set_title(cut(f"{' '.join(filter(None, words))}（{unit}）", 46), size=8.5, loc="left")
    axes.grid(axis="y")
    _dated(axes, one.days, ticks=(2, 6))
    axes.margins(y=0.2)


def _scaled(numbers: Sequence[float], unit: str) -> tuple[float, str]:
    """Return by what to divide large numbers, and the unit then.

    >>> _scaled([3e9, 4e9], "元")
    (100000000.0, '亿元')
    """
    most = max(map(abs, numbers))
    for scale, word in ((1e8, "亿"), (1e4, "万")):
        if most >= scale:
            return scale, f"{word}{unit}"
    return 1.0, unit


def calendar(corpus: Corpus, say: Say | None) -> Figure | None:
    """Draw the days of meetings: a square for each day of the months that have any, the latest last."""
    months = [
        (month, dict(days)) for month, days in groupby(corpus.days, key=lambda found: found[0].replace(day=1))
    ][-_MOST_MONTHS:]
    if not months:
        return None
    across = 6
    down = -(-len(months) // across)
    height = 1.5 * down + (0.4 if say else 0.05)
    figure = titled(height, say("calendar-title") if say else "")
    for index, (month, counts) in enumerate(months):
        row, column = divmod(index, across)
        bottom = (1.5 * (down - 1 - row) + 0.05) / height
        axes = figure.add_axes((0.01 + column * 0.165, bottom, 0.15, 1.2 / height))
        _month(axes, month, counts)
    return figure


def _month(axes: Axes, month: date, counts: dict[date, int]) -> None:
    """Draw a month as weeks from Monday to Sunday."""
    square = require("matplotlib.patches").Rectangle
    axes.set_title(f"{month:%Y-%m}", size=8.5, loc="left", pad=2)
    day = month
    while day.month == month.month:
        week = (day.day + month.weekday() - 1) // 7
        count = counts.get(day, 0)
        colour = (0.141, 0.345, 0.612, min(0.25 + 0.2 * count, 1.0)) if count else (0.5, 0.5, 0.48, 0.12)
        axes.add_patch(square((day.weekday() + 0.06, week + 0.06), 0.88, 0.88, facecolor=colour, linewidth=0))
        if count:
            axes.text(
                day.weekday() + 0.5,
                week + 0.54,
                str(day.day),
                size=6,
                ha="center",
                va="center",
                color="white" if count > 1 else INK,
            )
        day += timedelta(days=1)
    axes.set(xlim=(0, 7), ylim=(6, 0), aspect="equal", anchor="NW")
    axes.set_axis_off()


CHARTS: dict[Name, Chart] = {
    "people": people,
    "network": network,
    "projects": projects,
    "series": series,
    "calendar": calendar,
}
