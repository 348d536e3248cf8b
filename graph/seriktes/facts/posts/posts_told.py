"""Posts that only the tree of a Russian sentence tells: by a verb, over a copula, or of a body that somebody heads."""

from __future__ import annotations

from collections.abc import Iterator

from seriktes.facts.context import Context
from seriktes.facts.posts.by_title import is_office
from seriktes.facts.posts.callings import callings, person_at
from seriktes.facts.posts.title_words import is_post_word
from seriktes.facts.trees import Tree
from seriktes.facts.word_lists import says, word_pattern, words
from seriktes.model import Fact
from seriktes.text import russian

#: How a body hangs on the verb that says who heads it: «фонд» in front of it is taken for its subject.
_HEADED = ("obj", "obl", "iobj", "nsubj")


def told_posts(context: Context) -> Iterator[Fact]:
    """Posts and offices no title beside a name tells."""
    for number, tree in context.trees.items():
        view = context.views[number]
        persons = view.mentions("Person")
        if not persons or not view.mentions("Organization", "Place"):
            continue
        titled = {t.person for t in context.titles[number] if t.owner is not None}
        worded = {i for t in context.titles[number] if t.owner is not None for i in range(t.first, t.last + 1)}
        posts = [i for i, item in enumerate(view.items) if _is_post(tree, i) and i not in worded]
        for calling in callings(tree, posts):
            person = calling.person
            if person is None or person in titled or _another_between(tree, calling.post, person):
                continue
            if not _stated(tree, calling.post, person):
                continue
            for owner in calling.owners:
                if view.items[owner].type == "Organization" or not tree.governed(owner):
                    yield from _fact(tree, person, owner, _title(tree, calling.post), "posts.tree")
        yield from _headed(tree)


def _another_between(tree: Tree, post: int, person: int) -> bool:
    """Whether another person stands between a post and who is said to hold it."""
    return any(tree.view.items[i].type == "Person" for i in range(min(post, person) + 1, max(post, person)))


def _is_post(tree: Tree, index: int) -> bool:
    word = tree.view.word(index)
    return word != "" and is_post_word(word, "ru") and russian.parses(word)[0].tag.number != "plur" and tree.part(index) == "NOUN"


def _stated(tree: Tree, *items: int) -> bool:
    """Whether nothing between the items plans, denies or doubts it."""
    row, starts = tree.view.row
    near = range(max(0, min(items) - 4), min(len(tree.view.items), max(items) + 5))
    if any(tree.view.word(i).startswith(tuple(words("ru", "leaving"))) for i in near):
        return False
    first, last = max(0, min(items) - 3), min(len(starts) - 1, max(items) + 3)
    between = " " + row[starts[first] : starts[last]] + tree.view.items[last].lower + " "
    return not (word_pattern("ru", "not_asserted").search(between) or says(tree.view, "denied"))


def _title(tree: Tree, post: int) -> str:
    """The post with its adjectives and what it governs, up to the first name."""
    first = min([post, *(c for c in tree.children[post] if tree.labels[c] == "amod" and c == post - 1)])
    last = post
    while (
        last + 1 < len(tree.view.items)
        and tree.view.word(last + 1).isalpha()
        and tree.labels[last + 1] in ("nmod", "amod", "conj", "cc")
    ):
        last += 1
    return " ".join(tree.view.items[i].text for i in range(first, last + 1))


def _headed(tree: Tree) -> Iterator[Fact]:
    """«X возглавляет фонд Y», «X, возглавивший Y», «X руководит Y»."""
    items = tree.view.items
    for verb, item in enumerate(items):
        if item.entity or not item.lower.startswith(tuple(words("ru", "heading_verbs"))) or tree.part(verb) == "NOUN":
            continue
        persons = [p for c in tree.children[verb] if tree.labels[c] == "nsubj" and (p := person_at(tree, c)) is not None]
        if not persons and tree.part(verb) == "PRTF" and tree.view.word(verb - 1) == "," and items[verb - 2].type == "Person":
            persons = [verb - 2]
        bodies = [c for c in tree.children[verb] if tree.labels[c] in _HEADED and not tree.governed(c)]
        owner = next((b for b in bodies if items[b].type == "Organization"), None)
        if persons and owner is not None and _stated(tree, verb, persons[0]):
            yield from _fact(tree, persons[0], owner, item.text, "posts.heads")


def _fact(tree: Tree, person: int, owner: int, title: str, rule: str) -> Iterator[Fact]:
    who, body = tree.view.items[person].entity, tree.view.items[owner].entity
    if who is None or body is None:
        return
    if body.type == "Organization":
        yield Fact("post", {"person": who.id, "organization": body.id}, tree.view.span, {"title": title}, 0.7, rule)
    elif body.kind != "macroregion" and is_office("ru", title, body):
        yield Fact("represents", {"person": who.id, "place": body.id}, tree.view.span, {"title": title}, 0.7, rule)
