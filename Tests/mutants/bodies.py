"""Sources that hold many mutants at once, of which the environment chooses one when they run.

The body of each function with mutants is written once for each of them and once as it is: `{ if isMutant(7) { … } else { … } }`. A hub's
program is so built once for all its mutants.
"""

import re
from dataclasses import dataclass

from places import code_of

VARIABLE = "HUBWRIGHT_MUTANT"

# What each target gets, so that its bodies can ask.
SWITCH = f"""import Foundation

private let chosenMutant = ProcessInfo.processInfo.environment["{VARIABLE}"].flatMap {{ Int($0) }}

@inline(never) func isMutant(_ number: Int) -> Bool {{ chosenMutant == number }}
"""

# What may have a body: its braces follow after parameters, results and conditions.
HEAD = re.compile(r"\b(?:func\s+[^\s(<]+\s*(?=[(<])|init[?!]?\s*(?=[(<])|subscript\s*(?=[(<])|var\s+\w+\s*:(?=[^={}\n]+\{))")
# Bodies of accessors are several.
ACCESSORS = re.compile(r"\s*(?:get|set|willSet|didSet|_read|_modify)\b")


@dataclass
class Guarded:
    """A source with its mutants, and which of its lines belong to which of them."""

    text: str
    # (first line, last line, numbers): an error on one of these lines, from 1, is one of these mutants.
    owners: list

    def mutants_at(self, line):
        return [number for first, last, numbers in self.owners if first <= line <= last for number in numbers]


def bodies_of(text):
    """The outermost bodies of functions, from behind the opening brace to the closing one."""
    code = code_of(text)
    bodies = []
    for head in HEAD.finditer(code):
        if bodies and head.start() < bodies[-1][1]:
            continue
        start = _opening_brace(code, head.end())
        if start is None or ACCESSORS.match(code, start):
            continue
        if (end := _closing_brace(code, start)) is not None:
            bodies.append((start, end))
    return bodies


def guarded(text, mutants):
    """The source with these mutants, by their numbers; those outside of a function are left out of it, and of `owners`."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    written, owners, position, line = [], [], 0, 1

    def write(part, numbers=()):
        nonlocal line
        written.append(part)
        last = line + part.count("\n")
        if numbers:
            owners.append((line, last, list(numbers)))
        line = last

    for start, end in bodies_of(text):
        inside = {number: mutant for number, mutant in mutants.items() if start <= starts[mutant.line] + mutant.start < end}
        if not inside:
            continue
        write(text[position:start])
        for number, mutant in inside.items():
            place = starts[mutant.line]
            write(f"\nif isMutant({number}) {{\n", [number])
            write(text[start:place + mutant.start] + mutant.replacement + text[place + mutant.end:end], [number])
            write("\n} else", [number])
        write(" {\n")
        write(text[start:end], list(inside))
        write("\n}\n")
        position = end
    write(text[position:])
    return Guarded("".join(written), owners)


def _opening_brace(code, position):
    """Behind the brace that a body begins with; nil where a declaration has none, as in a protocol."""
    depth = 0
    while position < len(code):
        letter = code[position]
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif depth == 0 and letter == "{":
            return position + 1
        elif depth == 0 and (letter == "}" or letter == "\n" and re.match(r"\s*(?:$|\}|(?:@|package |public |private |static |func |var |let |init))", code[position + 1:position + 60])):
            return None
        position += 1
    return None


def _closing_brace(code, position):
    depth = 1
    while position < len(code):
        if code[position] == "{":
            depth += 1
        elif code[position] == "}":
            depth -= 1
            if depth == 0:
                return position
        position += 1
    return None
