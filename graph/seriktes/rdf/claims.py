"""Facts to claims: how each type of fact is said in the vocabulary.

Binary facts become a plain statement with an Assertion about it; those with a role or a title become a node of their
own (Participation, Membership, Representation) that carries its evidence itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from seriktes.model import Detail, Entity, EntityType, Fact, FactType
from seriktes.rdf import terms as t
from seriktes.rdf.clean import clean_label
from seriktes.rdf.iris import percent_safe
from seriktes.rdf.page import Page, claim_of, key_of, literal_date, proof, statement
from seriktes.rdf.posts import post_of

Describe = Callable[[Page, Fact], Iterator[Quad]]

_PART_OF: Mapping[tuple[EntityType, EntityType], NamedNode] = {
    ("Event", "Event"): t.SUPER_EVENT,
    ("Organization", "Organization"): t.SUB_ORGANIZATION_OF,
    ("Person", "Organization"): t.MEMBER_OF,
    ("Place", "Organization"): t.MEMBER_OF,
    ("Place", "Place"): t.WITHIN,
}


def _binary(subject: str, predicate: NamedNode, value: str) -> Describe:
    def describe(page: Page, fact: Fact) -> Iterator[Quad]:
        return statement(page, fact, page.node(fact.arguments[subject]), predicate, page.node(fact.arguments[value]))

    return describe


def _participation(page: Page, fact: Fact) -> Iterator[Quad]:
    event, agent = page.node(fact.arguments["event"]), page.node(fact.arguments["agent"])
    role = fact.values.get("role", "participant")
    if role == "organizer":  # an organiser need not be there: no participant (SEMIC Core Public Event, issue 9)
        yield from statement(page, fact, event, t.ORGANIZER, agent)
        return
    concept = t.SCHEME(f"role/{percent_safe(role)}")
    claim = claim_of(page, fact, event, agent, concept)
    yield page.quad(event, t.HAS_PARTICIPATION, claim)
    yield page.quad(claim, t.TYPE, t.PARTICIPATION)
    yield page.quad(claim, t.PARTICIPANT, agent)
    yield page.quad(claim, t.PARTICIPANT_ROLE, concept)
    yield from proof(page, claim, fact)


def _post(page: Page, fact: Fact) -> Iterator[Quad]:
    person, organization = page.node(fact.arguments["person"]), page.node(fact.arguments["organization"])
    title, _ = clean_label(fact.values.get("title", ""))
    key = key_of(page.entities[fact.arguments["organization"]], page.document)
    post = post_of(key, title)
    claim = claim_of(page, fact, person, organization, page.text(title))
    yield page.quad(claim, t.TYPE, t.MEMBERSHIP)
    yield page.quad(claim, t.MEMBER, person)
    yield page.quad(claim, t.IN_ORGANIZATION, organization)
    if post:
        yield page.quad(claim, t.POST, post.iri)
        yield page.quad(claim, t.TITLE, page.text(title))
    else:
        yield page.quad(claim, t.ROLE, t.SCHEME("post-role/affiliated"))
    yield from proof(page, claim, fact)


def _represents(page: Page, fact: Fact) -> Iterator[Quad]:
    person, place = page.node(fact.arguments["person"]), page.node(fact.arguments["place"])
    title, _ = clean_label(fact.values.get("title", ""))
    claim = claim_of(page, fact, person, place, page.text(title))
    yield page.quad(claim, t.TYPE, t.REPRESENTATION)
    yield page.quad(claim, t.REPRESENTATIVE, person)
    yield page.quad(claim, t.REPRESENTS, place)
    if title:
        yield page.quad(claim, t.TITLE, page.text(title))
    yield from proof(page, claim, fact)


def _dated(page: Page, fact: Fact) -> Iterator[Quad]:
    """A day or a month is its start alone; an end is told only where it is another one."""
    subject, file = page.node(fact.arguments["subject"]), page.document.file
    start, end = fact.values.get("start"), fact.values.get("end")
    agreement = page.entities[fact.arguments["subject"]].type == "Agreement"
    if start:
        predicate = t.DATE_SIGNED if agreement else t.START_DATE
        yield from statement(page, fact, subject, predicate, literal_date(start, file))
    if end and end != start and not agreement:
        yield from statement(page, fact, subject, t.END_DATE, literal_date(end, file))


def _part_of(page: Page, fact: Fact) -> Iterator[Quad]:
    part, whole = page.entities[fact.arguments["part"]], page.entities[fact.arguments["whole"]]
    predicate = _PART_OF.get((part.type, whole.type), t.IS_PART_OF)
    if predicate == t.SUB_ORGANIZATION_OF and whole.kind == "association":
        predicate = t.MEMBER_OF  # those in an alliance or a consortium are its members, not its parts
    return statement(page, fact, page.node(part.id), predicate, page.node(whole.id))


def _cooperation(page: Page, fact: Fact) -> Iterator[Quad]:
    first, second = sorted((page.node(fact.arguments["a"]), page.node(fact.arguments["b"])), key=str)
    return statement(page, fact, first, t.COOPERATES_WITH, second)


DESCRIPTIONS: Mapping[FactType, Describe] = {
    "party": _binary("agreement", t.PARTY, "agent"),
    "signatory": _binary("agreement", t.SIGNATORY, "agent"),
    "participation": _participation,
    "post": _post,
    "represents": _represents,
    "located": _binary("subject", t.LOCATION, "place"),
    "dated": _dated,
    "part_of": _part_of,
    "concluded_at": _binary("agreement", t.OUTCOME_OF, "event"),
    "implements": _binary("project", t.IMPLEMENTED_BY, "agent"),
    "covers": _binary("agreement", t.COVERS, "project"),
    "cooperation": _cooperation,
}


def describe_fact(page: Page, fact: Fact) -> Iterator[Quad]:
    """The quads of one fact in the graph of its document. A thing is never related to itself."""
    nodes = [page.node(entity) for entity in fact.arguments.values()]
    if len(set(nodes)) == len(nodes):
        yield from DESCRIPTIONS[fact.type](page, fact)


def describe_detail(page: Page, entity: Entity, detail: Detail) -> Iterator[Quad]:
    """The quads of what a document says of one thing: an agreement's status and subject, how many people an event had."""
    node = page.node(entity.id)
    if detail.type == "status":
        yield from statement(page, detail, node, t.STATUS, t.SCHEME(f"agreement-status/{percent_safe(detail.value)}"))
    elif detail.type == "subject_matter":
        words, _ = clean_label(detail.value)
        if words:
            yield from statement(page, detail, node, t.SUBJECT_MATTER, page.text(words))
    elif detail.value.isascii() and detail.value.isdigit():
        yield from statement(
            page, detail, node, t.ATTENDANCE, Literal(str(int(detail.value)), datatype=t.XSD("nonNegativeInteger"))
        )
