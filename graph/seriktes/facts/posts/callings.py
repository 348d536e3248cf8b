"""Whose a post is, and at which body, by the tree of a Russian sentence: «Директором фонда X назначен Имя Фамилия».

Titles beside a name are read from the row of words (:mod:`seriktes.facts.posts.titles`); here is what only the tree tells: posts told
by a verb, posts behind a copula or a dash, and posts with their body further off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriktes.facts.trees import VERBS, Tree
from seriktes.facts.word_lists import words
from seriktes.records import record
from seriktes.text import russian

_APPOSED = frozenset(("appos", "flat", "flat:name", "flat:foreign", "nmod", "compound"))
_SUBJECTS = ("nsubj", "nsubj:pass", "obj", "iobj", "appos", "conj")
_DEEPEST = 6


@record(frozen=True, slots=True)
class Calling:
    """A post (its item), who holds it, if anybody is named, and the bodies and places it is at."""

    post: int
    person: int | None
    owners: tuple[int, ...]


def callings(tree: Tree, posts: Sequence[int]) -> Iterator[Calling]:
    """Holders and bodies of the posts of a sentence; ``posts``: the item of the word that stands for each."""
    for post in posts:
        holders = _holders(tree, post)
        owners = tuple(_owners(tree, post))
        if holders:
            yield from (Calling(post, person, owners) for person in holders)
        else:
            yield Calling(post, None, owners)


def _holders(tree: Tree, post: int) -> list[int]:
    """The persons who hold a post."""
    below = [c for c in tree.children[post] if _is_person(tree, c) and tree.labels[c] in _APPOSED and not tree.governed(c)]
    if below:
        return below[:1]
    top = post
    for _ in range(_DEEPEST):
        head, label = tree.heads[top], tree.labels[top]
        if head >= 0 and _is_person(tree, head):
            return [head] if label in ("appos", "conj", "parataxis", "nmod", "flat") and not tree.governed(top) else []
        if head >= 0 and label in ("conj", "appos", "flat") and tree.part(head) not in VERBS:
            top = head  # «директор фонда, профессор X»: the first post's holder
            below = [c for c in tree.children[top] if _is_person(tree, c) and tree.labels[c] in _APPOSED]
            if below:
                return [below[0]]
            continue
        if head >= 0 and label == "nmod" and russian.lemma(tree.view.word(head)) in words("ru", "office_nouns"):
            top = head  # «занимает пост директора»
            continue
        return _by_verb(tree, top, head, label)
    return []


def _by_verb(tree: Tree, top: int, head: int, label: str) -> list[int]:
    """«X назначен директором», «директором стал X», «X — директор»."""
    if head < 0 or label == "parataxis":
        node = top
    elif (verb := _verb_near(tree, top)) is not None:
        node = verb  # «Указом главы государства министром назначен X»: the parser may hang the post elsewhere
    elif label in ("xcomp", "obl", "obj", "nsubj", "nsubj:pass", "iobj") and _of_office(tree, head):
        node = head
    else:
        return []
    for role in ("obj", "nsubj:pass", "nsubj", "obl"):
        for child in tree.children[node]:
            person = person_at(tree, child) if tree.labels[child] == role and child != top else None
            if person is not None and not tree.governed(child):
                return [person]
    if tree.labels[node] in ("acl", "acl:relcl", "amod") and _is_person(tree, tree.heads[node]):
        return [tree.heads[node]]  # «X, назначенный послом»
    return []


def _verb_near(tree: Tree, post: int) -> int | None:
    """The verb of office right behind a post in the instrumental that hangs on no verb."""
    if tree.part(tree.heads[post]) in VERBS or russian.cases_of(tree.words[post]) != frozenset(("ins",)):
        return None
    for index in range(post + 1, min(post + 5, len(tree.heads))):
        if tree.view.items[index].text in ",;:":
            return None
        if tree.part(index) in VERBS and _of_office(tree, index):
            return index
    return None


def _of_office(tree: Tree, verb: int) -> bool:
    word = tree.words[verb].lower()  # «работал», no «работник»; «служит», no «служба»
    return tree.part(verb) in VERBS and word.startswith(tuple(words("ru", "office_verbs")))


def person_at(tree: Tree, index: int) -> int | None:
    """The person an item is or names: «депутат X»."""
    for _ in range(_DEEPEST):
        if _is_person(tree, index):
            return index
        below = [c for c in tree.children[index] if tree.labels[c] in ("appos", "flat", "flat:name")]
        if not below:
            return None
        index = below[0]
    return None


def _is_person(tree: Tree, index: int) -> bool:
    return index >= 0 and tree.view.items[index].type == "Person"


def _owners(tree: Tree, post: int) -> Iterator[int]:
    """The bodies and places of a post: «заместитель директора фонда X», «посол Y»."""
    queue, depth = list(tree.children[post]), 0
    while queue and depth < _DEEPEST:
        depth += 1
        below: list[int] = []
        for child in queue:
            if tree.labels[child] not in (
                "nmod",
                "appos",
                "flat",
                "flat:name",
                "flat:foreign",
                "compound",
                "amod",
                "obl",
                "conj",
            ):
                continue
            type_ = tree.view.items[child].type
            if type_ in ("Organization", "Place"):
                if tree.governed(child) in words("ru", "posts_by"):
                    yield child
            elif type_ is None and tree.labels[child] != "conj":
                below += tree.children[child]
        queue = below
