"""Statistics: figures that an article reports (统计).

Stages: `figures` (sentences, clauses, which amounts count) → `naming` (what can be told of, by its fullest name) →
`subjects` (who a clause is about) → `indicators` (what is measured, and who does it) → `frame` puts them together into
records without repetition.
"""

from newsie.frames.statistic.frame import find_statistics

__all__ = ["find_statistics"]
