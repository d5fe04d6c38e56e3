"""A made-up hub of any size: articles with the records they refer to, the same on every machine.

An article is about 9 kB of Markdown: headings, lists, tables, links, footnotes and code. Links between documents are
written here in one notation, `[[folder/id|label]]`, which each tool's writer translates.
"""

import random
from dataclasses import dataclass, field

BODY_LENGTH = 9_000
SECTIONS = ["explainers", "guides", "briefings", "dispatches"]

WORDS = """
access account across agenda agreement allow among annex answer approach article assembly assess authority balance
before benefit between body border broad budget build capacity carry cause central chair change charge choice
citizen civil clause close common community compare concern condition conference connect consent consider consult
content contract control council country course cover crisis culture custom data debate decide declare define
delegate demand depend design detail develop device differ digital direct discuss document domain draft duty early
economy editor effect effort enable encourage engage ensure equal establish evidence examine example exchange
expand expert explain express extend fair figure final finance follow force foreign forum framework freedom fund
further future gather general global goal govern ground group growth guide handle hear identify impact implement
improve include increase independent indicate industry influence inform initiative inquiry institute instrument
interest internet invite involve issue joint judge justice knowledge language launch law lead learn level limit
listen local machine maintain majority manage mandate market matter measure meet member message method minister
minority mobile model monitor motion national nature need negotiate network notice number object observe obtain
offer office open operate oppose option order organise outcome paper parliament part party pattern people period
permit person place plan platform plenary point policy position power practice prepare present press principle
private problem process produce programme project promise promote proposal protect provide public publish purpose
question raise reach reason record reduce reform region register regulate reject relate rely report represent
request require research resolve resource respect respond result review rights role rule safety scope section
sector secure seek serve service session share society source speak standard state statement step strategy
strength structure study submit suggest support survey system table target technical term text timely together
topic trade transfer transparent treaty trust union update value version view voice vote weight wide witness work
""".split()


class Dice(random.Random):
    """Draws by `random()` alone, the one method whose sequence Python promises to keep."""

    def below(self, end: int) -> int:
        return int(self.random() * end)

    def choice(self, options):
        return options[self.below(len(options))]

    def several(self, options, most: int) -> list:
        """From one to so many different options, in their order."""
        chosen = {self.below(len(options)) for _ in range(1 + self.below(most))}
        return [options[index] for index in sorted(chosen)]


@dataclass
class Record:
    id: str
    title: str
    summary: str


@dataclass
class Article:
    id: str
    section: str
    title: str
    summary: str
    date: str
    updated: str
    review: str
    authors: list[str]
    issues: list[str]
    meetings: list[str]
    library: list[str]
    tags: list[str]
    body: str


@dataclass
class Corpus:
    issues: list[Record] = field(default_factory=list)
    meetings: list[Record] = field(default_factory=list)
    people: list[Record] = field(default_factory=list)
    terms: list[Record] = field(default_factory=list)
    resolutions: list[Record] = field(default_factory=list)
    library: list[Record] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)


def make_corpus(article_count: int) -> Corpus:
    """The same articles and records for the same count."""
    return Writer(article_count).corpus


class Writer:
    def __init__(self, article_count: int):
        self.dice = Dice(20_261_109)
        self.sentences = self.make_sentences()
        corpus = Corpus()
        corpus.issues = self.records("issue", 30)
        corpus.meetings = self.records("meeting", 40)
        corpus.people = self.records("person", 50)
        corpus.library = self.records("publication", 40)
        corpus.terms = [
            Record(f"term-{n}", f"{self.dice.choice(WORDS).capitalize()} {WORDS[n]}", self.dice.choice(self.sentences))
            for n in range(100)]
        corpus.resolutions = self.records("resolution", 20)
        self.corpus = corpus
        self.names = [(f"article-{n:05}", self.dice.choice(SECTIONS), self.title(n)) for n in range(article_count)]
        corpus.articles = [self.article(*name) for name in self.names]

    def make_sentences(self):
        return [self.sentence() for _ in range(3_000)]

    def sentence(self) -> str:
        words = [self.dice.choice(WORDS) for _ in range(7 + self.dice.below(12))]
        if self.dice.below(4) == 0:
            words[len(words) // 2] += ","
        return " ".join(words).capitalize() + "."

    def title(self, number: int) -> str:
        words = " ".join(self.dice.choice(WORDS) for _ in range(4))
        return f"{words.capitalize()}, part {number}"

    def paragraph(self, length: int = 4) -> str:
        return " ".join(self.dice.choice(self.sentences) for _ in range(length))

    def records(self, kind: str, count: int) -> list[Record]:
        return [Record(f"{kind}-{n}", f"{self.title(n)} ({kind})", self.paragraph(2)) for n in range(1, count + 1)]

    def day(self, first_year: int) -> str:
        return f"{first_year + self.dice.below(8)}-{1 + self.dice.below(12):02}-{1 + self.dice.below(28):02}"

    def article(self, name: str, section: str, title: str) -> Article:
        corpus, dice = self.corpus, self.dice

        def ids(records: list[Record], most: int) -> list[str]:
            return [record.id for record in dice.several(records, most)]

        return Article(
            id=name, section=section, title=title, summary=self.paragraph(2), date=self.day(2014),
            updated=self.day(2022), review=self.day(2027), authors=ids(corpus.people, 2),
            issues=ids(corpus.issues, 3), meetings=ids(corpus.meetings, 2), library=ids(corpus.library, 3),
            tags=dice.several(WORDS, 4), body=self.body())

    def body(self) -> str:
        body = f"{self.paragraph(5)}\n\n{self.paragraph(4)}\n"
        number = 0
        while len(body) < BODY_LENGTH - 600:
            number += 1
            body += "".join(f"\n{block}\n" for block in self.part(number))
        return body

    def part(self, number: int) -> list[str]:
        """A part under a heading of its own, each with something else in it."""
        dice, corpus = self.dice, self.corpus
        words = [dice.choice(WORDS) for _ in range(3)]
        blocks = [f"## {' '.join(words).capitalize()} {number}", self.paragraph_with_links(), self.paragraph(5)]
        match number % 6:
            case 1:
                blocks.append("\n".join(f"- {dice.choice(self.sentences)}" for _ in range(5)))
            case 2:
                rows = [f"| {dice.choice(WORDS)} | {dice.choice(self.sentences)} | {dice.below(1_000)} |" for _ in range(6)]
                blocks.append("\n".join(["| What | Why | Votes |", "| --- | --- | ---: |"] + rows))
            case 3:
                blocks += [
                    f"{dice.choice(self.sentences)}[^{number}]",
                    f"[^{number}]: {dice.choice(self.sentences)}",
                ]
            case 4:
                blocks.append("```json\n" + "\n".join(f'{{"{dice.choice(WORDS)}": {n}}}' for n in range(6)) + "\n```")
            case 5:
                blocks += [f"### {dice.choice(WORDS).capitalize()} in detail {number}", f"> {self.paragraph(3)}"]
            case 0:
                blocks.append("\n".join(f"{n}. {dice.choice(self.sentences)}" for n in range(1, 5)))
        term = dice.choice(corpus.terms).title
        blocks.append(f"{dice.choice(self.sentences)} For *{dice.choice(WORDS)}* the {term.lower()} is **{dice.choice(WORDS)}**.")
        return blocks

    def paragraph_with_links(self) -> str:
        dice, corpus = self.dice, self.corpus
        other, section, title = dice.choice(self.names)
        folder, record = dice.choice([("issues", dice.choice(corpus.issues)), ("meetings", dice.choice(corpus.meetings))])
        return (
            f"{dice.choice(self.sentences)} See [[{section}/{other}|{title}]] and [[{folder}/{record.id}|{record.title}]]. "
            f"{dice.choice(self.sentences)} Resolution {1 + dice.below(20)} says so.")
