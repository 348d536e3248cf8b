"""Whose post a bare Kazakh title is, where a report names several bodies of that kind: «ректор Аты», «делегация құрамында декан Аты».

Guests come from the body that sent them, those who receive them from another; a body whose head is told elsewhere has no second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.authority.records import load_authority
from seriktes.facts.posts.title_words import Title, is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import stem_list, words
from seriktes.model import Entity
from seriktes.text import kazakh

#: How many sentences back a delegation's sender may be named; how far behind its name «делегациясы», «өкілдері» may stand.
_BACK, _NEAR = 3, 3
#: So many bodies of a kind in one sentence are a list.
_LIST = 2
_BULLETS = frozenset("–—-•*·")
#: Posts that one body gives to one person only.
_SINGLE = frozenset(("ректор", "президент", "төраға", "директор", "басшы", "жетекші", "төрайым"))


def sender_of_delegation(view: View, title: Title, views: Sequence[View]) -> Entity | None:
    """«Делегация құрамында проректор X, декан Y болды», «Делегацияны проректор X бастап келді»: the body that sent them."""
    if view.language != "kk" or not any(view.word(i).startswith(stem_list("kk", "sent_with")) for i in range(title.first)):
        return None
    near = [v for v in views if view.number - _BACK <= v.number <= view.number]
    sent = [body for v in near for body in _senders(v, title.first if v is view else len(v.items))]
    return sent[-1] if sent else None


def _senders(view: View, stop: int) -> Iterator[Entity]:
    for index in view.mentions("Organization"):
        entity = view.items[index].entity
        near = [view.word(i) for i in range(index + 1, min(index + 1 + _NEAR, stop))]
        if (
            entity is not None
            and view.items[index].may_be("gen", "nom")
            and any(word.startswith(stem_list("kk", "sent")) for word in near)
        ):
            yield entity


def only_a_rank(view: View, title: Title) -> bool:
    """«Консорциумды профессор Аты басқарады»: who heads the body, by a rank that is no post there."""
    headed = view.word(title.person + 1).startswith(stem_list("kk", "heads")) if view.language == "kk" else False
    return headed and title.first == title.last and view.word(title.last) in words("kk", "ranks")


def likely_owners(
    view: View, title: Title, named: Sequence[tuple[int, Entity]], views: Sequence[View]
) -> Sequence[tuple[int, Entity]]:
    """The bodies, of those named before with their places, that a bare title may belong to; all where none is likelier."""
    if view.language != "kk" or len({body.id for _, body in named}) < 2:
        return named
    head = next((s for i in range(title.last, title.first - 1, -1) if (s := kazakh.stem(view.word(i) or "-")) in _SINGLE), "")
    person = view.items[title.person].entity
    others = {body.id for v in views for body in _senders(v, len(v.items))}
    others |= {body.id for v in views for body in _headed(v, head, person)} if head else set()
    lines = [v.span for v in views if v.items and v.items[0].text in _BULLETS]
    others |= {body.id for _, body in named if all(any(line.covers(m) for line in lines) for m in body.mentions)}
    fitting = [(start, body) for start, body in named if body.id not in others] or named
    start, end = view.span.start, view.items[title.first].start
    here = {body.id for _, body in fitting if any(start <= m.start < end for m in body.mentions)}
    if len(here) == 1:  # «… университетіне барып, ректор X-пен сөйлесті»
        return [(at, body) for at, body in fitting if body.id in here]
    return _of_the_report(fitting, views) or fitting


def _of_the_report(named: Sequence[tuple[int, Entity]], views: Sequence[View]) -> Sequence[tuple[int, Entity]]:
    """«Университеттің проректоры» behind a list of universities: the one spoken of most, else the first one named."""
    last = max(named, key=lambda pair: pair[0])
    view = next((v for v in views if v.span.start <= last[0] < v.span.end), None)
    listed = {body.id for at, body in named if view is not None and view.span.start <= at < view.span.end}
    if len(listed) < _LIST:
        return named
    first = {body.id: min(at for at, other in named if other is body) for _, body in named}
    best = max((body for _, body in named), key=lambda body: (len(body.mentions), -first[body.id]))
    return [(at, body) for at, body in named if body is best]


def _headed(view: View, head: str, person: Entity | None) -> Iterator[Entity]:
    """The bodies that stand right before such a post of somebody else: «X университетінің ректоры, профессор Аты»."""
    for index in view.mentions("Organization"):
        entity = view.items[index].entity
        for place in range(index + 1, min(index + 6, len(view.items))):
            if view.items[place].entity is not None or not view.items[place].text[0].isalpha():
                break
            if kazakh.stem(view.word(place)) == head and not is_post_word(view.word(place + 1) or "-", "kk"):
                after = [view.items[i].entity for i in range(place + 1, min(place + 5, len(view.items)))]
                told = next((e for e in after if e is not None), None)
                if entity is not None and told is not None and told.type == "Person" and told is not person:
                    yield entity
                break


def office_of(view: View, title: Title, owner: Entity, bodies: Sequence[Entity]) -> Entity:
    """«ЮНИСЕФ-тің Қазақстандағы өкілі»: the office there, where the text names it; else the body itself."""
    if view.language != "kk" or title.owner is None or owner.type != "Organization":
        return owner
    inside = (view.items[i] for i in range(title.owner + 1, title.last + 1))
    there = next((i.entity for i in inside if i.type == "Place" and "attr" in i.cases and i.entity is not None), None)
    if there is None:
        return owner
    offices = [b for b in bodies if b is not owner and b.type == "Organization" and b.country == there.country]
    return next((b for b in offices if _is_office(b, owner)), owner)


def _is_office(body: Entity, parent: Entity) -> bool:
    """Whether a body is told as an office of another: by the list, or by the other's name inside its own."""
    record = load_authority().get(body.authority)
    if record is not None:
        return record.parent is not None and record.parent == parent.authority
    names = {kazakh.nominative(m.text) for m in parent.mentions} | {parent.name}
    return any(len(name) > 2 and name in mention.text for name in names for mention in body.mentions) and any(
        word in body.name.lower() for word in ("өкілдігі", "кеңсесі", "офисі", "миссиясы")
    )


#: Kazakh nouns of bodies that carry an English name: «SDU University ректоры», «Университет ректоры».
_ENGLISH_NOUNS = {"university": "университет", "academy": "академия", "institute": "институт", "college": "колледж"}


#: What any body of a kind may be called.
_ANY_OF = {
    "ұйым": ("ngo", "association", "foundation", "intergovernmental", "other"),
    "бірлестік": ("ngo", "association"),
    "кәсіпорын": ("company",),
    "компания": ("company",),
    "зауыт": ("company",),
    "фирма": ("company",),
    "мекеме": ("education_research", "government", "other"),
    "ведомство": ("government",),
    "одақ": ("association", "ngo"),
}


def called_by_kind(near: Sequence[str], before: Sequence[tuple[int, Entity]], language: str) -> Entity | None:
    """«Ұйымның төрайымы», «кәсіпорын директоры»: the body of that kind named last before."""
    kinds = next((_ANY_OF[stem] for word in near if language == "kk" and (stem := kazakh.stem(word)) in _ANY_OF), ())
    fitting = [body for _, body in before if body.kind in kinds]
    return fitting[-1] if fitting else None


def named_in_english(body: Entity, nouns: Sequence[str]) -> bool:
    """Whether an English word of a body's name stands for one of the Kazakh nouns."""
    return any(_ENGLISH_NOUNS.get(word.lower()) in nouns for word in body.name.split())


def without_board(nouns: list[str], near: Sequence[str]) -> list[str]:
    """The type words of a title without «басқарма» where it is a board and no department: «Басқарма төрағасы», «Басқарма мүшесі»."""
    if nouns[-1:] != ["басқарма"]:
        return nouns
    at = max(i for i, word in enumerate(near) if word.lower().startswith("басқарма"))
    board = at + 1 < len(near) and near[at + 1].lower().startswith(("төра", "мүше", "президент"))
    return nouns[:-1] if board else nouns


def akimat_meant(view: View, title: Title, bodies: Sequence[Entity]) -> Entity | None:
    """«Облыс әкімінің орынбасары Аты» where the text names that akimat and not the region itself."""
    spoken = [view.word(i) for i in range(max(0, title.first - 1), title.last + 1)]
    if view.language != "kk" or not any(word.startswith("әкім") for word in spoken):
        return None
    level = next((word for word in ("облыс", "қала", "аудан") if any(s.startswith(word) for s in spoken)), None)
    akimats = [b for b in bodies if b.type == "Organization" and b.name.lower().split()[-1].startswith("әкімдігі")]
    fitting = [b for b in akimats if level is not None and f" {level}" in b.name.lower()]
    return fitting[0] if len(fitting) == 1 else None
