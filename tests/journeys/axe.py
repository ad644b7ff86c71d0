"""What every page of a journey must pass: axe at zero, nothing to push sideways, nothing from anybody else."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
PHONE, DESK = (360, 740), (1280, 900)
# A small phone, or a desk's window at 400 %; and at 200 %.
ZOOMED = ((320, 640), (640, 450))


def no_violations(page: Page, rules: list | dict = RULES) -> None:
    """With everything that folds unfolded, axe finds nothing."""
    page.evaluate("document.querySelectorAll('main details').forEach(folded => folded.open = true)")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options).then(said => said.violations)", options)
    assert not found, f"axe on {page.url}:\n" + "\n".join(map(in_words, found))


def in_words(violation: dict) -> str:
    places = [f"    {' '.join(node['target'])}: {node['html'][:160]}" for node in violation["nodes"][:5]]
    return "\n".join([f"  {violation['id']} ({violation['impact']}): {violation['help']}", *places])


def no_sideways_scroll(page: Page) -> None:
    """At the width the window has now. What sticks out is named."""
    width = page.evaluate("window.innerWidth")
    full = page.evaluate("document.documentElement.scrollWidth")
    assert full <= width, f"{page.url} is {full} px wide in a window of {width} px: {page.evaluate(STICKING_OUT)}"


STICKING_OUT = """(() => {
  const out = part => part.checkVisibility() && part.getBoundingClientRect().right > window.innerWidth + 1;
  return [...document.querySelectorAll('body *')]
    .filter(part => out(part) && ![...part.children].some(out))
    .slice(0, 5).map(part => part.outerHTML.slice(0, 200));
})()"""


def at_both_widths(page: Page) -> None:
    """A phone and a desk."""
    for width, height in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": height})
        no_sideways_scroll(page)
        no_violations(page)


def when_zoomed(page: Page) -> None:
    """Text twice and four times as large reflows; nothing has to be pushed sideways."""
    for width, height in ZOOMED:
        page.set_viewport_size({"width": width, "height": height})
        no_sideways_scroll(page)


def in_the_dark(page: Page) -> None:
    """The colours of those whose system is dark, on a phone at night: nothing else differs from the phone by day."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour is caught half-way
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    no_violations(page, OF_COLOUR)
