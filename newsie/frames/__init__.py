"""From mentions to records: one module a record type, each a function of a `Reading`."""
