"""Names that an earlier build compared are not compared again."""

from __future__ import annotations

from seriktes.identity.recalled import recalled, recalling
from seriktes.identity.translate import Reading, read_name

ONE = read_name("«Қамқор» қоғамдық қоры", "kk")
OTHER = read_name("Общественный фонд «Камкор»", "ru")


def test_a_pair_is_compared_once_and_what_nobody_asked_for_again_is_forgotten() -> None:
    asked: list[str | None] = []

    def work(left: Reading, right: Reading, home: str | None) -> float:
        asked.append(home)
        return 0.1 + len(asked)

    with recalling(b"") as told:
        first = [recalled(ONE, OTHER, home, work) for home in ("KZ", None, "KZ")]
        kept = told()
    assert kept and asked == ["KZ", None] and first[0] == first[2]
    with recalling(kept) as told:
        assert recalled(ONE, OTHER, None, work) == first[1]
        assert recalled(OTHER, ONE, None, work) == 3.1, "the other way round is another question"
        kept = told()
    assert kept and asked[2:] == [None]
    with recalling(kept) as told:
        again = [recalled(ONE, OTHER, None, work), recalled(OTHER, ONE, None, work)]
        assert told() is None, "nothing new is told"
    assert again == [first[1], 3.1] and len(asked) == 3
    assert recalled(ONE, OTHER, "KZ", work) == 4.1, "outside of a build all is worked out"
    with recalling(b"no entries") as told:
        assert recalled(ONE, OTHER, "KZ", work) == 5.1
