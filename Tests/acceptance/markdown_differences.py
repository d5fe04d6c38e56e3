"""The examples of other specifications that read differently here, by the reason, the specification and its number there."""

# What a hub refuses, by the code of the fault that the example has.
REFUSED = {
    "dangerous-link": {"commonmark": [500, 596, 598, 599, 601], "gfm": [628]},
    "missing-alternative-text": {"commonmark": [581]},
    "raw-html": {"commonmark": [21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 180, 184, 185, 186, 187, 188, 189, 190, 191, 201, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 630, 631, 642, 643], "gfm": [652]},
}

# What reads otherwise.
OTHERWISE = {
    "a table without rows has an empty body": {"gfm": [205]},
    "a task has a sign in place of a box": {"gfm": [279, 280]},
    "comments of version 0.31, which the parser does not know": {"commonmark": [625, 626]},
    "strong text within strong text is kept": {"commonmark": [389, 417, 425, 426, 427, 464, 465, 466, 468]},
    "two brackets are a wikilink": {"commonmark": [548, 590]},
}
