import random
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from insiktskarta.query import alike, similar, trigram_sets, whole
from insiktskarta.query.similar import normal, pairs, score, trigrams
from insiktskarta.query.tally import at_least, bits

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


def told(texts, threshold, most, **sizes):
    """What is told of many texts, with other sizes of what is looked at in one go."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(similar, "_FEW", 0)
        for name, size in sizes.items():
            module, constant = name.split("__")
            patch.setattr({"alike": alike, "sets": trigram_sets, "whole": whole}[module], constant, size)
        return list(pairs(texts, threshold, most))


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


SIZES = st.fixed_dictionaries(
    {
        "alike___BLOCK": st.integers(1, 5),
        "alike___WIDEST": st.sampled_from((1, 1.3, 9)),
        "alike___LOOKED_FOR": st.sampled_from((1, 40)),
        "alike___MOST_ASKING": st.integers(1, 5),
        "alike___COMPARED": st.integers(1, 5),
        "alike___TURN": st.integers(1, 3),
        "alike___SURE": st.sampled_from((0.01, 0.15, 0.9)),
        "sets___PORTION": st.integers(1, 5),
        "whole___PORTION": st.integers(1, 5),
        "whole___BITS": st.sampled_from((1, 7, 64, 4096)),
    }
)


@given(TEXTS, st.sampled_from(THRESHOLDS), st.integers(1, 20), SIZES)
def test_many_texts_are_told_of_as_few_are(texts, threshold, most, sizes):
    few = {(pair.first, pair.second, pair.score) for pair in pairs(texts, threshold, most)}
    many = [(pair.first, pair.second, pair.score) for pair in told(texts, threshold, most, **sizes)]
    assert set(many) == few
    assert len(many) == len(few)


@pytest.mark.parametrize("threshold", [0.3, 0.65, 0.9])
def test_a_thousand_texts_are_told_of_as_if_every_two_were_compared(threshold):
    made = random.Random(7)  # noqa: S311 - the same texts every time
    syllables = ("ba", "be", "bo", "bå", "da", "dö", "fra", "gång", "hem", "kö", "mat", "ning", "skol", "väg")
    words = ["".join(made.choices(syllables, k=made.randint(1, 4))) for _ in range(60)]
    texts = [" ".join(made.choices(words, k=made.randint(1, 25))) for _ in range(900)]
    for text in texts[:100]:
        own = text.split()
        own[made.randrange(len(own))] = made.choice(words)
        texts.append(" ".join(own))
    many = {(pair.first, pair.second, pair.score) for pair in told(texts, threshold, len(texts))}
    assert {pair[:2] for pair in many} == brute_force(texts, threshold)
    assert all(alike == score(trigrams(texts[one]), trigrams(texts[other])) for one, other, alike in many)


@given(st.lists(st.integers(0, 2**70 - 1), min_size=1, max_size=20), st.integers(1, 25))
def test_bits_that_enough_masks_have(masks, need):
    row, column = np.array(
        [(row, bit) for row, mask in enumerate(masks) for bit in range(70) if mask >> bit & 1] or [(0, 0)]
    ).T
    if not any(masks):
        row, column = row[:0], column[:0]
    counted = at_least(bits(row, column, (len(masks), 70)), need)
    octets = np.unpackbits(counted.view(np.uint8), bitorder="little")
    assert np.flatnonzero(octets).tolist() == [
        bit for bit in range(70) if sum(mask >> bit & 1 for mask in masks) >= need
    ]


@given(TEXTS, st.sampled_from(THRESHOLDS))
def test_normal_texts_are_compared_as_the_texts_are(texts, threshold):
    assert list(pairs(map(normal, texts), threshold, normal=True)) == list(pairs(texts, threshold))


@pytest.mark.parametrize("texts", [[], [""], ["", "…"], ["å"], ["å", "Å"], ["", "å", "ö"]])
def test_nothing_is_compared_with_nothing(texts):
    expected = [(0, 1, 1.0)] if texts == ["å", "Å"] else []
    assert [(pair.first, pair.second, pair.score) for pair in told(texts, 0.65, 20)] == expected


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
