"""The places of a Swift source where a small edit would change what it does."""

import re
from dataclasses import dataclass

# What is looked for in code, and what is written instead. Spaces belong to operators, so that generics and arrows are none; what never
# compiles is not tried, such as texts with a minus between them.
PATTERNS = [
    (r" == ", [" != "]), (r" != ", [" == "]), (r" < ", [" <= ", " > "]), (r" > ", [" >= ", " < "]), (r" <= ", [" < "]), (r" >= ", [" > "]),
    (r" && ", [" || "]), (r" \|\| ", [" && "]), (r" \+ 1\b", ["", " + 2"]), (r" - 1\b", ["", " - 2"]), (r"(?<!\0) \+ (?!1\b|\0)", [" - "]), (r" - (?!1\b)", [" + "]),
    (r" \+= ", [" -= "]), (r" -= ", [" += "]), (r"\.\.<", ["..."]), (r"\.\.\.(?=[\w(])", ["..<"]),
    (r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"\bmin\(", ["max("]), (r"\bmax\(", ["min("]),
    (r"\.first\b(?![:(])", [".last"]), (r"\.last\b(?![:(])", [".first"]), (r"(?<=[ (])!(?=[\w(])", [""]), (r"\bcontinue\b", ["break"]),
    (r"\bguard (?!let|var|case)([^,{]+?) else \{", ["guard true else {", r"guard !(\1) else {"]),
    (r"(?<!else )\bif (?!let|var|case|#)([^,{]+?) \{", ["if false {", r"if !(\1) {"]),
    (r", (?!let |var |case )([^,{}()\[\]]*(?:\([^()]*\))?[^,{}()\[\]]*) (?=\{$|else \{)", [" "]),
    (r" \? (.+?) : (.+?)(?=[,)]|$)", [r" ? \2 : \1"]), (r"(?<!\$)\b(\d+)\b(?=[^\w.]|$)", ["0", "1"]), (r" \?\? 0\b", [" ?? 1"]),
    (r"^\s+\w[\w.]*\.(?:append|insert|removeAll|removeLast|sort|formUnion)\b.*\)$", [""]),
]

# Lines that say what there is and not what is done.
DECLARATION = re.compile(r"^\s*(?:import|#|@|case|//)|\b(?:struct|enum|class|extension|protocol|func|init|typealias)\b")


@dataclass(frozen=True)
class Mutant:
    path: str
    # From 0.
    line: int
    start: int
    end: int
    replacement: str
    old_line: str

    @property
    def target(self):
        return self.path.split("/")[1]

    @property
    def new_line(self):
        return self.old_line[:self.start] + self.replacement + self.old_line[self.end:]

    @property
    def key(self):
        return f"{self.path}:{self.line + 1}:{self.start}: {self.new_line.strip()}"

    def applied_to(self, text):
        lines = text.split("\n")
        assert lines[self.line] == self.old_line
        lines[self.line] = self.new_line
        return "\n".join(lines)

    def __str__(self):
        return f"{self.path}:{self.line + 1}:{self.start + 1}: '{self.old_line[self.start:self.end].strip()}' becomes '{self.replacement.strip()}'"


def mutants_of(path, text):
    mutants = {}
    for number, (line, code) in enumerate(zip(text.split("\n"), code_of(text).split("\n"))):
        if DECLARATION.search(code):
            continue
        for pattern, replacements in PATTERNS:
            for match in re.finditer(pattern, code):
                for replacement in replacements:
                    # A group that holds a text or comment is not whole in the code.
                    groups = [line[match.start(group):match.end(group)] for group in range(1, (match.re.groups or 0) + 1)]
                    written = re.sub(r"\\(\d)", lambda found: groups[int(found[1]) - 1], replacement)
                    mutant = Mutant(path, number, match.start(), match.end(), written, line)
                    if mutant.new_line != line:
                        mutants[mutant.key] = mutant
    return list(mutants.values())


def code_of(text):
    """The text with its comments and the insides of its literals blanked, all else at its place."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|"""(?:\\.|[^\\])*?"""|#"[^\n]*?"#|"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"', re.DOTALL)
    return token.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), text)
