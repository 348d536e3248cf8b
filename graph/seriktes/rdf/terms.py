"""The vocabulary as constants: every IRI the graph uses is named here once.

A test holds the ``skt:`` names against ``ontology/seriktes.ttl``, and the concepts against ``ontology/schemes.ttl``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

BASE = "https://w3id.org/seriktes/"
SKT_IRI = f"{BASE}ontology#"


@dataclass(frozen=True, slots=True)
class Namespace:
    """A vocabulary's common beginning: ``SKT("party")`` is the term.

    >>> Namespace("http://www.w3.org/ns/org#")("unitOf").value
    'http://www.w3.org/ns/org#unitOf'
    """

    iri: str

    def __call__(self, name: str) -> NamedNode:
        """The term of that name."""
        return NamedNode(self.iri + name)


SKT = Namespace(SKT_IRI)
SCHEME = Namespace(f"{BASE}scheme/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
DC = Namespace("http://purl.org/dc/elements/1.1/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")
NFO = Namespace("http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#")

#: Prefixes of the readable exports and of the shipped queries. The longest matching one is used.
PREFIXES: Mapping[str, str] = {
    "skt": SKT.iri,
    "rdf": RDF.iri,
    "rdfs": RDFS.iri,
    "xsd": XSD.iri,
    "skos": SKOS.iri,
    "dcterms": DCTERMS.iri,
    "dc": DC.iri,
    "foaf": FOAF.iri,
    "org": ORG.iri,
    "prov": PROV.iri,
    "oa": OA.iri,
    "schema": SCHEMA.iri,
    "geo": GEO.iri,
    "nfo": NFO.iri,
    "doc": f"{BASE}doc/",
    "g": f"{BASE}graph/",
    "rule": f"{BASE}rule/",
    "software": f"{BASE}software/",
    "id-person": f"{BASE}id/person/",
    "id-org": f"{BASE}id/org/",
    "id-event": f"{BASE}id/event/",
    "id-agreement": f"{BASE}id/agreement/",
    "id-place": f"{BASE}id/place/",
    "id-project": f"{BASE}id/project/",
    "id-post": f"{BASE}id/post/",
    "derived": f"{BASE}id/derived/",
    "role": f"{BASE}scheme/role/",
    "post-role": f"{BASE}scheme/post-role/",
    "event-kind": f"{BASE}scheme/event-kind/",
    "organization-kind": f"{BASE}scheme/organization-kind/",
    "agreement-kind": f"{BASE}scheme/agreement-kind/",
    "place-kind": f"{BASE}scheme/place-kind/",
    "partnership-kind": f"{BASE}scheme/partnership-kind/",
    "topic": f"{BASE}scheme/topic/",
}

# Own classes
EVENT = SKT("Event")
PARTICIPATION = SKT("Participation")
AGREEMENT = SKT("Agreement")
MEMORANDUM = SKT("Memorandum")
RESOLUTION = SKT("Resolution")
PROJECT = SKT("Project")
PLACE = SKT("Place")
REPRESENTATION = SKT("Representation")
SOURCE_DOCUMENT = SKT("SourceDocument")
ASSERTION = SKT("Assertion")
INFERENCE = SKT("Inference")
PARTNERSHIP = SKT("Partnership")
CO_PARTICIPATION = SKT("CoParticipation")

# Own properties
HAS_PARTICIPATION = SKT("participation")
PARTICIPANT = SKT("participant")
PARTICIPANT_ROLE = SKT("participantRole")
ON_BEHALF_OF = SKT("onBehalfOf")
PARTY = SKT("party")
SIGNATORY = SKT("signatory")
OUTCOME_OF = SKT("outcomeOf")
DATE_SIGNED = SKT("dateSigned")
STATUS = SKT("status")
SUBJECT_MATTER = SKT("subjectMatter")
COVERS = SKT("covers")
ATTENDANCE = SKT("attendance")
IMPLEMENTED_BY = SKT("implementedBy")
COOPERATES_WITH = SKT("cooperatesWith")
PARTNERS_WITH = SKT("partnersWith")
PARTNER = SKT("partner")
BASIS = SKT("basis")
CO_PARTICIPANT = SKT("coParticipant")
WEIGHT = SKT("weight")
POST = SKT("post")
TITLE = SKT("title")
REPRESENTATIVE = SKT("representative")
REPRESENTS = SKT("represents")
KNOWN_COUNTRY = SKT("knownCountry")
STATED_COUNTRY = SKT("statedCountry")
CONFIDENCE = SKT("confidence")
MENTIONS = SKT("mentions")
POSSIBLY_SAME_AS = SKT("possiblySameAs")
SCORE = SKT("score")

# Reused
TYPE = RDF("type")
SUBJECT = RDF("subject")
PREDICATE = RDF("predicate")
OBJECT = RDF("object")
LABEL = RDFS("label")
COMMENT = RDFS("comment")
PREF_LABEL = SKOS("prefLabel")
ALT_LABEL = SKOS("altLabel")
HIDDEN_LABEL = SKOS("hiddenLabel")
NOTATION = SKOS("notation")
PERSON = FOAF("Person")
ORGANIZATION = ORG("Organization")
FORMAL_ORGANIZATION = ORG("FormalOrganization")
MEMBERSHIP = ORG("Membership")
POST_CLASS = ORG("Post")
MEMBER = ORG("member")
IN_ORGANIZATION = ORG("organization")
POST_IN = ORG("postIn")
ROLE = ORG("role")
SUB_ORGANIZATION_OF = ORG("subOrganizationOf")
MEMBER_OF = ORG("memberOf")
ORGANIZER = SCHEMA("organizer")
LOCATION = SCHEMA("location")
SUPER_EVENT = SCHEMA("superEvent")
START_DATE = SCHEMA("startDate")
END_DATE = SCHEMA("endDate")
SOFTWARE_VERSION = SCHEMA("softwareVersion")
SHA256 = SCHEMA("sha256")
URL = SCHEMA("url")
NAMED = DCTERMS("title")
KIND = DCTERMS("type")
ABOUT = DCTERMS("subject")
IDENTIFIER = DCTERMS("identifier")
IS_PART_OF = DCTERMS("isPartOf")
IS_REPLACED_BY = DCTERMS("isReplacedBy")
IS_VERSION_OF = DCTERMS("isVersionOf")
ISSUED = DCTERMS("issued")
LANGUAGE = DCTERMS("language")
PUBLISHER = DC("publisher")
FILE_NAME = NFO("fileName")
WITHIN = GEO("sfWithin")
PRIMARY_SOURCE = PROV("hadPrimarySource")
GENERATED_BY = PROV("wasGeneratedBy")
DERIVED_FROM = PROV("wasDerivedFrom")
ALTERNATE_OF = PROV("alternateOf")
ASSOCIATED_WITH = PROV("wasAssociatedWith")
USED = PROV("used")
ACTIVITY = PROV("Activity")
SOFTWARE_AGENT = PROV("SoftwareAgent")
SELECTOR = OA("hasSelector")
POSITION_SELECTOR = OA("TextPositionSelector")
QUOTE_SELECTOR = OA("TextQuoteSelector")
START = OA("start")
END = OA("end")
EXACT = OA("exact")

# Named graphs beside those of the documents
DOCUMENTS_GRAPH = NamedNode(f"{BASE}graph/documents")
ENTITIES_GRAPH = NamedNode(f"{BASE}graph/entities")
INFERRED_GRAPH = NamedNode(f"{BASE}graph/inferred")
#: Added by the store when it loads; the ontology is no part of graph.nq.
ONTOLOGY_GRAPH = NamedNode(f"{BASE}graph/ontology")
