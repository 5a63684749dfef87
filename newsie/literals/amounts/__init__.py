"""Amounts (数量): `figures` finds the numerals that may count something, `quantities` reads how much that is, in what unit."""
