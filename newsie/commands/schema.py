"""The command that says what form results have: `newsie schema`."""

from __future__ import annotations

import json

import click

from newsie.records import Extraction


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of a result."""
    click.echo(json.dumps(Extraction.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
