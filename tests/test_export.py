"""``seriktes export`` from end to end: every format from a built folder, and nothing half written when it fails."""

from __future__ import annotations

import csv
import io
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from pyoxigraph import Quad, RdfFormat, parse
from seriktes.cli import main
from seriktes.commands.export import FORMAT_NAMES, NETWORK_NAMES
from seriktes.errors import OutputError
from seriktes.exporting import FORMATS, NETWORKS
from seriktes.writers import files
from seriktes.writers.files import write_all, write_whole

KAZAKH = (
    "«Қамқор» қоры мен «Жасыл дала» бірлестігі 2024 жылғы 16 мамырда Оралда ынтымақтастық туралы меморандумға қол қойды. "
    "«Қамқор» қорының директоры Болат Тілепов сөз сөйледі."
)
ENGLISH = (
    "The Kamkor Foundation and the Bridge Association signed a memorandum of cooperation in Uralsk on 17 June 2024. "
    "Bolat Tilepov, director of the Kamkor Foundation, spoke at the forum."
)
SEVERAL = {
    "csv": ["edges.csv", "evidence.csv", "nodes.csv"],
    "tidy-csv": ["arguments.csv", "claims.csv", "documents.csv", "names.csv", "things.csv"],
    "neo4j": ["nodes.csv", "relationships.csv"],
}


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "memo.txt").write_text(KAZAKH, encoding="utf-8")
    (folder / "later.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "judgements.txt").write_text('rename org "Kamkor Foundation" en "Care Fund"\n', encoding="utf-8")
    code, _, said = run("build", folder, "--out", folder / "graph", "-q")
    assert code == 0, said
    return folder / "graph"


def quads(path: Path, form: RdfFormat) -> set[Quad]:
    return set(parse(path.read_bytes(), format=form))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_the_command_names_what_there_is() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES
    assert NETWORKS == NETWORK_NAMES


@pytest.mark.parametrize("form", [name for name in FORMATS if not FORMATS[name].several])
def test_one_file_to_disk_and_to_standard_output(built: Path, tmp_path: Path, form: str) -> None:
    code, _, said = run("export", built, "--format", form, "--out", tmp_path / "new" / "file")
    assert (code, said) == (0, f"written: {tmp_path / 'new' / 'file'} (the folder {tmp_path / 'new'} is new)\n")
    code, _, said = run("export", built, "--format", form, "--out", tmp_path / "new" / "file")
    assert (code, said) == (0, f"written: {tmp_path / 'new' / 'file'}\n")
    code, out, said = run("export", built, "--format", form)
    assert (code, said) == (0, "")
    assert out.encode() == (tmp_path / "new" / "file").read_bytes()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file"]


@pytest.mark.parametrize("form", SEVERAL)
def test_several_files_go_into_a_folder(built: Path, tmp_path: Path, form: str) -> None:
    assert run("export", built, "--format", form)[0] == 2
    assert run("export", built, "--format", form, "--out", tmp_path / "t")[0] == 0
    assert sorted(path.name for path in (tmp_path / "t").iterdir()) == SEVERAL[form]


def test_what_a_build_writes_is_what_export_writes(built: Path, tmp_path: Path) -> None:
    for form, name in (("graphml", "network.graphml"), ("gexf", "network.gexf"), ("trig", "graph.trig")):
        assert run("export", built, "--format", form, "--out", tmp_path / name)[0] == 0
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), "a build's file and its export differ"
    assert "Care Fund" in (tmp_path / "network.graphml").read_text(encoding="utf-8")


def test_documents_can_be_exported_without_a_build(tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text(KAZAKH, encoding="utf-8")
    code, out, _ = run("export", tmp_path / "memo.txt", "--format", "cytoscape", "--network", "partners")
    assert code == 0
    told = json.loads(out)["elements"]
    assert [edge["data"]["kind"] for edge in told["edges"]] == ["agreement"]
    assert {node["data"]["type"] for node in told["nodes"]} == {"Organization"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["memo.txt"]


def test_a_part_of_the_network(built: Path, tmp_path: Path) -> None:
    sizes = []
    for part in NETWORK_NAMES:
        assert run("export", built, "--format", "gexf", "--network", part, "--out", tmp_path / part)[0] == 0
        sizes.append(len(nx.read_gexf(tmp_path / part, version="1.3")))
    assert sizes[0] > sizes[1] > 0 and sizes[0] > sizes[2] > 0
    assert 'defaultedgetype="undirected"' in (tmp_path / "partners").read_text(encoding="utf-8")
    code, _, said = run("export", built, "--format", "trig", "--network", "partners")
    assert code == 2 and "--network is for graphml" in said


def test_rdf_formats_hold_the_same_quads(built: Path, tmp_path: Path) -> None:
    told = quads(built / "graph.nq", RdfFormat.N_QUADS)
    for form, reader in (("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD), ("turtle", RdfFormat.TURTLE)):
        assert run("export", built, "--format", form, "--out", tmp_path / form)[0] == 0
        read = quads(tmp_path / form, reader)
        wanted = {Quad(q.subject, q.predicate, q.object) for q in told} if form == "turtle" else told
        assert read == wanted and read


def test_json_ld_speaks_the_shipped_words_and_fetches_nothing(built: Path) -> None:
    import rdflib

    out = run("export", built, "--format", "jsonld")[1]
    told = json.loads(out)
    assert isinstance(told["@context"], dict), "a context that stands elsewhere would have to be fetched"
    things = [thing for graph in told["@graph"] for thing in graph["graph"]]
    fund = next(t for t in things if t.get("preferredName", {}).get("en") == ["Care Fund"])
    assert fund["type"] == "Organization" and "«Қамқор» қоры" in str(fund)
    dataset = rdflib.Dataset()
    dataset.parse(data=out, format="json-ld")
    assert len(list(dataset.quads())) == len(quads(built / "graph.nq", RdfFormat.N_QUADS))


def test_follow_the_money_accepts_every_entity(built: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="pip install 'seriktes[ftm]'")
    entities = [json.loads(line) for line in run("export", built, "--format", "ftm")[1].splitlines()]
    known = {entity["id"]: followthemoney.model.get(entity["schema"]) for entity in entities}
    assert len(known) == len(entities)
    for entity in entities:
        schema = known[entity["id"]]
        schema.validate(entity)
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        read = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert read == {name: sorted(values) for name, values in entity["properties"].items()}, "a value was refused"
        for name, values in entity["properties"].items():
            wanted = schema.properties[name].range
            assert wanted is None or all(known[value].is_a(wanted) for value in values), (schema.name, name)
    link = next(e for e in entities if e["schema"] == "UnknownLink" and "agreement" in e["properties"]["summary"])
    assert "memorandum" in link["properties"]["description"][0] or "меморандум" in link["properties"]["description"][0]
    assert {known[proof].name for proof in link["properties"]["proof"]} == {"PlainText"}
    assert "Employment" in {schema.name for schema in known.values()}


def test_neo4j_files_have_the_importers_headers(built: Path, tmp_path: Path) -> None:
    assert run("export", built, "--format", "neo4j", "--out", tmp_path)[0] == 0
    nodes, edges = rows(tmp_path / "nodes.csv"), rows(tmp_path / "relationships.csv")
    assert {"key:ID", ":LABEL", "documents:string[]", "degree:int", "x:double", "start:date"} <= nodes[0].keys()
    assert {":START_ID", ":END_ID", ":TYPE", "weight:double", "mutual:boolean", "sentences:int"} <= edges[0].keys()
    ids = {row["key:ID"] for row in nodes}
    assert len(ids) == len(nodes)
    assert {row[":START_ID"] for row in edges} | {row[":END_ID"] for row in edges} <= ids
    assert {"AGREEMENT", "AFFILIATION"} <= {row[":TYPE"] for row in edges}
    assert {row["mutual:boolean"] for row in edges} == {"true", "false"}
    for name in ("nodes.csv", "relationships.csv"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert len(text.splitlines()) == len(rows(tmp_path / name)) + 1, "the importer reads one line a row"


def test_spreadsheets_get_a_mark_and_programs_exact_values(built: Path, tmp_path: Path) -> None:
    assert run("export", built, "--format", "csv", "--out", tmp_path / "c")[0] == 0
    assert (tmp_path / "c" / "nodes.csv").read_bytes().startswith(b"\xef\xbb\xbfId,Label")
    assert run("export", built, "--format", "tidy-csv", "--out", tmp_path / "t")[0] == 0
    claims, arguments = rows(tmp_path / "t" / "claims.csv"), rows(tmp_path / "t" / "arguments.csv")
    texts = {"memo": KAZAKH, "later": ENGLISH}
    assert claims and all(texts[c["document"]][int(c["from"]) : int(c["to"])] == c["sentence"] for c in claims)
    assert {a["claim"] for a in arguments} == {c["claim"] for c in claims}
    assert {a["id"] for a in arguments} <= {t["id"] for t in rows(tmp_path / "t" / "things.csv")}
    assert "Care Fund" in {n["name"] for n in rows(tmp_path / "t" / "names.csv")}


def test_no_graph_and_no_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, said = run("export", "--format", "gexf")
    assert code == 3 and "holds no graph" in said and said.count("\n") == 1
    code, _, said = run("export", tmp_path, "--format", "gexf", "--out", tmp_path / "x.gexf")
    assert code == 3 and not (tmp_path / "x.gexf").exists()


def test_a_full_disk_leaves_the_old_file(built: Path, tmp_path: Path) -> None:
    target = tmp_path / "network.gexf"
    target.write_text("old", encoding="utf-8")

    def full() -> None:  # in the child: no file may grow past 2,000 bytes
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    command = [sys.executable, "-B", "-m", "seriktes", "export", built, "--format", "gexf", "--out", target]
    ran = subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", preexec_fn=full, check=False)
    assert ran.returncode == 3 and "cannot be written" in ran.stderr
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["network.gexf"]


def test_a_read_only_target_is_refused(built: Path, tmp_path: Path) -> None:
    target = tmp_path / "network.gexf"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o444)
    code, _, said = run("export", built, "--format", "gexf", "--out", target)
    assert code == 3 and "read-only" in said and target.read_text(encoding="utf-8") == "old"
    (tmp_path / "folder").mkdir()
    code, _, said = run("export", built, "--format", "gexf", "--out", tmp_path / "folder")
    assert code == 3 and "is a folder" in said


def test_an_interrupted_export_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", "text")
    assert list(tmp_path.iterdir()) == []


def test_of_several_files_none_is_new_when_one_fails(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "c").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write_all({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"})
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]
