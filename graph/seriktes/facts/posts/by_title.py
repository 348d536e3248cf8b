"""The facts that titles state: posts at organisations, and persons who speak for a state, region or city by office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seriktes.authority.records import load_authority
from seriktes.coreference.data import noun_of
from seriktes.facts.posts import kazakh_owners
from seriktes.facts.posts.english_owners import fields_of, of_the_same_state, of_the_senders
from seriktes.facts.posts.posts_meant import heads_locally, meant_place, sender, sent_by
from seriktes.facts.posts.sides import demonyms, its_country, side_of
from seriktes.facts.posts.title_words import Title
from seriktes.facts.posts.titles_respective import meant_respectively
from seriktes.facts.view import View
from seriktes.facts.word_lists import word_pattern, words
from seriktes.model import Entity, Fact, Language
from seriktes.text import kazakh, russian

_AKIMAT = ("әкімдігі", "акимат", "akimat", "администрация", "хокимият", "government", "әкімшілігі", "правительство")
_ENVOY = ("елші", "посол", "посл", "ambassador", "консул", "consul")
#: Posts that name their body by themselves, where the document has only one such body.
_HEADS = {
    "министр": ("министрлігі", "министерство"),
    "minister": ("ministry",),
    "ректор": ("университет", "академия", "university"),
    "rector": ("university", "academy"),
    "vice-chancellor": ("university",),
    "vice-rector": ("university", "academy"),
    "vice rector": ("university", "academy"),
    "provost": ("university",),
    "principal": ("university", "college"),
    "елші": ("елшілігі",),
    "проректор": ("университет", "академия", "university"),
    "вице-ректор": ("университет", "академия", "university"),
    "провост": ("университет", "академия"),
    "декан": ("университет", "академия", "university"),
    "вице-министр": ("министерство", "министрлігі"),
    "вице-консул": ("генконсульство", "консульство", "посольство"),
    "мэр": ("мэрия", "администрация"),
    "вице-мэр": ("мэрия", "администрация"),
    "консул": ("генконсульство", "консульство", "посольство", "консулдығы"),
    "атташе": ("посольство", "елшілігі"),
    "посол": ("посольство",),
    "ambassador": ("embassy",),
}
#: What a report calls a body it has named: «представитель ведомства», «ректор вуза».
_CALLED = {
    "ведомство": ("министерство", "агентство", "комитет"),
    "вуз": ("университет", "академия", "институт"),
    "дипмиссия": ("посольство",),
    "диппредставительство": ("посольство",),
}
_CROWN = ("majesty's", "majesty’s", "majesty")  # "His Majesty's Ambassador" is the United Kingdom's
_BARE_MINISTER = frozenset(
    "the a his her its minister deputy first vice former acting then minister-counsellor by and mr ms".split()
)
#: "Professor and the Chairman of X": a rank before a post is none of the body's.
_ASIDE = re.compile(r"^(?:now|currently|then|also|as|new) (?:an? |the )?", re.IGNORECASE)
_RANK = re.compile(r"^(?:professor|academician|doctor|scientist|writer|poet|diplomat) and (?:the )?", re.IGNORECASE)
#: "President Professor X": a degree behind the post is none of it.
_RANK_BEHIND = re.compile(r"(?<=\w) (?:Professor|Prof\.?|Dr\.?|Academician)$")
#: "Chair of the association": whose chair, told by the noun of a body named before.
_OF_THE_BODY = re.compile(
    r" of (?:the|this) (?:university|association|foundation|fund|institute|centre|center|ministry|committee|society|union)$"
)
#: «Её председатель», «оның төрағасы»: of the body named last; no part of the post.
_ITS: dict[Language, tuple[str, ...]] = {"ru": ("его", "её", "ее", "их"), "kk": ("оның",)}
_PRONOUN = re.compile(r"^(?:(?:және|и) )?(?:его|её|ее|их|оның) ", re.IGNORECASE)
_AKIM = ("әкім", "аким", "akim", "губернатор", "governor", "хоким", "мэр", "mayor")


def title_text(view: View, title: Title) -> str:
    """The title's words as in the text."""
    first, last = view.items[title.first], view.items[title.last]
    text = _PRONOUN.sub("", "".join(_pieces(view, first.start, last.end)).strip(" ,–—-"))
    return _RANK_BEHIND.sub("", _OF_THE_BODY.sub("", _RANK.sub("", _ASIDE.sub("", text)))) if view.language == "en" else text


def _pieces(view: View, start: int, end: int) -> Iterator[str]:
    place = start
    for item in view.items:
        if start <= item.start < end:
            if item.start > place:
                yield " "
            yield item.text
            place = item.end


def post_facts(view: View, titles: Iterable[Title], bodies: Sequence[Entity] = (), views: Sequence[View] = ()) -> Iterator[Fact]:
    """The facts the titles state: a post at an organisation, or speaking for a state, region or city.

    The head of a region also holds a post at its akimat where the document names that body (one of ``bodies``). What was
    told in the sentences before (of ``views``) says whose list a title stands in.
    """
    titles = list(titles)
    if not titles:
        return
    akimats = [b for b in bodies if b.type == "Organization" and _is_akimat(b.name.lower().split())]
    owned = {title.person for title in titles if title.owner is not None}
    for title in titles:
        ranked = title.owner is None and title.person in owned and view.word(title.last + 1) != "болып"
        if title.first > title.last or ranked or kazakh_owners.only_a_rank(view, title):
            continue  # «X университетінің проректоры, профессор Аты»: the post has its body, the rank needs none
        person = view.items[title.person].entity
        owner = view.items[title.owner].entity if title.owner is not None else None
        owner = owner or sent_by(view, title) or meant_place(view, title, bodies) or _side(view, title, bodies, views)
        owner = owner or of_the_same_state(view, title, titles) or of_the_senders(view, title, views)
        owner = owner or kazakh_owners.sender_of_delegation(view, title, views) or _meant_owner(view, title, bodies, views)
        owner = owner or _state_of_demonym(view, title, bodies) or sender(view, title)
        owner = owner or kazakh_owners.akimat_meant(view, title, bodies)
        text = title_text(view, title)
        if person is None or owner is None or text.lower() in words(view.language, "nobility"):
            continue
        owner = kazakh_owners.office_of(view, title, owner, bodies)
        embassy = _embassy(text, owner, bodies)
        if embassy is not None:
            yield Fact(
                "post", {"person": person.id, "organization": embassy.id}, view.span, {"title": text}, 0.7, "posts.embassy"
            )
        if owner.type == "Organization":
            yield Fact("post", {"person": person.id, "organization": owner.id}, view.span, {"title": text}, 0.85, "posts.beside")
        elif owner.type == "Place" and owner.kind != "macroregion" and is_office(view.language, text, owner):
            yield Fact("represents", {"person": person.id, "place": owner.id}, view.span, {"title": text}, 0.8, "posts.office")
            if any(w in text.lower() for w in _AKIM) and owner.kind in ("region", "settlement"):
                own = [a for a in akimats if _stem_of(owner) in a.name.lower()]
                if own:
                    yield Fact(
                        "post", {"person": person.id, "organization": own[0].id}, view.span, {"title": text}, 0.75, "posts.akimat"
                    )


def _is_akimat(name: Sequence[str]) -> bool:
    """Whether a body is an akimat itself («Жамбыл облысының әкімдігі», «акимат Актау»), not a department of one."""
    return name[0].startswith(_AKIMAT) or name[-1] in _AKIMAT or (len(name) > 1 and name[1] in _AKIMAT)


def is_office(language: Language, title: str, place: Entity) -> bool:
    """Whether a title is that of somebody who speaks for a place."""
    if language == "ru" and place.kind == "country" and title.lower() in words("ru", "state_heads"):
        return True
    if language == "en" and place.kind in ("region", "settlement") and heads_locally(title.lower()):
        return True
    if language == "kk" and any(
        kazakh.case_of(w) == "gen" and kazakh.stem(w) in words("kk", "body_nouns") for w in title.split()
    ):
        return False  # «Қызылорда облыстық филиалының басшысы»
    return word_pattern(language, "offices").search(f" {title.lower()} ") is not None


def _side(view: View, title: Title, bodies: Sequence[Entity], views: Sequence[View]) -> Entity | None:
    """The body of the side whose list the title stands in, where the title names no kind of body of its own."""
    if view.language != "ru":
        return None
    lemmas = [_noun_stem(view.items[i].text, "ru") for i in range(title.first, title.last + 1) if not view.items[i].entity]
    if any(lemma in words("ru", "body_nouns") and lemma not in words("ru", "any_units") for lemma in lemmas):
        return None
    heads = _HEADS.get(next((lemma for lemma in lemmas if lemma in _HEADS), ""), ())
    return side_of(view, title, bodies, views, lambda fitting: [b for b in fitting if any(_called(b, h) for h in heads)])


def _called(body: Entity, head: str) -> bool:
    """Whether a body's name has a type word in it, or the short form of «министерство»: «МИД Японии», «Минздрав»."""
    name = body.name.lower()
    return head in name or (head == "министерство" and name.startswith(("мид ", "мин")))


def _embassy(title: str, owner: Entity, bodies: Sequence[Entity]) -> Entity | None:
    """An ambassador holds a post at the embassy of that state, where the document names it."""
    if owner.type != "Place" or not any(word.startswith(_ENVOY) for word in title.lower().split()):
        return None
    missions = [b for b in bodies if b.type == "Organization" and b.kind == "diplomatic_mission" and b.country == owner.country]
    return missions[0] if missions else None


def _meant_owner(view: View, title: Title, bodies: Sequence[Entity], views: Sequence[View]) -> Entity | None:
    """«университеттің ректоры», «директор фонда», «его руководитель»: the body of that kind named last before."""
    start = view.items[title.first].start
    before = sorted(
        ((m.start, e) for e in bodies if e.type == "Organization" for m in e.mentions if m.start < start),
        key=lambda pair: pair[0],
    )
    near = [view.items[i].text for i in range(_before_title(view, title), title.last + 1) if not view.items[i].entity]
    its = view.language == "en" and view.word(title.first - 1) in ("its", "their")
    if its or (view.language != "en" and any(w.lower() in _ITS[view.language] for w in near)):
        return before[-1][1] if before else None
    if any(_noun_stem(w, view.language) in ("депутат", "мәжілісмен", "сенатор", "mp") for w in near):
        houses = [b for b in bodies if b.kind == "parliament"]
        houses = [b for _, b in before if view.language == "kk" and b in houses] or houses
        return min(houses, key=lambda b: (len(b.name.split()), b.id)) if houses else None
    nouns = [s for w in near if (s := _noun_stem(w, view.language)) in words(view.language, "body_nouns")]
    nouns = kazakh_owners.without_board(nouns, near)
    fits = [(m, b) for m, b in before if any(_is_called(w, nouns, view.language) for w in b.name.split())]
    fits = fits or [(m, b) for m, b in before if view.language == "kk" and kazakh_owners.named_in_english(b, nouns)]
    if (one := meant_respectively(view, title, fits, views)) is not None:
        return one
    if fits:
        return kazakh_owners.likely_owners(view, title, fits, views)[-1][1]
    if (one := kazakh_owners.called_by_kind(near, before, view.language)) is not None:
        return one
    called = next((_CALLED[s] for w in near if (s := _noun_stem(w, view.language)) in _CALLED), ())
    if meant := [body for _, body in before if any(head in body.name.lower() for head in called)]:
        return meant[-1]
    if view.language == "en" and "minister" in _small(near) and not _its_ministry(near):
        return _ministry_of(near, bodies)
    heads = _HEADS.get(next((s for w in near if (s := _head_stem(w, view.language)) in _HEADS), ""))
    if heads is None or (view.language == "en" and any(item.lower == "our" for item in view.items)):
        return None  # "Our university was represented by Vice-Rector X": the publisher's, not one that is named
    states = _demonyms_of(near, view.language) or its_country(view, title)  # "British Ambassador" is not at the Kazakh embassy
    fitting = [b for b in bodies if b.type == "Organization" and any(h in _own_name(b, view.language) for h in heads)]
    fitting = [b for b in fitting if not states or b.country in states]
    fitting = [b for _, b in kazakh_owners.likely_owners(view, title, [(b.mentions[0].start, b) for b in fitting], views)]
    named = [(m.start, b) for b in fitting for m in b.mentions]
    return fitting[0] if len(fitting) == 1 else meant_respectively(view, title, named, views)


def _is_called(word: str, nouns: Sequence[str], language: Language) -> bool:
    """Whether a word of a body's name is one of the nouns, or a legal form that stands for one: «ОФ» for «фонд»."""
    return _noun_stem(word, language) in nouns or noun_of(word) in nouns


def _own_name(body: Entity, language: Language) -> str:
    """A body's name without whose it is: "Research Center of Tashkent State University" is no university."""
    name = body.name.lower()
    return name.partition(" of ")[0] if language == "en" else name


def _before_title(view: View, title: Title) -> int:
    """Where the words begin that may say whose title it is: «агенттіктің Басқарма төрағасы», «қордың бас директоры»."""
    first = max(0, title.first - 1)
    while first and view.language == "kk" and (view.word(first) in words("kk", "title_openers") or view.word(first) == "жаңа"):
        first -= 1
    return first


def _demonyms_of(near: Sequence[str], language: Language) -> set[str]:
    """The countries whose adjectives stand in an English title."""
    known = load_authority().demonyms.get("en", {}) if language == "en" else {}
    return {known[word] for word in _small(near) if word in known}


def _small(near: Sequence[str]) -> list[str]:
    """The words of a title in small letters."""
    return [word.lower().strip(",") for word in near]


def _its_ministry(near: Sequence[str]) -> bool:
    """Whether a minister's title names no field: then the only ministry of the text is meant."""
    return not {w for w in _small(near) if w.isalpha()} - _BARE_MINISTER


def _ministry_of(near: Sequence[str], bodies: Sequence[Entity]) -> Entity | None:
    """The ministry of a minister's own field; none for a Prime Minister."""
    fields = {w for w in _small(near) if w.isalpha()} - _BARE_MINISTER
    if "prime" in fields:
        return None
    named = {w for w in fields if w not in load_authority().demonyms.get("en", {})} - {"of", "for", "the"}
    fitting = [b for b in bodies if _is_ministry(b) and fields & (own := fields_of(b)) and named <= own]
    return fitting[0] if len(fitting) == 1 else None


def _is_ministry(body: Entity) -> bool:
    """Whether a body is called a ministry, in the text or in the list that knows it: "MFA of Kazakhstan"."""
    record = load_authority().get(body.authority)
    listed = (record.name_en or "") if record is not None and body.kind == "government" else ""
    return "ministry" in body.name.lower() or listed.lower().startswith("ministry of ")


def _state_of_demonym(view: View, title: Title, bodies: Sequence[Entity]) -> Entity | None:
    """ "British Ambassador", «российский президент»: the state of that name, where the document names it."""
    known: Mapping[str, str]
    if view.language == "ru":
        known = dict(demonyms())
        near = [russian.lemma(w) for i in range(max(0, title.first - 1), title.last + 1) if (w := view.word(i))]
    elif view.language == "en":
        known = load_authority().demonyms.get("en", {})
        near = [view.word(i) for i in range(max(0, title.first - 3), title.last + 1)]
    else:
        return None
    countries = ["GB" if word in _CROWN else known[word] for word in near if word in known or word in _CROWN]
    return next((b for b in bodies if b.type == "Place" and b.kind == "country" and b.country in countries[:1]), None)


def _head_stem(word: str, language: Language) -> str:
    """«Елші», «елшінің»: the stripper of endings hears «ел» in them."""
    return "елші" if language == "kk" and word.lower().startswith("елші") else _noun_stem(word, language)


def _noun_stem(word: str, language: Language) -> str:
    word = word.strip("«»“”\"'’.,")
    if language == "kk":
        return kazakh.stem(word)
    return russian.lemma(word) if language == "ru" else word.lower().removesuffix("'s").removesuffix("’s")


def _stem_of(place: Entity) -> str:
    """The first word of a place's name without its last letters: «Жамбылск» fits «Жамбылской»."""
    word = place.name.split()[0].lower()
    return word[: max(4, len(word) - 3)]
