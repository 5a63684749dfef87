"""Statistics: figures that an article reports (统计).

Stages: layout (sentences, clauses, figures) → candidates (which figures count; tales: those told in
passing) → topics (who a clause is about) → phrases (what is measured) → actors (who does it) →
periods, natures → records without repetition.
"""

from newsie.frames.statistic.frame import find_statistics

__all__ = ["find_statistics"]
