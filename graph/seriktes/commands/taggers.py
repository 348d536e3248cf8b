"""The commands that measure annotations and taggers, and that train the taggers: evaluate, train."""

from __future__ import annotations

from pathlib import Path

import click

from seriktes.model import Language

_CORPORA = click.option(
    "--corpora",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("../shared/corpora"),
    show_default=True,
    help="Folder of the public corpora.",
)
_DOCUMENTS = click.option(
    "--documents",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of annotated documents (tests/documents in the source tree) whose names are learned too.",
)
_LAYER = click.option("--layer", type=click.Choice(["names", "posts", "titles"]), help="Only this one.")


@click.command()
@click.argument("gold", required=False, type=click.Path(path_type=Path, exists=True))
@click.argument("predicted", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--corpus", type=click.Choice(["kaznerd", "nerel", "factrueval", "crossner"]), help="Measure the taggers on this.")
@_CORPORA
@_LAYER
@click.option("--parts", type=click.IntRange(1, 4), default=4, show_default=True, help="How many of a corpus's four parts.")
@click.option("--errors", is_flag=True, help="List what was missed and invented; of a corpus, the commonest errors.")
@_DOCUMENTS
def evaluate(
    gold: Path | None,
    predicted: Path | None,
    corpus: str | None,
    corpora: Path,
    layer: str | None,
    parts: int,
    errors: bool,
    documents: Path | None,
) -> None:
    """Compare annotation files with gold ones: mentions, entities, facts, countries, identity.

    GOLD and PREDICTED are annotation files, or folders of them paired by document id. With --corpus and without them: train
    the taggers without a quarter of a public corpus and measure them on it, for each quarter; takes some minutes.

    \b
    Example:
      seriktes extract documents/ --out annotations
      seriktes evaluate gold/ annotations/
      seriktes evaluate --corpus nerel --corpora corpora/ --errors
    """
    if corpus is None and gold is not None and predicted is not None:
        from seriktes.evaluation import compare, table

        click.echo(table(compare(gold, predicted), errors), nl=False)
    elif corpus is not None and gold is None:
        from seriktes.training.evaluate import measure

        result = measure(corpus, corpora, layer, parts, _tell, documents)
        click.echo("\n".join([*result.lines(), *(["", *result.error_lines()] if errors else [])]))
    else:
        raise click.UsageError("give either GOLD and PREDICTED or --corpus NAME")


@click.command()
@_CORPORA
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("graph/seriktes/models"),
    show_default=True,
    help="Folder for the models; made if it is not there.",
)
@click.option("--language", type=click.Choice(["kk", "ru", "en"]), help="Only this one.")
@_LAYER
@_DOCUMENTS
def train(corpora: Path, out: Path, language: Language | None, layer: str | None, documents: Path | None) -> None:
    """Train the taggers of names, posts and titles from public corpora and annotated documents, the same bytes each time.

    \b
    Example:
      seriktes train --corpora corpora/ --documents tests/documents --out models --language kk --layer names
    """
    from seriktes.training.train import train_models

    train_models(corpora, out, (language,) if language else ("kk", "ru", "en"), layer, _tell, documents)


def _tell(line: str) -> None:
    click.echo(line, err=True)
