"""Russian participles and genitives beside a trigger: who did what is told in the passive, and who only owns it."""

from __future__ import annotations

from seriktes.facts.frames import Trigger
from seriktes.facts.view import View
from seriktes.facts.word_lists import words
from seriktes.text import russian

#: The cases of a man's name that only says whose something is.
OWNED = frozenset(("gen", "acc"))


def participle(view: View, trigger: Trigger) -> bool:
    """Russian: «проекта, реализуемого ПРООН», «организованном фондом X форуме»: who does it stands behind the participle."""
    if view.language != "ru" or trigger.first != trigger.last or trigger.frame.kind is not None:
        return False
    first = russian.parses(view.word(trigger.first))[:1] if view.word(trigger.first) else ()
    return any(p.tag.POS == "PRTF" and "pssv" in p.tag for p in first)


def owner_behind_passive(view: View, index: int, trigger: Trigger) -> bool:
    """«Организована выставка трудов академии X»: who did it would stand in the instrumental."""
    cases = view.items[index].cases
    first = view.word(trigger.first)
    passive = first != "" and trigger.first == trigger.last and russian.part_of_speech(first) == "PRTS"
    return passive and cases == frozenset({"gen"})


def supporter(view: View, index: int) -> bool:
    """«При поддержке Правительства Японии запустила …»: the genitive looks like a nominative, but acts on nobody's behalf."""
    return view.language == "ru" and view.word(index - 1) in words("ru", "helping")


def no_subject(view: View, index: int, start: int, trigger: Trigger) -> bool:
    """«Посол проинформировал о поручениях Президента X»: behind a verb of saying a person in another case says nothing.

    ``start`` is where the person's title begins. Behind a noun («по словам X», «выступление министра X») the genitive
    says whose words they are, where it stands right there.
    """
    if trigger.frame.role != "speaker":
        return False
    verb = view.word(trigger.last)
    spoken = verb != "" and (russian.part_of_speech(verb) == "VERB" or start > trigger.last + 1)
    cases = view.items[index].cases
    told = "nom" not in cases if russian.part_of_speech(verb) == "VERB" else cases == OWNED
    return spoken and bool(cases) and told


def held_by_person(view: View, trigger: Trigger, low: int) -> bool:
    """«Министр Имя провёл встречу с группой экспертов X»: who held it is a person named before, and no body behind the verb."""
    if not view.word(trigger.first).startswith(tuple(words("ru", "held"))):
        return False
    before = [i for i in view.mentions("Person") if low <= i < trigger.first]
    return bool(before) and "nom" in view.items[before[-1]].cases and view.word(trigger.last) not in ("с", "со")


def of_a_project(view: View, trigger: Trigger) -> bool:
    """«в рамках проекта X, который фонд ведёт при поддержке Y»: the project is what Y supports."""
    projects = [i for i in view.mentions("Project") if i < trigger.first]
    if not projects or any(projects[-1] < i < trigger.first for i in view.mentions("Event")):
        return False
    return any(view.word(i).startswith(tuple(words("ru", "carried_out"))) for i in range(projects[-1] + 1, trigger.first))
