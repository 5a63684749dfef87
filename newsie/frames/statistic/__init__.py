"""Statistics: figures that an article reports (统计).

Stages: layout (sentences, clauses, figures) → candidates (which figures count) → topics (who a
clause is about) → phrases (what is measured) → periods, natures → records without repetition.
"""

from newsie.frames.statistic.frame import find_statistics

__all__ = ["find_statistics"]
