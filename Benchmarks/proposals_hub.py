"""Writes a hub of made-up proposals: as many as asked for, on 30 issues, by 40 actors, at 8 meetings, of which one has most."""

from pathlib import Path

from corpus import WORDS, Dice
from hubwright_hub import write

ISSUES, ACTORS, TEXTS, MEETINGS = 30, 40, 60, 8
FORMS = ["new-resolution", "amendment", "position"]
OUTCOMES = ["adopted", "adopted-with-changes", "rejected", "withdrawn", "no-consensus"]


def write_proposals_hub(size: int, folder: Path) -> None:
    dice = Dice(1865)
    content = folder / "site-content"
    for name in ["issues", "meetings", "actors", "bodies", "resolutions", "proposals", "library"]:
        (content / name).mkdir(parents=True, exist_ok=True)
    write(content / "hub.yaml", HUB)
    write(content / "bodies/bodies.yaml", "- {id: assembly, title: Assembly}\n")
    write(content / "library/library.yaml", "- {id: paper, title: A paper, url: 'https://example.org/paper'}\n")
    write(content / "issues/issues.yaml", rows(ISSUES, lambda n: f"{{id: issue-{n}, title: {title(dice)}, stance: to-watch}}"))
    write(content / "actors/actors.yaml", rows(ACTORS, lambda n: f"{{id: actor-{n}, title: {title(dice)}, type: bloc}}"))
    write(content / "resolutions/resolutions.yaml", rows(TEXTS, lambda n: f"{{id: text-{n}, title: {title(dice)}, organ: assembly, number: {n}}}"))
    write(content / "meetings/meetings.yaml", rows(MEETINGS, meeting))
    for number in range(MEETINGS):
        share = range(number * size // 20, (number + 1) * size // 20) if number < MEETINGS - 1 else range((MEETINGS - 1) * size // 20, size)
        write(content / f"proposals/meeting-{number}.yaml", "".join(proposal(dice, n, number, share) for n in share))


def proposal(dice: Dice, number: int, meeting: int, others: range) -> str:
    """Who asks is drawn so that few ask much and many little, as it is; every twentieth opposes the one before."""
    proposers = sorted({int(ACTORS * dice.random() ** 2) for _ in range(1 + dice.below(3))}) if dice.random() < 0.85 else []
    lines = [
        f"- id: ask-{number}", "  sources: [{library: paper}]", f"  issue: issue-{dice.below(ISSUES)}", f"  meeting: meeting-{meeting}",
        f"  proposers: [{', '.join(f'actor-{n}' for n in proposers)}]", f"  asks: {' '.join(dice.choice(WORDS) for _ in range(14)).capitalize()}.",
        f"  form: {dice.choice(FORMS)}", f"  touches: [text-{dice.below(TEXTS)}]",
    ]
    if number % 20 == 19 and number > others.start:
        lines.append(f"  opposes: [ask-{number - 1}]")
    if dice.random() < 0.6:
        lines += [f"  outcome: {dice.choice(OUTCOMES)}", "  outcome_confidence: sourced", "  outcome_sources: [{library: paper}]"]
        if dice.random() < 0.4:
            lines[-2:] = ["  outcome_confidence: inferred"]
    return "\n".join(lines) + "\n"


def rows(count: int, row) -> str:
    return "".join(f"- {row(number)}\n" for number in range(count))


def title(dice: Dice) -> str:
    return f"{dice.choice(WORDS)} and {dice.choice(WORDS)} {dice.choice(WORDS)}".capitalize()


def meeting(number: int) -> str:
    return f"{{id: meeting-{number}, title: Conference {2000 + 3 * number}, type: session, organ: assembly, start: {2000 + 3 * number}-03-01, confidence: memory}}"


HUB = """\
title: A hub to measure
address: https://hub.example.org/
language: en
time_zone: Europe/Zurich
meeting_types: [{id: session, title: Session}]
citations: [{write: "Resolution {number}", organ: assembly}]
"""
