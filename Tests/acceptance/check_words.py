"""The script of the search folds every sign of Unicode as the program does, which wrote down digests of what it makes of each."""

from pathlib import Path

from browser import chromium

ROOT = Path(__file__).resolve().parent.parent.parent
DIGESTS = ROOT / "Tests/Fixtures/folded-signs/digests.txt"

# What the script makes of the signs from one number to another, a line each; signs of scripts without spaces are marked.
FOLD = """([first, last]) => {
  let lines = "";
  for (let sign = first; sign <= last; sign++) {
    const words = hubwrightIndex("").words(String.fromCodePoint(sign));
    lines += words.map(word => (word.isUnspaced ? "~" : "") + word.word).join(" ") + "\\n";
  }
  return lines;
}"""


def check_words(_):
    """Folds the signs in Chromium with the script of the default theme, and compares."""
    rows = [line.split() for line in DIGESTS.read_text().splitlines()]
    faults = []
    with chromium() as browser:
        tab = browser.new_page()
        tab.add_script_tag(path=ROOT / "templates/assets/search-index.js")
        for first, last, digest in rows:
            lines = tab.evaluate(FOLD, [int(first, 16), int(last, 16)])
            if f"{fnv1a(lines.encode()):016x}" != digest:
                faults.append(f"the signs from U+{first.upper()} to U+{last.upper()} are folded otherwise")
    return f"{sum(int(last, 16) - int(first, 16) + 1 for first, last, _ in rows):,} signs folded alike", faults


def fnv1a(octets):
    """The digest of Sources/Formats/Digest.swift."""
    digest = 0xCBF29CE484222325
    for octet in octets:
        digest = (digest ^ octet) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return digest
