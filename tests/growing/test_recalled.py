"""What an earlier build worked out of two names or two texts is not worked out again."""

from __future__ import annotations

from seriktes.keeping.recalled import recalled, recalling

ONE, OTHER = b"Bridge Foundation", b"The Bridge Foundation"


def test_a_pair_is_compared_once_and_what_nobody_asked_for_again_is_forgotten() -> None:
    asked: list[bytes] = []

    def ask(said: bytes) -> float:
        def work() -> float:
            asked.append(said)
            return 0.1 + len(asked)

        return recalled(lambda: said, work)

    with recalling(b"") as told:
        first = [ask(said) for said in (ONE, OTHER, ONE)]
        kept = told()
    assert kept and asked == [ONE, OTHER] and first[0] == first[2]
    with recalling(kept) as told:
        assert ask(OTHER) == first[1]
        assert ask(OTHER + ONE) == 3.1
        kept = told()
    assert kept and asked[2:] == [OTHER + ONE]
    with recalling(kept) as told:
        again = [ask(OTHER), ask(OTHER + ONE)]
        assert told() is None, "nothing new is told"
    assert again == [first[1], 3.1] and len(asked) == 3
    assert ask(ONE) == 4.1, "outside of a build all is worked out"
    with recalling(b"no entries"):
        assert ask(ONE) == 5.1
