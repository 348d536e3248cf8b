"""The command line: each command parses, calls one function and prints. Data on stdout, messages on stderr.

Exit codes: 0 ok, 1 findings, 2 usage, 3 bad input, 4 limit reached.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from seriktes import __version__
from seriktes.commands.analyse import analyse, path
from seriktes.commands.export import export
from seriktes.commands.program import Commands
from seriktes.commands.query import query
from seriktes.commands.redact import redact
from seriktes.commands.report import report
from seriktes.commands.review import explain, review
from seriktes.commands.serve import serve
from seriktes.commands.shared import judgements_option, largest_option, say, show_progress, store_option
from seriktes.commands.status import status
from seriktes.commands.taggers import evaluate, train
from seriktes.commands.validate import validate
from seriktes.commands.view import view
from seriktes.processes.threads import with_one_thread

_PATHS = click.Path(path_type=Path, allow_dash=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="seriktes")
def main() -> None:
    """Who partners with whom, with proof: a knowledge graph from Kazakh, Russian and English texts.

    \b
    Example:
      seriktes build                     # the shipped documents into exports/
      seriktes query partners-of         # ask the built graph
    """
    with_one_thread()


@main.command()
@click.argument("paths", nargs=-1, type=_PATHS)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("exports"),
    show_default=True,
    help="Folder for the results; made if it is not there.",
)
@judgements_option
@largest_option
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read and describe.")
@click.option("--dask", metavar="URL", help='Read on the workers of this Dask scheduler (pip install "seriktes[cluster]").')
@click.option("--fresh", is_flag=True, help="Read every document anew, also those that did not change.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary.")
@store_option
def build(
    paths: Sequence[Path],
    out: Path,
    judgements: Path | None,
    largest: int,
    jobs: int,
    dask: str | None,
    fresh: bool,
    quiet: bool,
    store: str | None,
) -> None:
    """Read documents and write the whole graph: N-Quads, network files, views, tables, report.

    PATHS are files and folders; ``-`` is standard input. Read are text and, with pip install 'seriktes[ingest]', HTML, PDF, DOCX,
    RSS, Atom and WARC, also packed as zip. Without PATHS the shipped documents are read. What an earlier run read, even one that
    was interrupted, is not read again. With --store the graph is put on that server too, all at once.

    \b
    Example:
      seriktes build press-releases/ --out graph --jobs 4
      seriktes build press-releases/ --out graph --store http://localhost:7878
    """
    if jobs > 1 and dask is None:
        from seriktes.processes.readers import load_ahead

        load_ahead()
    from seriktes.building.build import Options, build_graph
    from seriktes.documents.limits import Limits
    from seriktes.publishing import publish
    from seriktes.resources import seed_documents
    from seriktes.store.remote import RemoteStore

    server = RemoteStore(store) if store else None  # before the long work: who cannot be reached is told at once
    options = Options(jobs, dask, fresh, Limits(text=largest * 1_000_000))
    outcome = build_graph(list(paths) or seed_documents(), out, None if quiet else show_progress, judgements, options)
    for skipped in outcome.skipped:
        say(f"seriktes: {skipped.file}: {skipped.reason}", err=True)
    for note in outcome.idle:
        say(f"seriktes: {outcome.judgement_file} {note.line}", err=True)
    if not quiet:
        click.echo(outcome.summary(), err=True)
    if server:
        told = publish(out, server)
        if not quiet:
            say(told, err=True)
    if any(not skipped.harmless for skipped in outcome.skipped):
        sys.exit(3)
    if outcome.violations:
        sys.exit(1)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=_PATHS)
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True, help="What to print.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder for one file a document; needed for several."
)
@judgements_option
@largest_option
@click.option("--explain", is_flag=True, help="Add to every mention and fact the rule or model that found it.")
def extract(paths: Sequence[Path], form: str, out: Path | None, judgements: Path | None, largest: int, explain: bool) -> None:
    """Print what documents say: entities with every mention's offsets, and facts with their evidence.

    Offsets count characters: of the file for text, else of the text that was taken out of it (--out stores it in texts/).

    \b
    Example:
      seriktes extract report.txt --format json
      seriktes extract reports/ --out annotations
    """
    from seriktes.annotations import text_file, to_json
    from seriktes.documents.limits import Limits
    from seriktes.judgements.file import default_file, read_file
    from seriktes.judgements.judge import judge
    from seriktes.judgements.renaming import renamed
    from seriktes.pipeline import Manner, annotate_each, read_all
    from seriktes.redaction import redactions_for
    from seriktes.writers.files import write_whole

    file = judgements or default_file(paths)
    manner = Manner(Limits(text=largest * 1_000_000), redactions_for(paths))
    statements = manner.redactions.spared(read_file(file) if file else ())
    documents, skipped = read_all(paths, manner=manner)
    if len(documents) + len(skipped) > 1 and out is None:
        raise click.UsageError("several documents need --out DIR, which gets one file for each")
    read, failed = annotate_each(documents, show_progress if out and sys.stderr.isatty() else None)
    judged = judge(read, statements, str(file))
    for annotation in renamed(judged.annotations, judged.names):
        text = to_json(annotation, explain, stored=out is not None)
        if out is None:
            click.echo(text, nl=False)
            continue
        write_whole(out / f"{annotation.document.id}.json", text)
        if annotation.document.origin is not None:
            write_whole(out / text_file(annotation.document.id), annotation.document.text)
    for document in documents:
        for warning in document.warnings:
            say(f"seriktes: {document.file}: {warning}", err=True)
    for note in judged.idle:
        say(f"seriktes: {file} {note.line}", err=True)
    for left in [*skipped, *failed]:
        say(f"seriktes: {left.file}: {left.reason}", err=True)
    if skipped or failed:
        sys.exit(3)


@main.command("try-frames")
@click.argument("sentence")
def try_frames(sentence: str) -> None:
    """Show what a sentence matches: its names, the frames that fire, and the facts.

    \b
    Example:
      seriktes try-frames "«А» қоры мен «Б» қоры меморандумға қол қойды."
    """
    from seriktes.trying import explain_sentence

    click.echo(explain_sentence(sentence), nl=False)


main.add_command(evaluate)
main.add_command(train)
main.add_command(query)
main.add_command(review)
main.add_command(redact)
main.add_command(explain)
main.add_command(serve)
main.add_command(status)
main.add_command(analyse)
main.add_command(path)
main.add_command(validate)
main.add_command(export)
main.add_command(report)
main.add_command(view)
