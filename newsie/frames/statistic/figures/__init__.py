"""Figures as they lie in the text (数字): which of them count, when they hold, whether they are facts or targets."""
