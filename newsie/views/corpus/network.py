"""The network of an archive: who appears with whom."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

from newsie.extras import require
from newsie.views.corpus.drawing import TEAL, WIDTH, Say, cut, titled
from newsie.views.corpus.questions import Corpus, Pair

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MOST_NODES = 40
_APART, _PUSHES = (0.8, 0.5), 60


def network(corpus: Corpus, say: Say | None) -> Figure | None:
    """Draw who appears with whom: those who do so most, lines the wider the more often."""
    pairs = network_shown(corpus.pairs[0])
    if not pairs:
        return None
    graphs = require("networkx")
    graph = graphs.Graph()
    for pair in pairs:
        graph.add_edge(pair.left, pair.right, weight=pair.times)
    places = _placed(graphs, graph)
    figure = titled(WIDTH * 0.75, say("network-title") if say else "")
    axes = figure.add_axes((0.02, 0.02, 0.96, 0.9 if say else 0.96))
    axes.set_axis_off()
    for pair in pairs:
        (x, y), (u, v) = places[pair.left], places[pair.right]
        axes.plot([x, u], [y, v], color=TEAL, lw=0.6 + min(pair.times, 8) * 0.5, alpha=0.45, zorder=1)
    for name, (x, y) in places.items():
        axes.scatter([x], [y], s=18 + 9 * graph.degree(name), color=TEAL, edgecolor="white", zorder=2)
        axes.annotate(
            cut(name, 16), (x, y), (0, 6), textcoords="offset points", ha="center", size=8, zorder=3
        )
    axes.margins(0.08)
    return figure


def network_shown(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the pairs among the people who come first, most often seen together."""
    names: dict[str, None] = {}
    held = list(pairs)
    for pair in held:
        fresh = {pair.left, pair.right} - set(names)
        if len(names) + len(fresh) <= _MOST_NODES:
            names.update(dict.fromkeys(sorted(fresh)))
    return tuple(pair for pair in held if pair.left in names and pair.right in names)


def _placed(graphs: Any, graph: Any) -> dict[str, tuple[float, float]]:  # noqa: ANN401 - networkx has no types
    """Return where each name stands: groups that nothing joins side by side, each spread by its own forces."""
    groups = sorted(graphs.connected_components(graph), key=lambda group: (-len(group), min(group)))
    places: dict[str, tuple[float, float]] = {}
    left = top = shelf = 0.0
    for group in groups:
        side = 0.6 + len(group) ** 0.5
        if left and left + side > 1.6 * (len(graph) + len(groups)) ** 0.5:
            left, top, shelf = 0.0, top - shelf - 0.4, 0.0
        inner = graph.subgraph(sorted(group))
        spread = graphs.spring_layout(inner, seed=1, k=1.2, iterations=120, weight=None, scale=0.5)
        for name in sorted(group):
            x, y = spread[name]
            places[name] = (left + (0.5 + float(x)) * side, top - (0.5 - float(y)) * side)
        left, shelf = left + side + 0.6, max(shelf, side)
    return _apart(places)


def _apart(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Push names away from each other until no label lies over another; labels are wider than high."""
    wide, high = _APART
    spots = {name: [x, y] for name, (x, y) in places.items()}
    for _ in range(_PUSHES):
        for one, other in combinations(spots, 2):
            x, y = spots[other][0] - spots[one][0], spots[other][1] - spots[one][1]
            over = 1 - max(abs(x) / wide, abs(y) / high)
            if over > 0:
                along = 0 if abs(x) / wide >= abs(y) / high else 1
                step = (_APART[along] * over / 2 + 0.01) * (1 if (x, y)[along] >= 0 else -1)
                spots[one][along] -= step
                spots[other][along] += step
    return {name: (x, y) for name, (x, y) in spots.items()}
