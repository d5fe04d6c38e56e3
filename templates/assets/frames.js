// What is folded opens where an address leads into it, and is printed whole, also by browsers that do neither by themselves.
// Frames that scroll take the keyboard's focus, so that everybody can scroll them; this takes out of its way those that have nothing
// to scroll, and names a table of a text by the heading above it. Without this script all of them are stops.
(function () {
  "use strict";

  // Whoever writes an address by hand may leave a percent sign in it.
  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }
  function openAround(element) {
    for (var fold = element; fold; fold = fold.parentElement) if (fold.tagName === "DETAILS") fold.open = true;
  }
  function openTarget() {
    var target = document.getElementById(decode(location.hash.slice(1)));
    if (!target || !target.closest("main details")) return;
    openAround(target);
    target.scrollIntoView();
  }
  openTarget();
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("main details:not([open])"), function (fold) {
      fold.open = true;
      addEventListener("afterprint", function () { fold.open = false; }, { once: true });
    });
  });

  var frames = Array.prototype.slice.call(document.querySelectorAll(".scroll[tabindex], .table-wrap"));
  if (!frames.length) return;

  function look(frame) {
    var scrolls = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
    var heading = frame.dataset.heading;
    if (scrolls) frame.tabIndex = 0;
    else if (frame !== document.activeElement) frame.removeAttribute("tabindex");
    if (!heading) return;
    if (scrolls) frame.setAttribute("role", "region");
    else frame.removeAttribute("role");
    if (scrolls) frame.setAttribute("aria-labelledby", heading);
    else frame.removeAttribute("aria-labelledby");
  }

  var headings = Array.prototype.slice.call(document.querySelectorAll("h1, h2[id], h3[id], h4[id]"));
  frames.forEach(function (frame) {
    if (frame.hasAttribute("role")) return;
    var above = headings.filter(function (heading) { return heading.compareDocumentPosition(frame) & 4; }).pop();
    if (!above) return;
    above.id = above.id || "title";
    frame.dataset.heading = above.id;
  });
  if (window.ResizeObserver) {
    var observer = new ResizeObserver(function (entries) { entries.forEach(function (entry) { look(entry.target); }); });
    frames.forEach(function (frame) { observer.observe(frame); });
  } else {
    frames.forEach(look);
  }
})();
