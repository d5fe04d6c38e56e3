// Writes the page anew when the server tells of another state than the page's own, and keeps the place the reader is at. To fetch it and
// write it in place takes half the time of a reload, which is what is left where that fails.
(function () {
  "use strict";
  var own = document.currentScript.dataset.state;
  var key = "hubwright-place " + location.pathname;
  var place = sessionStorage.getItem(key);
  if (place !== null) {
    // The browser's own way to find the place again comes later, and may know an older one.
    history.scrollRestoration = "manual";
    sessionStorage.removeItem(key);
    scrollTo(0, Number(place));
    addEventListener("load", function () { history.scrollRestoration = "auto"; });
  }
  var events = new EventSource("/.hubwright/events");
  events.onmessage = function (event) {
    if (event.data === own) return;
    events.close();
    sessionStorage.setItem(key, String(scrollY));
    fetch(location.href, { cache: "no-store" }).then(function (answer) { return answer.text(); }).then(function (page) {
      document.open();
      document.write(page);
      document.close();
    }).catch(function () {
      history.scrollRestoration = "manual";
      location.reload();
    });
  };
  addEventListener("pagehide", function () { events.close(); });
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
})();
