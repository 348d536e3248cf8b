"""A build that is stopped at any instant leaves a whole one: the old one, or the new one."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from seriktes.asking import ask
from seriktes.building.build import build_graph
from seriktes.building.built import read_build
from seriktes.building.whole import read_whole
from seriktes.errors import DataError, OutputError
from seriktes.keeping.moving import finish, held, staged, staging

SENTENCE = "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда меморандумға қол қойды."
OTHER = "Фонд «Тірек» и ассоциация «Мост» 16 мая 2024 года подписали в Уральске меморандум о сотрудничестве."

#: No two of them are reprints of one report.
REPORTS = (
    OTHER,
    "The Bridge Foundation and the Qamqor Foundation signed a memorandum of cooperation in Astana on 3 June 2024.",
    "Алия Сейиткызы, директор фонда «Қамқор», выступила на форуме в Павлодаре.",
    "В конференции приняли участие Министерство иностранных дел Казахстана и посольство Великобритании.",
)


def everything(name: str) -> bool:
    return bool(name)


def put(out: Path, files: dict[str, str]) -> None:
    """A made-up build of some files with their manifest."""
    out.mkdir(exist_ok=True)
    with staging(out) as stage:
        for name, text in files.items():
            (stage / name).parent.mkdir(exist_ok=True)
            (stage / name).write_text(text)
        listed = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
        (stage / "manifest.json").write_text(json.dumps({"files": listed}))


def seen(out: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in read_whole(out, everything).files.items()}


OLD = {"graph.nq": "old", "a.txt": "old a", "annotations/gone.json": "old b"}
NEW = {"graph.nq": "new", "a.txt": "new a", "annotations/come.json": "new c"}


def killed_at(step: int, out: Path) -> bool:
    """Put the new build in with a process that is killed at a step of its moves; False when it was done before."""
    child = os.fork()
    if child == 0:
        left = [step]

        def counted(real: Any) -> Any:
            def call(*args: Any, **kwargs: Any) -> Any:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*args, **kwargs)

            return call

        for name in ("replace", "unlink", "write_text", "mkdir"):
            setattr(Path, name, counted(getattr(Path, name)))
        put(out, NEW)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_at_any_step_of_the_move_one_build_is_read_whole(tmp_path: Path) -> None:
    seen_after = []
    for step in range(100):
        out = tmp_path / str(step)
        put(out, OLD)
        killed = killed_at(step, out)
        found = seen(out)
        assert found in (OLD, NEW)
        seen_after.append(found == NEW)
        with held(out):
            finish(out)
        assert seen(out) == found and staged(out) is None
        put(out, NEW)
        assert seen(out) == NEW
        assert {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()} == {*NEW, "manifest.json", ".lock"}
        if not killed:
            break
    assert not killed and seen_after == sorted(seen_after) and {True, False} == set(seen_after)


def test_readers_beside_writers_never_see_half_a_build(tmp_path: Path) -> None:
    builds = [{"graph.nq": f"graph {n}", **{f"{x}.txt": f"{x} of {n}" for x in "abcdef"}} for n in range(30)]
    put(tmp_path, builds[0])
    wrong: list[object] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            found = seen(tmp_path)
            if found not in builds:
                wrong.append(found)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    for build in builds[1:]:
        put(tmp_path, build)
    done.set()
    for reader in readers:
        reader.join()
    assert not wrong and seen(tmp_path) == builds[-1]


def test_each_of_a_hundred_flipped_bytes_is_noticed(tmp_path: Path) -> None:
    put(tmp_path, {"graph.nq": "a line of a graph\n" * 50, "a.txt": "a"})
    data = (tmp_path / "graph.nq").read_bytes()
    chance = random.Random(1)
    for place in chance.sample(range(len(data)), 100):
        (tmp_path / "graph.nq").write_bytes(data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :])
        with pytest.raises(DataError, match="build again"):
            read_whole(tmp_path, everything)


def test_a_journal_that_names_a_place_elsewhere_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "out", OLD)
    (tmp_path / "secret").write_text("kept")
    for stage, stale in (("../elsewhere", []), (".making-x", ["../secret", "/etc/none"]), (".making-/../..", [])):
        (tmp_path / "out" / ".journal").write_text(json.dumps({"stage": stage, "stale": stale}))
        with held(tmp_path / "out"):
            finish(tmp_path / "out")
        assert (tmp_path / "secret").read_text() == "kept"


def document(folder: Path, text: str = SENTENCE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "memo.txt").write_text(text, encoding="utf-8")
    return folder


def visible(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and p.parts[len(out.parts)][0] != "."}


def limited(size: int | None = None, files: int | None = None) -> Any:
    """Limits for a child: how large a file and how many descriptors."""

    def apply() -> None:
        if size is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        if files is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

    return apply


def run(texts: Path, out: Path, limits: Any = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "seriktes", "build", str(texts), "--out", str(out), "--quiet"]
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=limits, check=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    build_graph([document(out / "texts")], out / "out")
    return out


@pytest.mark.parametrize("limit", [{"size": 3_000}, {"size": 60_000}, {"files": 5}, {"files": 7}], ids=str)
def test_a_full_disk_and_no_descriptors_left_keep_the_old_build(built: Path, tmp_path: Path, limit: dict[str, int]) -> None:
    before = visible(built / "out")
    texts = document(tmp_path / "texts", OTHER)
    done = run(texts, built / "out", limited(**limit))
    assert done.returncode == 3, done.stderr
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert visible(built / "out") == before and all(before.values())
    assert ask(built / "out", "ASK { ?s ?p ?o }", None, {}, "csv").split()


def test_no_room_between_two_steps_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = tempfile.mkdtemp

    def full(*args: Any, **kwargs: Any) -> str:
        if "between-" in (*args, *kwargs.values()):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(OutputError, match="No space left"):
        build_graph([document(tmp_path / "texts")], tmp_path / "out")


def without_rights() -> None:
    """Not even root may write then where the mode of a folder forbids it."""
    drop_from_bounding_set, dac_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override)


@pytest.mark.skipif(sys.platform != "linux", reason="root's rights are taken away as Linux does it")
@pytest.mark.parametrize("inside", [False, True], ids=["folder", "folder and all in it"])
def test_a_read_only_target_keeps_the_old_build(built: Path, tmp_path: Path, inside: bool) -> None:
    out, before = built / "out", visible(built / "out")
    modes = {path: path.stat().st_mode for path in [out, *(out.rglob("*") if inside else ())]}
    try:
        for path, mode in modes.items():
            path.chmod(mode & ~0o222)
        done = run(document(tmp_path / "texts", OTHER), out, without_rights)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert done.returncode == 3, done.stderr
    assert done.stderr.count("\n") == 1 and "Permission denied" in done.stderr
    assert visible(out) == before and not list(out.glob(".making-*"))


def test_a_disk_that_is_full_at_any_write_keeps_the_old_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, OLD)
    for step in range(20):
        left = [step]
        real = Path.write_text

        def full(self: Path, *args: Any, **kwargs: Any) -> int:
            left[0] -= 1  # noqa: B023
            if left[0] < 0:  # noqa: B023
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(self, *args, **kwargs)  # noqa: B023

        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_text", full)
            try:
                put(tmp_path, NEW)
                break
            except OutputError as error:
                assert "No space left" in str(error)
        assert seen(tmp_path) == OLD
        assert not list(tmp_path.glob(".making-*")) and not list(tmp_path.glob(".journal*"))
    assert step > 3 and seen(tmp_path) == NEW


def kill_at(texts: Path, out: Path, seconds: float) -> bool:
    """Start a build and kill it after some seconds; False when it was done before."""
    command = [sys.executable, "-m", "seriktes", "build", str(texts), "--out", str(out), "--quiet", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        return True
    finally:
        process.kill()
        process.wait()


def check_kills(tmp_path: Path, instants: int) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    document(texts)
    build_graph([texts], out)
    old = visible(out)
    for number, text in enumerate(REPORTS):
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    begun = time.monotonic()
    build_graph([texts], tmp_path / "whole")
    run(texts, tmp_path / "timed")
    length = time.monotonic() - begun
    new, every = visible(tmp_path / "whole"), {"memo", "0", "1", "2", "3"}
    assert {a.document.id for a in read_build(tmp_path / "whole")} == every
    chance = random.Random(1)
    for _ in range(instants):
        killed = kill_at(texts, out, chance.uniform(0.1, length))
        documents = {a.document.id for a in read_build(out)}
        assert documents in ({"memo"}, every)
        if not killed or documents == every:
            assert run(texts, out).returncode == 0
            assert visible(out) == new
            document(tmp_path / "one")
            build_graph([tmp_path / "one"], out)
            assert visible(out) == old
    assert run(texts, out).returncode == 0
    assert visible(out) == new


def test_killed_at_some_instants_a_build_goes_on_and_ends_in_the_same_bytes(tmp_path: Path) -> None:
    check_kills(tmp_path, 2)


@pytest.mark.slow
def test_killed_at_fifty_instants_a_build_goes_on_and_ends_in_the_same_bytes(tmp_path: Path) -> None:
    check_kills(tmp_path, 50)


def test_what_was_read_before_a_kill_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = document(tmp_path / "texts")
    monkeypatch.setattr("seriktes.building.resolving.all_judged", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    child = os.fork()
    if child == 0:
        build_graph([texts], tmp_path / "out")
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    monkeypatch.undo()
    monkeypatch.setattr("seriktes.pipeline.annotate", lambda _: pytest.fail("it was read again"))
    build_graph([texts], tmp_path / "out")
    assert len(read_build(tmp_path / "out")) == 1


def test_the_second_of_two_builds_is_told_who_holds_the_place(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(OutputError, match=f"process {os.getpid()}"), held(tmp_path):
        pass
