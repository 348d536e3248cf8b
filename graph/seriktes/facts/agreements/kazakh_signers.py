"""Who signed in person where a Kazakh text says it apart: «вице-министр мен ректор X қол қойды», «Қор атынан – директор X»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.facts.context import Context
from seriktes.facts.frames import Trigger
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.view import View
from seriktes.facts.word_lists import stem_list, words
from seriktes.model import Entity, Fact
from seriktes.text import kazakh

#: So many items make a line that only announces a list.
_SHORT = 5
#: How many sentences back somebody is still meant by the post alone.
_BACK = 12
#: How near their verb those who sign are called, in items.
_NEAR = 9


def by_post_alone(context: Context, view: View, trigger: Trigger, low: int) -> list[Entity]:
    """«Құжатқа ректор мен елші X қол қойды»: the people of this text told last with such a post."""
    if view.language != "kk" or trigger.frame.kind != "in person":
        return []
    own = [t for t in context.titles[view.number] if t.owner is not None or t.last + 1 == t.person]
    titled = {i for t in own for i in range(t.first, t.last + 1)}
    places = (i for i in range(low, trigger.first) if i not in titled and _bare_post(view, i))
    found = (_meant(context, view, kazakh.stem(view.word(i))) for i in places)
    here = {e.id for i in view.mentions("Person") if (e := view.items[i].entity) is not None}
    return [person for person in dict.fromkeys(found) if person is not None and person.id not in here]


def _bare_post(view: View, index: int) -> bool:
    """A post in small letters that stands alone: «ректор мен», «министр меморандумға қол қойды»."""
    word, after = view.word(index), view.word(index + 1)
    if not word or not is_post_word(word, "kk") or kazakh.stem(word) != word or view.items[index].text[0].isupper():
        return False
    listed = after in words("kk", "and")
    return listed or (index + 1 < len(view.items) and view.items[index + 1].type == "Agreement")


def _meant(context: Context, view: View, stem: str) -> Entity | None:
    for earlier in reversed([v for v in context.body if view.number - _BACK <= v.number < view.number]):
        for title in reversed(context.titles[earlier.number]):
            if title.last >= title.first and kazakh.stem(earlier.word(title.last) or "-") == stem:
                return earlier.items[title.person].entity
    return None


def heads_meant(context: Context, view: View, trigger: Trigger) -> list[Entity]:
    """«Ректорлар келісімге қол қойды»: the two told before who hold that post, each at a body of their own; else nobody."""
    if view.language != "kk" or trigger.frame.kind != "in person" or view.mentions("Person"):
        return []
    near = (view.word(i) for i in range(max(0, trigger.first - _NEAR), trigger.first))
    called = next((kazakh.stem(word) for word in near if word in words("kk", "signing_officers")), "")
    heads = words("kk", "heads_of_any") if called in words("kk", "called_heads") else frozenset((called,))
    found: dict[str, Entity] = {}
    for earlier in context.body if called else ():
        for title in context.titles[earlier.number] if earlier.number < view.number else ():
            spoken = {kazakh.stem(earlier.word(i) or "-") for i in range(title.first, title.last + 1)}
            person = earlier.items[title.person].entity
            if person is not None and spoken & heads and "орынбасар" not in spoken:
                found[person.id] = person
    houses = {body.id for person in found.values() for body in context.employers.get(person.id, [])[:1]}
    return list(found.values()) if len(found) == len(houses) == 2 else []


def employers(context: Context, people: Sequence[Entity]) -> list[Entity]:
    """The bodies those people speak for by their titles."""
    owners = (context.employers.get(person.id, [])[:1] for person in people)
    return [body for own in owners for body in own if body.type == "Organization"]


def told_of_sides(view: View, agreement: Entity) -> Iterator[Fact]:
    """Right behind a signing: «Университет атынан – ректор X, ал қордан Y», «Оны X пен Y растады»."""
    persons = [i for i in view.mentions("Person") if view.items[i].may_be("nom", "ins")]
    spoken = {view.word(i) for i in range(len(view.items))}
    last = next((i for i in range(len(view.items) - 1, -1, -1) if view.items[i].text[-1].isalnum()), -1)
    verbless = bool(words("kk", "on_behalf") & spoken) and last in persons
    confirmed = view.word(last) in words("kk", "confirmed") and (
        view.word(0) == "оны" or view.word(0).startswith(stem_list("kk", "signed_documents"))
    )
    if view.language != "kk" or not (verbless or confirmed):
        return
    for index in persons:
        person = view.items[index].entity
        assert person is not None
        arguments = {"agent": person.id, "agreement": agreement.id}
        yield Fact("signatory", arguments, view.span, {}, 0.7, "kk.signing.sides-told")


def continues_list(view: View, before: View | None) -> bool:
    """«… үш құжатқа қол қойылды. Атап айтқанда:»: a short line with a colon behind the sentence that tells the signing."""
    following = before is not None and view.number == before.number + 1
    return view.language == "kk" and following and view.items[-1].text == ":" and len(view.items) <= _SHORT


def of_headline(context: Context, view: View) -> Entity | None:
    """For a Kazakh headline that tells of a signing: the one event in whose course the body says things were signed."""
    told = {e.id: e for e in context.settings.values() if e is not None}
    return next(iter(told.values())) if view.language == "kk" and view.number == 0 and len(told) == 1 else None
