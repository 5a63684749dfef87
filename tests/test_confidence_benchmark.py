"""The chances are true on pages never used to fit them, and surer of what is right."""

from benchmarks.confidence import area, calibration_error, measured, read_cases


def test_chances_are_true_on_pages_never_used_to_fit() -> None:
    fields = [one for one in measured(read_cases()) if not one[1].scope.endswith(".record")]
    assert len(fields) > 1500
    assert calibration_error(fields) < 0.06
    assert area(fields) > 0.7
