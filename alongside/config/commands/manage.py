"""`alongside manage …`: Django's own commands, for programmers, as the role that migrates."""

import click


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def manage(words: tuple[str, ...]) -> None:
    """Any of Django's own commands, such as: alongside manage makemigrations people."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["alongside manage", *words])
