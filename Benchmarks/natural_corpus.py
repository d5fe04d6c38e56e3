"""A corpus whose words are spread as in a language: few are frequent, and every page has some that hardly another has.

For measuring a search, whose index would be small for the few hundred words of `corpus.py`.
"""

from itertools import accumulate

from corpus import Dice, Writer

FREQUENT = """
the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she
there would their we him been has when who will no more if out so up what its about into than them can only other time new some could these
two may first then do any like my now over such our man me even most made after also did many off before must well back through years where
""".split()
KINDS = 150_000
ONSETS = "b c d f g h j k l m n p r s t v w b c d f g h l m n p r s t r s t br tr st sh th ch pl".split()
VOWELS = "a e i o u a e i o e ea ou".split()
ENDS = ["", "", "", "", "n", "r", "s", "t", "l", "m"]
SUFFIXES = ["", "", "", "", "s", "ed", "ing", "er", "ation", "al", "ly", "ity"]


class FreshSentences:
    """A list that makes a sentence anew whenever one is taken."""

    def __init__(self, make):
        self.make = make

    def __len__(self):
        return 1_000

    def __getitem__(self, index):
        return self.make()


class NaturalWriter(Writer):
    def make_sentences(self):
        self.words = made_up_words(Dice(7))
        # Zipf's law in Mandelbrot's form.
        self.weights = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(len(self.words))))
        return FreshSentences(self.sentence)

    def sentence(self) -> str:
        return " ".join(self.dice.choices(self.words, cum_weights=self.weights, k=7 + self.dice.below(16))).capitalize() + "."

    def title(self, number: int) -> str:
        words = [self.words[len(FREQUENT) + int(self.dice.random() ** 3 * 30_000)] for _ in range(4)]
        return f"{' '.join(words).capitalize()} {number}"


def made_up_words(dice: Dice) -> list[str]:
    """Real words where frequent, then ones of one to three syllables, the shorter the more frequent."""
    words, known = list(FREQUENT), set(FREQUENT)
    while len(words) < KINDS:
        syllables = 1 + (len(words) > 700) + (len(words) > 5_000) * dice.below(2) + (len(words) > 40_000)
        stem = "".join(dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(ENDS) for _ in range(syllables))
        word = stem + dice.choice(SUFFIXES)
        if word not in known:
            known.add(word)
            words.append(word)
    return words
