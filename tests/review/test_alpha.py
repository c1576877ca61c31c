"""Alpha: the published example, the laws, and chance."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Span
from comity.review.alpha import Continuum, nominal, unitizing

#: Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example A: two coders, ten units, alpha 0.095.
ONE = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
OTHER = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
#: The same paper, example C: four coders, twelve units, values missing; nominal alpha 0.743.
FOUR = [
    (1, 1, None, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4), (4, 4, 4, 4), (1, 1, 2, 1),
    (2, 2, 2, 2), (None, 5, 5, 5), (None, None, 1, 1), (None, None, 3, None),
]  # fmt: skip


def test_published_examples() -> None:
    assert nominal(list(zip(ONE, OTHER, strict=True))) == pytest.approx(0.095, abs=0.0005)
    assert nominal(FOUR) == pytest.approx(0.743, abs=0.0005)


values = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30)


@given(values)
def test_alpha_is_one_for_those_who_agree_and_never_more(rows: list[tuple[str, str]]) -> None:
    found = nominal(rows)
    assert found is None or found <= 1
    same = nominal([(one, one) for one, _ in rows])
    assert same is None if len({one for one, _ in rows}) == 1 else same == pytest.approx(1)


@given(values)
def test_it_does_not_matter_who_is_who_nor_what_values_are_called(rows: list[tuple[str, str]]) -> None:
    swapped = nominal([(other, one) for one, other in rows])
    renamed = nominal([(one.upper() * 2, other.upper() * 2) for one, other in rows])
    assert nominal(rows) == pytest.approx(swapped) == pytest.approx(renamed)


def test_where_nothing_can_be_compared_there_is_no_alpha() -> None:
    assert nominal([]) is None
    assert nominal([("a", None)]) is None
    assert unitizing([]) is None
    assert unitizing([Continuum(100, [[], []])]) is None


def at_random(source: random.Random, number: int, length: int, size: int) -> list[Span]:
    starts: list[int] = []
    while len(starts) < number:
        start = source.randrange(length - size)
        if all(abs(start - other) >= size for other in starts):
            starts.append(start)
    return [Span(start, start + size) for start in sorted(starts)]


def test_units_thrown_at_random_agree_as_chance_would_have_it() -> None:
    source = random.Random(3)
    drawn = [
        unitizing([Continuum(2000, [at_random(source, 10, 2000, 30), at_random(source, 10, 2000, 30)])])
        for _ in range(300)
    ]
    assert sum(one for one in drawn if one is not None) / len(drawn) == pytest.approx(0, abs=0.06)


def test_the_same_units_agree_and_small_shifts_cost_little() -> None:
    units = at_random(random.Random(5), 10, 2000, 30)
    shifted = [Span(span.start + 3, span.end + 3) for span in units]
    assert unitizing([Continuum(2000, [units, units])]) == pytest.approx(1)
    near = unitizing([Continuum(2010, [units, shifted])])
    far = unitizing([Continuum(2010, [units, at_random(random.Random(6), 10, 2000, 30)])])
    assert near is not None
    assert far is not None
    assert 1 > near > 0.9 > far


def test_texts_lie_end_to_end() -> None:
    units = [Span(10, 30), Span(50, 70)]
    parts = [Continuum(40, [[Span(10, 30)], [Span(12, 30)]]), Continuum(60, [[Span(10, 30)], []])]
    whole = Continuum(100, [units, [Span(12, 30)]])
    assert unitizing(parts) == pytest.approx(unitizing([whole]))
