extension DiagnosticCode {
  /// What the fault means and why it matters, in whole sentences for writers.
  package var explanation: String {
    switch self {
    case .unreadableFile:
      "The file or folder cannot be read: its permissions forbid it, or a symbolic link leads nowhere, in a circle, out of the hub or to what the hub keeps back."
    case .invalidEncoding:
      "The file holds bytes that are not UTF-8. Save it again as UTF-8, without a byte-order mark of another encoding."
    case .fileTooLarge:
      "A text file of a hub holds at most two megabytes; nobody can review a larger one."
    case .unfinishedMerge:
      "Where two writers changed one place, git leaves both texts between lines of '<<<<<<<' and '>>>>>>>'. A person has to choose, or readers would see both."
    case .invalidFileName:
      "A file's name is its id and part of its address, so it consists of lower-case letters, digits and hyphens, before an optional language and the extension."
    case .unpublishedFile:
      "A file is published where a page links to it or shows it, or where it lies in site-content/files, which is copied to the root of the site as it is. Nobody finds any other, and it may have been left there by a program."
    case .activePicture:
      "A drawing (SVG) is published as it is, and whoever opens it would run its scripts and ask other hosts for what it names. It holds shapes and texts alone."
    case .unknownFolder:
      "Every folder of site-content holds one kind of document. A folder of articles has to be declared under sections in hub.yaml."
    case .missingHubFile:
      "A hub is described by site-content/hub.yaml; without it no page can be named or addressed."
    case .unknownLanguage:
      "A document's language, the part between its id and the extension, is one of the languages listed in hub.yaml."
    case .unclosedFrontMatter:
      "Front matter begins with a line --- and ends with another; without the second one the whole text would be fields."
    case .missingFrontMatter:
      "A document begins with front matter: a line ---, its fields in YAML, and a line ---."
    case .invalidYAML:
      "The fields are written in YAML, and this is not YAML. Often a colon in a text, or a line that is not indented like its neighbours, is the cause."
    case .duplicateField:
      "A field is given once in a document; YAML would silently keep only one of the two."
    case .unknownField:
      "The kind of the document has no such field; it would be ignored, and what it says would be missing from the site."
    case .missingField:
      "The kind of the document needs this field."
    case .wrongType:
      "The field holds another type of value: a text, a list, a number, true or false, or a group of fields."
    case .invalidDate:
      "Dates are written 2026-11-09; where only a part is known, 2026-11 or 2026. Times are written 2026-11-09T10:00."
    case .invalidTimeZone:
      "Time zones are named as in the IANA database, such as Europe/Zurich."
    case .unreadableSource:
      "A calendar to import has the form of RFC 5545, and a table that of RFC 4180 with a header, both in UTF-8."
    case .missingTimeZoneData:
      "Calendars say how a zone's clocks go, as the system's time-zone data has it, and this system lacks the zone."
    case .invalidChoice:
      "The field takes one of a few words, and this is none of them."
    case .invalidAddress:
      "An address of a page outside the hub begins with https:// or http:// and holds no spaces; an old address within the hub is a relative path."
    case .invalidRule:
      "A deadline's rule is written like '4 months before the opening' or '2 weeks after the close'."
    case .invalidOutline:
      "A shape of the map is an SVG path of straight lines: it begins with M, and holds whole numbers, spaces, and the letters M, L, H, V and Z in either case."
    case .invalidID:
      "An id consists of lower-case letters, digits and hyphens."
    case .endsBeforeItStarts:
      "The end of a meeting or session cannot lie before its start."
    case .missingSection:
      "Articles of this kind share one template, so that readers can compare them; each heading of the template has to be there, in its order."
    case .deadlineWithoutDate:
      "A deadline has a date or a rule from which the date follows, and only one of the two."
    case .rawHTML:
      "Raw HTML is not allowed in content: it cannot be checked, and does not work in books. Write Markdown, a wikilink or a derived block."
    case .dangerousLink:
      "A link may use https, http, mailto, tel or a path within the hub. Other schemes can run code in the reader's browser."
    case .nestedLink:
      "A link cannot stand within another link, since a reader could not tell which of the two is followed."
    case .emptyLink:
      "A link has words that say where it leads; without them there is nothing to select, and nothing for a screen reader to say."
    case .tooComplex:
      "The text has so many nested or unclosed marks that reading it could take minutes; it is hardly meant so."
    case .invalidHeading:
      "Headings in a text begin at level 2, since the title is level 1."
    case .skippedHeadingLevel:
      "A heading is at most one level below the one before it, so that screen readers can follow the structure."
    case .unclosedWikilink:
      "A wikilink begins with [[ and ends with ]] on the same line."
    case .unclosedFence:
      "Behind three backticks or tildes all is shown as it is written, until a line of as many ends it, or else to the end of the text."
    case .droppedCell:
      "A row of a table has more cells than the head has columns; those beyond are left out of the page."
    case .unreadMark:
      "The signs look like markup of another program, or like Markdown with a slip, and readers would see them as they stand."
    case .unresolvedFootnote:
      "A footnote that the text refers to stands below it, on a line that begins with the same mark and a colon: [^1]: the note."
    case .unusedFootnote:
      "A footnote is shown where the text refers to it, and only the first of one name; this one would be missing from the page."
    case .unknownBlock:
      "A fenced block whose info string is a name in braces is filled from the records; there is no such block."
    case .missingAlternativeText:
      "An image needs a text alternative for those who do not see it: ![what it shows](file)."
    case .duplicateID:
      "Two documents of one kind have the same id, or are known to a register as one, so that nothing could tell them apart."
    case .duplicateAddress:
      "Two pages would be written to one address, and one of them would be lost."
    case .unresolvedReference:
      "The field names a document that does not exist."
    case .unresolvedLink:
      "The link leads to a file that does not exist in the hub."
    case .unresolvedWikilink:
      "No document answers to the name in the wikilink."
    case .hiddenTarget:
      "A link or a field names a document that readers do not see, or will not see from some day on, because of a 'publish' or 'expire'. The site is built all the same, with the link as plain text."
    case .ambiguousWikilink:
      "More than one document answers to the name in the wikilink; write its folder before it."
    case .unresolvedAnchor:
      "The page has no heading with this anchor."
    case .absentSection:
      "A section that is made of records stands on a page while there is something to show in it; meanwhile the link leads to the page."
    case .circularReference:
      "Documents that contain each other in a circle cannot be shown as a tree."
    case .duplicatePart:
      "Two articles are the same part of one series."
    case .untranslatedOriginalMissing:
      "A translation stands beside its original in the hub's main language; there is none."
    case .futureDate:
      "The day on which a page was published lies ahead, and the page is published today all the same; 'publish' is the field that holds a page back until its day."
    case .updatedBeforeDate:
      "A page was changed after it was published, so 'updated' is not an earlier day than 'date'."
    case .contradictsOriginal:
      "A translation words texts. Facts, such as dates, numbers, statuses and references, are its original's, so that no two languages say different things."
    case .unsourcedFact:
      "Readers act on positions, outcomes, dates and votes, so each has a source; what has none is marked as unconfirmed."
    case .unsourcedOutcome:
      "Outcomes can rarely be tied to one proposal; one that is marked sourced names the source that says so of this proposal."
    case .tooManyVotes:
      "The votes of a round cannot be more than those who were present; one of the numbers is wrong."
    case .missingTemplate:
      "The page needs this template, and there is no such file."
    case .unusedTemplate:
      "No page leads to the template. If its name is misspelt, the default template stands in its place."
    case .invalidTemplate:
      "The template's tags do not fit together: each section that is opened has to be closed, in order."
    case .unknownTemplateName:
      "The template names a value that its page does not have; it would be empty on every page."
    case .wrongTemplateUse:
      "HTML values are written with three braces and texts with two; lists, flags and groups are opened as sections."
    case .unknownWord:
      "The template asks for an interface word that templates/strings does not define, or a file there has one that no page shows."
    case .missingWord:
      "The language's file in templates/strings lacks words that pages need, or a form of a word for some numbers; pages show it in another language or form."
    case .lostAddress:
      "Others link to what was published, so its address stays: a page that moved has its old address under aliases. site-content/published.txt lists all of them."
    case .invalidRecord:
      "What each translation renders is written by the program into site-content/translated.LANGUAGE.txt, a line for each piece. From a line that is none, readers could not be told what is older than its original."
    case .shallowHistory:
      "The repository was cloned without its older commits, so that the days of last changes in it would be wrong; pages go without."
    case .lowContrast:
      "A colour of the hub's theme stands out too little from what it stands on, so that many cannot read it; texts need a contrast of 4.5 to 1."
    case .overBudget:
      "Readers pay for every byte on slow and costly lines; the hub keeps to a budget, which 'budget' in hub.yaml can change."
    case .requestElsewhere:
      "A page that loads something from another host tells that host who reads it, and does not work without a connection."
    case .invalidSwitch:
      "A rule is switched off or rated anew under checks in hub.yaml, with its name and the reason. Rules whose faults are errors keep pages right, and cannot be switched."
    case .trailingSpace:
      "Spaces at the end of a line cannot be seen, and make two lines differ that look alike."
    case .cutValue:
      "In YAML a '#' behind a space begins a comment, so that the text ends before it. Put a text with such a sign in quotes."
    case .vagueLink:
      "The words of a link say where it leads, since many readers hear or see links without the text around them."
    case .tableWithoutHeader:
      "The first row of a table names its columns; without it nobody who hears the table knows what a cell is about."
    case .unexplainedAbbreviation:
      "An abbreviation is explained where it is first used, as in 'World Health Organization (WHO)', or by an entry of the glossary, an actor or a body."
    case .otherTerm:
      "The glossary's translation of a term fixes its words, so that readers meet one name for one thing. A translation whose original names the term uses one of them; an ending may differ."
    case .longSentence:
      "A sentence of more than forty words is read twice. Cut it in two, or make a list of it."
    case .hardToRead:
      "The text has long sentences and many long words. Its LIX, the mean length of sentences plus the share of words with more than six letters, is above 60, where even practised readers slow down."
    case .reviewPassed:
      "The day by which the page was to be read again has passed. Read it, mend it, and write the next day under review."
    case .notReviewedSinceMeeting:
      "A meeting of the kind that the page is about has closed since the page was last changed. Read it again, and write the day under updated."
    case .meetingToldAsComing:
      "A page that is meant to stay true names a meeting that is over, and was changed last before its end, so that it still speaks of the meeting as coming. Read it again, say what came of the meeting, and write the day under updated."
    case .reportedBeforeEnd:
      "The record says that sources report of the meeting, but each of its sources was read before the meeting was over, so that it can only have announced it."
    case .undatedSource:
      "Pages on the web change. A source with an address says under consulted on which day it was read, so that an archived copy can be found."
    case .unrecordedSource:
      "A footnote gives an address that no record of the hub, nor the page itself, has among its fields. What a text claims by it may be missing from the records, from which all other pages are made."
    case .unreplacedPlaceholder:
      "What a new hub has in place of words that only its publisher knows: an address that is reserved for examples, or words in square brackets on the page that 'contact' names."
    case .orphanPage:
      "No text and no record leads to the page, only lists do. Link to it from where a reader would need it."
    case .insecureAddress:
      "An address that begins with http:// can be read and changed on its way. Most sites answer under https:// too."
    case .suspiciousAddress:
      "The address can hardly be meant so: its host has no dot, it names its scheme twice, or it ends with a sign of the sentence around it."
    case .deadLink:
      "The address outside the hub does not answer, or answers that there is no such page. An archived copy may be linked instead."
    case .movedLink:
      "The address outside the hub leads on to another for good. Link to that one."
    case .brokenPageLink:
      "A link of a finished page leads to a file that the site does not have. The content's own links are checked where they are written, so most often a template is at fault."
    case .brokenPageAnchor:
      "A link of a finished page leads to a place that the page it names does not have."
    case .duplicatePageID:
      "Two elements of a finished page have the same id, so that a link to it leads to the first of them only."
    case .pageImageWithoutAlternative:
      "An image of a finished page has no alt attribute, so that a screen reader can only read out its file's name. For ornaments alt is there and empty."
    case .pageHeadingOrder:
      "A finished page begins with a heading of level 1, and each heading is at most one level below the one before it."
    case .foreignResource:
      "A finished page loads a file from another host, which learns of every reader. Everything that a page needs lies within the site."
    }
  }
}
