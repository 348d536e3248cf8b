"""Files to what they say, each read only once: what an earlier build kept is taken from there."""

from __future__ import annotations

import hashlib
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from seriktes.building.engines import Engine, Read, chunks_of, found_in, here, read_path
from seriktes.building.known import Known, Lying, Reading, lay, told_of
from seriktes.documents import STDIN
from seriktes.documents.reprints import Found, find_reprints, with_copies
from seriktes.errors import DataError
from seriktes.keeping.cache import Cache, key_of
from seriktes.keeping.cards import Card
from seriktes.keeping.laid import Laid
from seriktes.keeping.moving import looked_at
from seriktes.keeping.stock import Stock
from seriktes.model import Annotation
from seriktes.pipeline import MANNER, Chosen, Manner, Progress, Skipped, blacked_out, files_under, reprinted

#: Read results are kept at least so often (seconds); more often would cost more than it saves.
_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class Gathered:
    """What all files say, sorted by document; what was left out; how many files were read and how many were known.

    Of each annotation, ``readings`` has a digest of what was read of its file.
    """

    annotations: Laid
    readings: tuple[bytes, ...]
    skipped: tuple[Skipped, ...]
    read: int
    known: int


def gather(
    paths: Iterable[Path],
    cache: Cache,
    folder: Path,
    engine: Engine = here,
    progress: Progress | None = None,
    manner: Manner = MANNER,
    stock: Stock | None = None,
    looked_at: Callable[[Path], tuple[int, str]] = looked_at,
) -> Gathered:
    """What the documents under the paths say: one document for each id and each text, reprints behind the fullest.

    What is read goes into the cache as it comes, so that a run that is killed goes on where it stopped; for the steps to come it is
    laid down in ``folder``, and in ``stock`` for the next build. Cache and stock must be of this ``manner``. ``looked_at`` tells the size and
    the SHA-256 of a file.
    """
    files, skipped = files_under(paths)
    keys = {str(path): _key(path, looked_at) for path in files}
    there = cache.which({key for key in keys.values() if key is not None})
    new = [path for path, key in keys.items() if key not in there]
    laid = Laid(folder / "read")
    known = Known(stock, there, laid)
    #: What is read now is looked at while the others are still being read.
    fresh = {
        path: _looked_at(path, data, manner, laid) for path, data in _kept(_read(new, engine, progress, manner), keys, cache)
    }
    chosen = Chosen(True, skipped)
    taken: dict[str, tuple[int, bytes, Card]] = {}
    lying: dict[bytes, Lying] = {}
    for path, key in keys.items():
        if key in known.files:
            digest, told = known.files[key]
        elif path in fresh:
            digest, told = fresh.pop(path)
        else:
            digest, told = _looked_at(path, cache.get(key) if key else None, manner, laid)
        for found in told:
            if isinstance(found, Skipped):
                skipped.append(found)
            elif chosen.offer(card := laid.card(found), path):
                taken[card.id] = found, digest, card
        if key is not None and not any(isinstance(found, Skipped) for found in told):
            lying[key] = Lying(digest, told)
    documents = [taken[name] for name in sorted(taken)]
    reading = Reading(laid, [card for _, _, card in documents], [number for number, _, _ in documents])
    reprints = find_reprints(reading, known.reprints)
    if stock is not None and not known.has_all(lying):
        stock.keep(laid, told_of(lying, reading, reprints), whole=None not in keys.values())
    numbers, pairs = _folded(laid, taken, reprints)
    left_out = blacked_out([*skipped, *reprinted(pairs)], manner.redactions)
    readings = tuple(digest for _, digest, card in documents if reprints[card.id].of is None)
    return Gathered(laid.in_order(numbers), readings, tuple(left_out), len(new), len(keys) - len(new))


def _folded(
    laid: Laid, taken: Mapping[str, tuple[int, bytes, Card]], reprints: Mapping[str, Found]
) -> tuple[list[int], list[tuple[str, str]]]:
    """The numbers of the annotations that stand for themselves and their reprints, and the files of both of each reprint."""
    copies: dict[str, list[Card]] = defaultdict(list)
    pairs, numbers = [], []
    for name in sorted(taken):
        of = reprints[name].of
        if of is not None:
            copies[of].append(taken[name][2])
            pairs.append((taken[name][2].file, taken[of][2].file))
    for name in sorted(taken):
        if reprints[name].of is None:
            number = taken[name][0]
            if name in copies:
                annotation = laid[number]
                number = laid.add(replace(annotation, document=with_copies(annotation.document, copies[name])))
            numbers.append(number)
    return numbers, pairs


def _key(path: Path, looked_at: Callable[[Path], tuple[int, str]]) -> bytes | None:
    """What the reading of a file depends on beside the reader: its name and its bytes; None where they cannot be had."""
    if str(path) == STDIN:
        return None
    try:
        return key_of("read", os.fsencode(path.name), looked_at(path)[1]) if path.is_file() else None
    except OSError:
        return None


def _read(new: list[str], engine: Engine, progress: Progress | None, manner: Manner) -> Iterator[list[Read]]:
    """Read files with an engine, standard input in this process; tells how far it is."""
    standard = [path for path in new if path == STDIN]
    chunks = chunks_of([(path, _size(path)) for path in new if path != STDIN])
    done = 0
    if progress is not None and new:
        progress(0, len(new), new[0])
    for results in (*([here([standard], manner)] if standard else []), *([engine(chunks, manner)] if chunks else [])):
        for read in results:
            done += len(read)
            if progress is not None and read:
                progress(done, len(new), read[-1][0] if done < len(new) else "resolving identities")
            yield read


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _kept(results: Iterable[list[Read]], keys: Mapping[str, bytes | None], cache: Cache) -> Iterator[Read]:
    """The same results, kept from time to time and at the end."""
    waiting: list[tuple[bytes, bytes]] = []
    last = time.monotonic()
    for read in results:
        waiting += [(key, data) for path, data in read if (key := keys[path]) is not None]
        if time.monotonic() - last > _EVERY:
            cache.put(waiting)
            waiting.clear()
            last = time.monotonic()
        yield from read
    cache.put(waiting)


def _looked_at(path: str, packed: bytes | None, manner: Manner, laid: Laid) -> tuple[bytes, tuple[int | Skipped, ...]]:
    """A digest of what was read of a file, and what it says: where its annotations are laid, and what was left out."""
    digest = hashlib.sha256(packed or os.urandom(32)).digest()  # what is read again now is like nothing before
    return digest, tuple(found if isinstance(found, Skipped) else lay(laid, found) for found in _known(path, packed, manner))


def _known(path: str, data: bytes | None, manner: Manner) -> list[Annotation | Skipped]:
    """What a file says; one whose kept reading turns out to be broken is read again."""
    try:
        if data is not None:
            return list(found_in(data, path))
    except DataError:
        pass
    return list(found_in(read_path(path, manner), path))
