import Formats

/// What the preview serves besides the site, below a name that no file of a site can have.
enum PreviewParts {
  static let events = ".hubwright/events"

  struct File {
    let mediaType: String
    let text: String
  }

  static func file(at path: String) -> File? {
    switch path {
    case ".hubwright/preview.js": File(mediaType: "text/javascript; charset=utf-8", text: script)
    case ".hubwright/preview.css": File(mediaType: "text/css; charset=utf-8", text: style)
    default: nil
    }
  }

  /// What goes into a page's head.
  static func head(of preview: Preview) -> String {
    (preview.faults == nil ? "" : "<link rel=\"stylesheet\" href=\"/.hubwright/preview.css\">\n")
      + "<script src=\"/.hubwright/preview.js\" data-state=\"\(preview.state)\" defer></script>\n"
  }

  /// The faults as the terminal shows them, above the page.
  static func panel(_ faults: String) -> String {
    var html: HTMLBytes = []
    html.append(escaped: faults)
    return "<section class=\"hubwright-faults\" role=\"alert\" lang=\"en\" dir=\"ltr\">"
      + "<pre tabindex=\"0\">\(String(decoding: html, as: UTF8.self))</pre></section>\n"
  }

  /// Writes the page anew when the server tells of another state than the page's own, and keeps the place the reader is at.
  ///
  /// To fetch it and write it in place takes half the time of a reload, which is what is left where that fails.
  private static let script = """
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

    """

  private static let style = """
    .hubwright-faults {
      margin: 0; padding: 1rem; border-bottom: 3px solid #b3261e;
      background: #fff; color: #1a1a1a;
    }
    .hubwright-faults pre {
      margin: 0; max-height: 60vh; overflow: auto; border: 0; padding: 0; background: none; color: inherit;
      font: 0.875rem/1.45 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre; text-align: left;
    }
    @media (prefers-color-scheme: dark) {
      .hubwright-faults { background: #151515; color: #eaeaea; border-color: #ff897d; }
    }
    @media print { .hubwright-faults { display: none; } }

    """
}
