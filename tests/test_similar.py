import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.query.similar import normal, pairs, score, trigrams

THRESHOLDS = (0.2, 0.5, 0.65, 0.8, 0.95, 1.0)


def brute_force(texts, threshold):
    sets = [trigrams(text) for text in texts]
    return {
        (one, other)
        for other in range(len(texts))
        for one in range(other)
        if score(sets[one], sets[other]) >= threshold
    }


def found(texts, threshold):
    return {(pair.first, pair.second) for pair in pairs(texts, threshold, most=len(texts) + 1)}


WORDS = st.sampled_from(
    ["unga", "ungdomar", "vill", "ringa", "ringer", "en", "telefonkö", "kön", "väg", "väga", "å"]
)
TEXTS = st.lists(
    st.one_of(st.lists(WORDS, max_size=7).map(" ".join), st.text("abå -", max_size=12), st.text(max_size=6)),
    max_size=14,
)


@given(TEXTS, st.sampled_from(THRESHOLDS))
def test_finds_what_comparing_every_two_finds(texts, threshold):
    assert found(texts, threshold) == brute_force(texts, threshold)


@given(TEXTS, st.sampled_from(THRESHOLDS), st.integers(1, 3))
def test_of_every_two_that_are_alike_one_is_told_of_however_few_are_asked_for(texts, threshold, most):
    every = brute_force(texts, threshold)
    some = {(pair.first, pair.second) for pair in pairs(texts, threshold, most)}
    assert some <= set(every)
    told = {place for pair in some for place in pair}
    assert all(told & set(pair) for pair in every)


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_score_is_the_same_both_ways_and_between_nothing_and_one(one, other):
    forth, back = score(trigrams(one), trigrams(other)), score(trigrams(other), trigrams(one))
    assert forth == back
    assert 0.0 <= forth <= 1.0


def test_a_text_is_wholly_like_itself_whatever_its_signs_and_capitals():
    assert score(trigrams("Unga vill ha en väg in."), trigrams("unga VILL ha en  väg – in!")) == 1.0
    assert normal("Unga vill ha\nen väg in.") == normal("unga VILL ha en  väg – in!")


def test_trigrams_are_those_of_words_with_a_blank_on_each_side():
    assert trigrams("Ett kök") == {" et", "ett", "tt ", " kö", "kök", "ök "}
    assert trigrams("å") == {" å "}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
            "Ungdomar orkar söka hjälp en gång. Möts de av en telefonkö ger de upp.",
        ),
        (
            "Den som arbetar kan bara höra av sig på lunchen, och just då är mottagningen stängd.",
            "Den som jobbar kan bara höra av sig på lunchen, och då är mottagningen stängd.",
        ),
    ],
)
def test_one_sentence_in_two_wordings_is_found(one, other):
    assert found([one, "Något helt annat om skolmat.", other], 0.65) == {(0, 2)}


def test_a_thousand_copies_of_a_template_give_few_pairs_in_short_time():
    texts = [
        f"Unga vill ha en kort väg in och inte fem telefonnummer, grupp {number}" for number in range(1000)
    ]
    begun = time.process_time()
    given_ = list(pairs(texts, most=5))
    assert len(given_) <= 5 * len(texts)
    assert time.process_time() - begun < 5
