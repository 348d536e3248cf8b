"""What all fact finders share about one document: its sentences, dates, titles and the event each sentence is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from seriktes.facts.background import is_contact
from seriktes.facts.citing import cited
from seriktes.facts.events.attached import Attached, attached
from seriktes.facts.events.dates_to_come import to_come
from seriktes.facts.events.focus import Focus, follow_focus, in_passing
from seriktes.facts.posts.by_title import post_facts
from seriktes.facts.posts.title_words import Title, tells_office
from seriktes.facts.posts.titles import find_titles
from seriktes.facts.trees import Tree, make_trees
from seriktes.facts.view import View, make_views
from seriktes.facts.word_lists import says, word_pattern
from seriktes.model import Document, Entity, EntityType, Span
from seriktes.records import record, told_once
from seriktes.text.dates import DateExpression, find_dates

#: A page without a date of its own is of the year of the first full day its opening names.
_OPENING, _DAY = 1500, "2025-05-31"


@record(frozen=True)
class Context:
    """One document ready for the fact finders."""

    document: Document
    entities: tuple[Entity, ...]

    @told_once
    def views(self) -> tuple[View, ...]:
        """All sentences as rows of items."""
        return make_views(self.document, self.entities)

    @told_once
    def body(self) -> tuple[View, ...]:
        """The sentences facts are drawn from: captions are left out, and lines that say whom to ask."""
        return tuple(v for v in self.views if not v.caption and not is_contact(v))

    def names(self, kind: EntityType) -> bool:
        """Whether the document names a thing of a type at all."""
        return kind in self._kinds

    @told_once
    def _kinds(self) -> frozenset[str]:
        return frozenset(e.type for e in self.entities)

    def naming(self, kind: EntityType) -> Sequence[View]:
        """The sentences of the body that mention a thing of a type."""
        return self._naming.get(kind, ())

    @told_once
    def _naming(self) -> dict[EntityType, list[View]]:
        found: dict[EntityType, list[View]] = {}
        for view in self.body:
            for kind in view.mentioned:
                found.setdefault(kind, []).append(view)
        return found

    def speaking(self, family: str) -> list[View]:
        """The sentences of the body that have a word by which a frame of a family may stand there."""
        return [view for view in self.body if family in view.near]

    @told_once
    def dates(self) -> tuple[DateExpression, ...]:
        """All dates of the text, missing years taken from the date of the report."""
        text, published = self.document.text, self.document.published
        found = find_dates(text, reference=published)
        if published is None and any(d.start_date is None for d in found):
            day = next((d.start_date for d in found if d.start < _OPENING and len(d.start_date or "") == len(_DAY)), None)
            found = find_dates(text, reference=day) if day is not None else found
        return tuple(to_come(found, self.views, published))

    def dates_in(self, span: Span) -> list[DateExpression]:
        """The dates of a sentence that have at least a year."""
        first = bisect_left(self.dates, span.start, key=lambda d: d.start)
        last = bisect_right(self.dates, span.end, key=lambda d: d.end)
        return [d for d in self.dates[first:last] if d.start_date]

    def view_of(self, span: Span) -> View | None:
        """The sentence that holds a span."""
        place = bisect_right(self.views, span.start, key=lambda v: v.span.start) - 1
        return self.views[place] if place >= 0 and self.views[place].span.covers(span) else None

    def in_speech(self, view: View) -> bool:
        """Whether a sentence stands within the words of somebody, in «» that it does not close itself or opened in its paragraph."""
        text = self.document.text
        before = text[text.rfind("\n", 0, view.span.start) + 1 : view.span.start]
        if before.count("«") > before.count("»"):
            return True
        own = text[view.span.start : view.span.end]  # the first sentence of somebody's words
        if view.language == "en" and (before.count("“") > before.count("”") or own.startswith(("– ", "— ", "“"))):
            return True
        return own.startswith("«") and own.count("«") > own.count("»")

    @told_once
    def titles(self) -> dict[int, tuple[Title, ...]]:
        """The titles of persons by the number of their sentence."""
        return {view.number: find_titles(view) for view in self.views}

    def owners(self, view: View) -> frozenset[int]:
        """Items that only say whose title a person has: they take no part themselves."""
        found = self._owners.get(view.number)
        if found is None:
            found = self._owners[view.number] = self._owners_in(view)
        return found

    @told_once
    def _owners(self) -> dict[int, frozenset[int]]:
        """Those that were asked for, by sentence number."""
        return {}

    def _owners_in(self, view: View) -> frozenset[int]:
        found = {t.owner for t in self.titles[view.number] if t.owner is not None and view.word(t.first - 1) != "whose"}
        aside = {
            i
            for t in self.titles[view.number]
            for i in range((t.owner if t.owner is not None else t.first) + 1, t.first)
            if view.items[i].entity
        }
        brackets = {i + 2 for i in found if view.word(i + 1) == "(" and i + 2 < len(view.items) and view.items[i + 2].entity}
        return frozenset(found | aside | brackets | _reporting(view))

    @told_once
    def employers(self) -> dict[str, list[Entity]]:
        """The bodies and states each person speaks for by a title anywhere in the document, by person id."""
        found: dict[str, list[Entity]] = {}
        for view in self.views:
            for title in self.titles[view.number]:
                person = view.items[title.person].entity
                owner = view.items[title.owner].entity if title.owner is not None else None
                if person is not None and owner is not None and owner not in found.setdefault(person.id, []):
                    found[person.id].append(owner)
        for view in self.views:  # «Университет ректоры X»: the one university told of before
            for post in post_facts(view, self.titles[view.number], self.entities, self.views):
                owner = self.entity(post.arguments.get("organization") or post.arguments["place"])
                if not found.get(post.arguments["person"]):
                    found[post.arguments["person"]] = [owner]
        return found

    @told_once
    def trees(self) -> dict[int, Tree]:
        """The trees of Russian sentences that name an event, or a body, a post and a person without a title, by sentence number."""
        russian = [view for view in self.body if view.language == "ru"]
        return make_trees([v for v in russian if self._may_tell_of_event(v) or self._may_tell_post(v)])

    def _may_tell_of_event(self, view: View) -> bool:
        """Whether anything that can hang on an event stands beside it."""
        return "Event" in view.mentioned and (
            not view.mentioned.keys().isdisjoint(("Person", "Organization", "Place")) or bool(self.dates_in(view.span))
        )

    def _may_tell_post(self, view: View) -> bool:
        titled = {t.person for t in self.titles[view.number] if t.owner is not None}
        return (
            bool(view.mentions("Organization", "Place"))
            and not titled.issuperset(view.mentions("Person"))
            and any(tells_office(view.word(i)) for i in range(len(view.items)))
        )

    @told_once
    def attached(self) -> dict[int, tuple[Attached, ...]]:
        """What hangs on the events of each Russian sentence that names one, by sentence number."""
        named = ((number, tree) for number, tree in self.trees.items() if tree.view.mentions("Event"))
        return {number: tuple(attached(tree, self.dates_in(tree.view.span))) for number, tree in named}

    @told_once
    def focus(self) -> Focus:
        """Which event each sentence is about."""
        return follow_focus(self.views, self.entities)

    @told_once
    def settings(self) -> dict[int, Entity | None]:
        """By sentence number, the event that the latest «Форум аясында …» of the text said things belong to.

        It holds for the sentences that follow too; those before the first one are left out.
        """
        found: dict[int, Entity | None] = {}
        said = False
        event: Entity | None = None
        for view in self.body:
            if says(view, "within"):
                inside = [view.items[i].entity for i in view.mentions("Event") if not in_passing(view, i)]
                if inside or says(view, "event_nouns"):
                    said, event = True, inside[0] if inside else self.focus.at(view)
            if said:
                found[view.number] = event
        return found

    def entity(self, identifier: str) -> Entity:
        """The entity of an id."""
        return self._by_id[identifier]

    @told_once
    def _by_id(self) -> dict[str, Entity]:
        return {e.id: e for e in self.entities}


def _reporting(view: View) -> set[int]:
    """Newsrooms that only report: in the dateline («ASTANA. Kazinform –»), beside "reports", «деп хабарлайды X»."""
    found = set()
    for index in view.mentions("Organization"):
        entity = view.items[index].entity
        if view.language == "en" and cited(view, index):
            found.add(index)
        if entity is None or entity.kind != "media":
            continue
        near = [view.word(i) for i in range(max(0, index - 3), min(index + 4, len(view.items)))]
        dateline = index <= 3 and any(word in ("–", "—", "-", "/") for word in near[-3:])
        if dateline or word_pattern(view.language, "reporting").search(f" {' '.join(near)} "):
            found.add(index)
    return found


def make_context(document: Document, entities: Sequence[Entity]) -> Context:
    """The shared reading of a document."""
    return Context(document, tuple(entities))
