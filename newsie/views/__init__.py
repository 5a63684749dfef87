"""Views of results: in a notebook, in a terminal, and as a report for a browser."""
