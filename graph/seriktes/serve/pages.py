"""The pages for people: a question of the web process in, HTML out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pyoxigraph import NamedNode

from seriktes.errors import LimitError, QueryError, RefusedError
from seriktes.queries import find_question, load_questions
from seriktes.rdf import terms as t
from seriktes.serve.claims import claims_about, claims_of
from seriktes.serve.concepts import MOST_LISTED, belonging, concept, is_concept
from seriktes.serve.frames import Frame, Frames
from seriktes.serve.names import LONGEST, NameIndex
from seriktes.serve.passages import Names, passages
from seriktes.serve.snapshot import Snapshot
from seriktes.serve.tables import cell, downloads, table
from seriktes.serve.things import Thing, Things, local_iri
from seriktes.serve.view import LANGUAGES, View, types
from seriktes.serve.wire import Reply
from seriktes.store import Result, text_of
from seriktes.text.plurals import chosen

_EXAMPLES = ("мид", "MFA", "сім")
_MOST_HITS = 50
_MOST_CARDS = 12
_FORMS = (("turtle", "Turtle"), ("jsonld", "JSON-LD"), ("ntriples", "N-Triples"))
_MEDIA = {"turtle": "text/turtle", "jsonld": "application/ld+json"}
_STATUS = {RefusedError: 403, QueryError: 400, LimitError: 503}
Asking = Mapping[str, Any]


class Pages:
    """Renders the pages of a build."""

    def __init__(self, snapshot: Snapshot, things: Things, index: NameIndex, limits: Mapping[str, float]) -> None:
        self._store = snapshot.store
        self._things = things
        self._index = index
        self._names = Names(snapshot.annotations)
        self._limits = limits
        self._frames = Frames(snapshot.build, with_network=snapshot.picture is not None)
        self._pages: Mapping[str, Callable[[Frame, Asking], Reply]] = {
            "home": self._home,
            "search": self._search,
            "node": self._node,
            "document": self._document,
            "questions": self._questions,
            "question": self._question,
            "query": self._query,
            "error": self._error,
        }

    def page(self, asking: Asking) -> Reply:
        """The page a question names."""
        frame = self._frames.frame(asking["lang"], asking["explicit"], asking["path"], asking["params"])
        return self._pages[asking["page"]](frame, asking)

    def paths(self) -> list[str]:
        """The paths of the pages of all things."""
        return [f"/id/{path}" for path in self._things.by_path]

    def _view(self, frame: Frame) -> View:
        return View(self._store, self._things, frame.language)

    def _home(self, frame: Frame, asking: Asking) -> Reply:
        things = self._things.by_iri.values()
        counted = {type_: sum(thing.type == type_ for thing in things) for type_ in types()}
        view = self._view(frame)
        return frame.render(
            "home.html",
            examples=[example for example in _EXAMPLES if self._index.find(example, most=1)],
            counts=[
                (type_, chosen(count, frame.words[f"counts_{type_}"], frame.language), count)
                for type_, count in counted.items()
                if count
            ],
            agreements=[self._card(view, thing) for thing in things if thing.type == "Agreement"][:_MOST_CARDS],
            documents=[
                {"href": f"/doc/{d.digest}", "file": d.file, "language": d.language, "published": d.published}
                for d in list(self._things.documents.values())[:_MOST_CARDS]
            ],
            questions=_titles(frame)[:6],
        )

    def _card(self, view: View, thing: Thing) -> dict[str, Any]:
        node = NamedNode(thing.iri)
        parties = sorted({text_of(q.object) for q in self._store.match(node, t.PARTY, None)})
        dates = sorted({text_of(q.object) for q in self._store.match(node, t.DATE_SIGNED, None)})
        return {
            "href": view.href(thing.iri),
            "name": thing.name(view.language),
            "parties": [self._things.called(party, view.language) for party in parties],
            "date": dates[0] if dates else None,
        }

    def _search(self, frame: Frame, asking: Asking) -> Reply:
        query, type_ = asking.get("q", "")[:LONGEST].strip(), asking.get("type", "")
        view = self._view(frame)
        wanted = [type_] if type_ in types() else []
        found = self._index.find(query, wanted, _MOST_HITS + 1) if query else []
        hits = [self._hit(view, frame, hit.thing, hit.name) for hit in found[:_MOST_HITS]]
        more = len(found) > _MOST_HITS
        if not query and wanted:  # all of one type, by name
            listed = sorted(
                (x for x in self._things.by_iri.values() if x.type == type_), key=lambda x: x.name(frame.language).lower()
            )
            hits = [self._hit(view, frame, thing, "") for thing in listed]
        choices = [("", frame.words["all_types"]), *((name, frame.words[f"types_{name}"]) for name in types())]
        return frame.render("search.html", query=query, type=type_ if wanted else "", types=choices, hits=hits, more=more)

    def _hit(self, view: View, frame: Frame, thing: Thing, by: str) -> dict[str, Any]:
        name = thing.name(frame.language)
        return {
            "href": view.href(thing.iri),
            "name": name,
            "what": self.what(frame, thing),
            "country": view.country(thing.country),
            "by": by if by and by != name else "",
        }

    def what(self, frame: Frame, thing: Thing) -> str:
        """What a thing is, in words."""
        word = frame.words[f"type_{thing.type}"]
        kind = self._things.term(thing.kind, frame.language) if thing.kind else ""
        return f"{word} · {kind}" if kind and kind.lower() != word.lower() else word

    def _node(self, frame: Frame, asking: Asking) -> Reply:
        iri = local_iri(asking["path"].lstrip("/"))
        thing = self._things.by_iri.get(iri)
        if thing is not None:
            return self._thing(frame, thing)
        quads = sorted(self._store.match(NamedNode(iri), None, None), key=str)
        if not quads:
            return frame.error(404, frame.words["error_404_text"])
        view = self._view(frame)
        rows: dict[str, list[dict[str, Any]]] = {}
        for quad in quads:
            if quad.predicate != t.HIDDEN_LABEL:  # of a concept: beginnings of words, made for programs
                rows.setdefault(self._things.term(quad.predicate.value, frame.language), []).append(cell(quad.object, view))
        shared: dict[str, Any] = {
            "iri": iri,
            "name": self._things.called(iri, frame.language),
            "rows": rows,
            "forms": _data(frame.here),
        }
        if is_concept(self._store, iri):
            return frame.render("concept.html", found=concept(self._store, iri, view, frame.words), **shared)
        count, listed = belonging(self._store, iri, view)
        return frame.render("node.html", belonging=listed, count=count, **shared)

    def _thing(self, frame: Frame, thing: Thing) -> Reply:
        view = self._view(frame)
        claims, count = claims_about(self._store, thing.iri)
        gathered = passages(claims, self._names, self._things.document_ids, thing.iri)
        known = self._things.by_document_id
        named = [(known[id_], times) for id_, times in self._names.documents(thing.iri).items() if id_ in known]
        return frame.render(
            "thing.html",
            iri=thing.iri,
            name=thing.name(frame.language),
            what=self.what(frame, thing),
            country=view.country(thing.country),
            properties=view.properties(thing, claims),
            lists=[
                (frame.words[key], frame.words[lead] if lead else "", items) for key, lead, items in view.lists(thing, claims)
            ],
            passages=view.passages(gathered),
            shown=len(claims),
            count=count,
            names=_in_three(frame, thing),
            others=thing.others,
            documents=[{"href": f"/doc/{d.digest}", "file": d.file, "count": times} for d, times in named[:MOST_LISTED]],
            named=len(named),
            href=view.href,
            **_alternates(frame.here),
        )

    def preview(self, asking: Asking) -> Reply:
        """A small page about a thing, to be shown in a frame by OpenRefine."""
        frame = self._frames.frame(asking["lang"], False, "/reconcile/preview", [])
        thing = self._things.by_path.get(asking["id"])
        if thing is None:
            return frame.error(404, frame.words["error_404_text"])
        country = self._view(frame).country(thing.country)
        what = self.what(frame, thing)
        return frame.render(
            "preview.html", names=_in_three(frame, thing), name=thing.name(frame.language), what=what, country=country
        )

    def _document(self, frame: Frame, asking: Asking) -> Reply:
        document = self._things.documents.get(local_iri(asking["path"].lstrip("/")))
        if document is None:
            return frame.error(404, frame.words["error_404_text"])
        view = self._view(frame)
        claims, count = claims_of(self._store, document.iri)
        gathered = passages(claims, self._names, {document.iri: document.id})
        named: dict[str, list[dict[str, Any]]] = {}
        for iri, times in self._names.counted(document.id).items():
            thing = self._things.by_iri.get(iri)
            if thing is not None:
                row = {"href": view.href(iri), "name": thing.name(frame.language), "count": times}
                named.setdefault(thing.type, []).append(row)
        return frame.render(
            "document.html",
            document=document,
            language=frame.words.get(f"language_{document.language}", document.language),
            passages=view.passages(gathered),
            shown=len(claims),
            count=count,
            named=[(frame.words[f"types_{type_}"], named[type_]) for type_ in types() if type_ in named],
            href=view.href,
            **_alternates(frame.here),
        )

    def _questions(self, frame: Frame, asking: Asking) -> Reply:
        return frame.render("questions.html", questions=_titles(frame))

    def _question(self, frame: Frame, asking: Asking) -> Reply:
        question = find_question(asking["name"])
        if question is None:
            return frame.error(404, frame.words["error_404_text"])
        values = {p.name: frame.language if p.name == "lang" else p.default for p in question.parameters}
        values |= {name: value for name, value in asking.get("values", {}).items() if name in values}
        sparql = question.query(**values)
        fields = [{"name": p.name, "about": p.descriptions[frame.language], "value": values[p.name]} for p in question.parameters]
        answer, trouble, status = self._asked(frame, sparql)
        return frame.render(
            "question.html",
            status=status,
            title=question.titles[frame.language],
            number=int(question.id[1:]),
            fields=fields,
            sparql=_body(sparql),
            answer=answer,
            trouble=trouble,
            heading=frame.words.get(f"error_{status}", ""),
        )

    def _query(self, frame: Frame, asking: Asking) -> Reply:
        query = asking.get("query", "")
        answer, trouble, status = self._asked(frame, query) if query.strip() else (None, "", 200)
        begun = [{"title": q.titles[frame.language], "sparql": _body(q.text)} for q in load_questions()]
        return frame.render(
            "query.html",
            status=status,
            query=query or begun[0]["sparql"],
            answer=answer,
            trouble=trouble,
            heading=frame.words.get(f"error_{status}", ""),
            questions=begun,
            plain=bool(asking.get("plain")),
            vocabulary=self._things.vocabulary,
            seconds=f"{self._limits['seconds']:g}",
            limit=int(self._limits["rows"]),
            endpoint=asking["endpoint"],
        )

    def _asked(self, frame: Frame, sparql: str) -> tuple[dict[str, Any] | None, str, int]:
        """The table of an answer, or what went wrong and its status."""
        try:
            result: Result = self._store.answer(sparql, max_rows=int(self._limits["rows"]))
        except (QueryError, LimitError) as error:
            status = next(number for kind, number in _STATUS.items() if isinstance(error, kind))
            return None, str(error), status
        return {**table(result, self._view(frame), frame.words), "downloads": downloads(sparql, result)}, "", 200

    def _error(self, frame: Frame, asking: Asking) -> Reply:
        return frame.error(asking["status"], asking["text"])


def _in_three(frame: Frame, thing: Thing) -> list[tuple[str, str, str]]:
    return [(code, frame.words[f"language_{code}"], thing.names[code]) for code in LANGUAGES if code in thing.names]


def _titles(frame: Frame) -> list[dict[str, str]]:
    return [
        {"href": f"/questions/{q.name}", "title": q.titles[frame.language], "number": q.id.lstrip("q0")} for q in load_questions()
    ]


def _body(sparql: str) -> str:
    """A question without its header and the notes on its parameters."""
    lines = [line for line in sparql.splitlines() if not line.startswith("#")]
    return "\n".join(line.partition(" # param: ")[0] for line in lines).strip()


def _data(path: str) -> list[tuple[str, str]]:
    return [(f"{path}?format={form}", name) for form, name in _FORMS]


def _alternates(path: str) -> dict[str, Any]:
    return {"forms": _data(path), "alternates": [(f"{path}?format={form}", media) for form, media in _MEDIA.items()]}
