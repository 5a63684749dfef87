"""Who or what a figure is of (主语): what a clause names, what goes on from the clauses before, what a story is about."""
