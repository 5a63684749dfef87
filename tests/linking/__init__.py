"""Linking, tested; a package, since the benchmark of the same name reads the archive from it."""
