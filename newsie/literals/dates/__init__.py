"""Dates (日期): `expressions` finds where a text tells of a time, `calendar` reads which days that is."""
