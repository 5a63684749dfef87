"""Newsie and other libraries on cases that others wrote: loading, asking, judging."""
