"""Lists and matrices of proposals narrow down in Chromium: from disk and from a server, and by an address that is shared."""

from itertools import chain

from browser import Visit, chromium
from proposal_records import outcome, read_records
from web_server import nginx

SHOWN_ROWS = "() => [...document.querySelectorAll('li[data-issue]')].filter(row => row.offsetParent).length"
COUNT = "() => Number(document.querySelector('form.filter output span').textContent)"
SUM = "() => Number(document.querySelector('.matrix tfoot b').textContent)"
# The names in a list of texts that are in sight while something is searched for.
FOUND = "() => [...document.querySelectorAll('.resolutions .when')].filter(row => row.offsetParent).map(row => row.textContent.trim())"
SEARCHES = {"130": "Resolution 130", "Res. 130": "Resolution 130", "Resolution 130 (Rev. Bucharest, 2022)": "Resolution 130",
            "Resolution 130 (Rev. Busan, 2014)": "Resolution 130", "WTSA Resolution 64": "WTSA Resolution 64"}


def check_filters(site):
    proposals = list(read_records("proposals").values())
    meeting = max((proposal["meeting"] for proposal in proposals), key=[p["meeting"] for p in proposals].count)
    with chromium() as browser, nginx(site.root) as (*places, _):
        faults = list(chain.from_iterable(
            _try_place(browser, place, proposals, meeting) for place in (f"file://{site.root}/", *places)))
        faults += _try_without_script(browser, f"file://{site.root}/", proposals, meeting)
        faults += _search(browser, f"file://{site.root}/")
    return f"{len(proposals)} proposals, from disk and from a server", faults


def _try_place(browser, place, proposals, meeting):
    visit = Visit(browser, place, viewport={"width": 1280, "height": 900})
    tab = visit.tab
    faults = visit.faults
    at_meeting = [proposal for proposal in proposals if proposal["meeting"] == meeting]
    first = next(proposal for proposal in at_meeting if len(proposal.get("proposers", [])) > 1 and proposal.get("touches"))
    issue, actor = first["issue"], first["proposers"][0]

    def expect(name, found, wanted):
        if found != wanted:
            faults.append(f"{place}{visit.name}: {name}: {found}, not {wanted}")

    def count(members, **wanted):
        return sum(all(_fits(proposal, field, value) for field, value in wanted.items()) for proposal in members)

    visit.open(f"proposals/{meeting}.html")
    expect("rows at first", tab.evaluate(SHOWN_ROWS), len(at_meeting))
    tab.select_option("select[name=actor]", actor)
    tab.select_option("select[name=outcome]", "unknown")
    wanted = count(at_meeting, actor=actor, outcome="unknown")
    expect("rows of one actor without a known result", (tab.evaluate(SHOWN_ROWS), tab.evaluate(COUNT)), (wanted, wanted))
    shared = tab.url
    tab.click("form.filter button")
    tab.wait_for_function(f"{COUNT[6:]} === {len(at_meeting)}")
    expect("rows when cleared", tab.evaluate(SHOWN_ROWS), len(at_meeting))
    other = Visit(browser, place)
    other.name = shared
    other.tab.goto(shared)
    expect(f"rows at the shared address {shared}", other.tab.evaluate(SHOWN_ROWS), wanted)
    visit.open(f"proposals/{meeting}-matrix.html")
    tab.click(f".matrix tr[data-key={issue}] a[href*='actor={actor}']")
    tab.wait_for_url("**/*actor=*")
    expect("rows that a cell leads to", tab.evaluate(SHOWN_ROWS), count(at_meeting, issue=issue, actor=actor))
    for kind in ("matrix", "texts"):
        visit.open(f"proposals/all-{kind}.html")
        tab.click("details.narrow > summary")
        members = [proposal for proposal in proposals if kind == "matrix" or proposal.get("touches")]
        for field, value in {"meeting": meeting, "form": first["form"], "outcome": "unknown", "actor": actor}.items():
            tab.select_option(f"select[name={field}]", value)
            expect(f"asks with {field} {value}", (tab.evaluate(SUM), tab.evaluate(COUNT)), (count(members, **{field: value}),) * 2)
            tab.select_option(f"select[name={field}]", "")
        expect("asks when cleared", tab.evaluate(SUM), len(members))
    return faults + other.faults


def _fits(proposal, field, value):
    if field == "actor":
        return value in proposal.get("proposers", [])
    return value == (outcome(proposal) if field == "outcome" else proposal.get(field, "position" if field == "form" else None))


def _try_without_script(browser, place, proposals, meeting):
    visit = Visit(browser, place, java_script_enabled=False)
    visit.open(f"proposals/{meeting}.html")
    rows = visit.tab.locator("li[data-issue]")
    wanted = sum(proposal["meeting"] == meeting for proposal in proposals)
    faults = [] if rows.count() == wanted and rows.last.is_visible() else [f"without a script {rows.count()} rows, not {wanted}"]
    if visit.tab.locator("form.filter").is_visible():
        faults.append("without a script the filter is shown")
    return faults + visit.faults


def _search(browser, place):
    visit = Visit(browser, place)
    visit.open("resolutions/index.html")
    for text, wanted in SEARCHES.items():
        visit.tab.fill("form.find input", text)
        if wanted not in (found := visit.tab.evaluate(FOUND)) or len(found) > 3:
            visit.faults.append(f"a search for {text!r} finds {found}, not {wanted}")
    return visit.faults
