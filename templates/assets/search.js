// The search page: results while one types, filters, keys, and an address that holds the query. The page says where all pages are
// listed without this script.
(function () {
  "use strict";
  var form = document.querySelector("form.search-form");
  if (!form || !window.Promise) return;
  var index = hubwrightIndex(form.dataset.index);
  var field = form.elements.namedItem("q");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var status = document.getElementById("search-status");
  var list = document.getElementById("results");
  var more = document.getElementById("more");
  var PAGE = 8;
  var LONGEST = 240;
  var shown = PAGE;
  var turn = 0;
  var timer;

  // Passages

  // Where a text has words that were looked for, each with the number of the term.
  function hits(text, terms) {
    var known = new Map();
    var found = [];
    index.words(text).forEach(function (word) {
      if (word.isUnspaced) {
        terms.forEach(function (term, number) {
          if (!term.isUnspaced) return;
          term.forms.forEach(function (form) {
            for (var at = text.indexOf(form, word.start); at >= 0 && at < word.end; at = text.indexOf(form, at + 1)) {
              found.push({ start: at, end: at + form.length, term: number });
            }
          });
        });
        return;
      }
      if (!known.has(word.word)) known.set(word.word, terms.findIndex(function (term) { return term.forms.has(word.word); }));
      var term = known.get(word.word);
      if (term >= 0) found.push({ start: word.start, end: word.end, term: term });
    });
    return found.sort(function (left, right) { return left.start - right.start; });
  }

  function variety(found) { return new Set(found.map(function (hit) { return hit.term; })).size; }

  // The stretch of a text with the most of the words, from the beginning of a sentence where one is near.
  function passage(text, found) {
    var best = [];
    found.forEach(function (hit, first) {
      var last = first;
      while (last + 1 < found.length && found[last + 1].end - hit.start < LONGEST - 60) last++;
      var here = found.slice(first, last + 1);
      if (variety(here) > variety(best) || !best.length) best = here;
    });
    var from = best[0].start;
    var start = Math.max(0, from - 70);
    var sentence = Math.max(text.lastIndexOf(". ", from), text.lastIndexOf("\n", from), text.lastIndexOf("。", from));
    if (sentence >= start) start = sentence + 1;
    else if (start > 0) start = Math.max(start, text.lastIndexOf(" ", from - 40) + 1);
    var end = Math.min(text.length, start + LONGEST);
    if (end < text.length) {
      var space = text.lastIndexOf(" ", end);
      if (space > best[best.length - 1].end) end = space;
    }
    return { text: text.slice(start, end), before: start > 0 && sentence + 1 !== start, after: end < text.length };
  }

  function append(parent, name, text, className) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return parent.appendChild(element);
  }

  function appendMarked(parent, text, terms) {
    var done = 0;
    hits(text, terms).forEach(function (hit) {
      if (hit.end <= done) return;
      var start = Math.max(hit.start, done);
      parent.appendChild(document.createTextNode(text.slice(done, start)));
      append(parent, "mark", text.slice(start, hit.end));
      done = hit.end;
    });
    parent.appendChild(document.createTextNode(text.slice(done)));
  }

  // The name by which a page was found that its title does not hold.
  function appendName(parent, result, terms) {
    var inTitle = variety(hits(result.title, terms));
    var name = result.names.find(function (each) { return variety(hits(each, terms)) > inTitle; });
    if (!name) return;
    parent.appendChild(document.createTextNode(" "));
    appendMarked(append(parent, "span", "", "abbreviation"), name, terms);
  }

  function appendPassage(item, result, terms) {
    var inText = hits(result.text, terms);
    var text = result.summary;
    if (inText.length && variety(inText) > variety(hits(result.summary, terms)) || !text && result.text) {
      var found = inText.length ? passage(result.text, inText) : { text: result.text.slice(0, LONGEST), after: result.text.length > LONGEST };
      text = (found.before ? "… " : "") + found.text.trim() + (found.after ? " …" : "");
    }
    if (text) appendMarked(append(item, "p", "", "passage"), text, terms);
  }

  // Results

  function show(results, terms, focused) {
    var all = document.createDocumentFragment();
    results.forEach(function (result) {
      var item = append(all, "li");
      var when = append(item, "p", result.label, "when");
      if (result.date) append(when, "span", result.date, "quiet");
      var block = append(item, "div");
      block.lang = result.language;
      block.dir = "auto";
      var link = append(append(block, "p", "", "what"), "a");
      link.href = result.address;
      appendMarked(link, result.title, terms);
      appendName(link.parentNode, result, terms);
      appendPassage(block, result, terms);
    });
    list.replaceChildren(all);
    if (focused > 0) links()[focused].focus();
  }

  function key(text) { return index.words(text).map(function (word) { return word.word; }).join(""); }

  // Who is called exactly what was typed comes first.
  function exactFirst(results) {
    var wanted = key(field.value);
    function isExact(result) { return [result.title].concat(result.names).some(function (name) { return key(name) === wanted; }); }
    return results.filter(isExact).concat(results.filter(function (result) { return !isExact(result); }));
  }

  function say(name, count) {
    status.textContent = name ? status.dataset[name].replace("{count}", count) : "";
  }

  // `focused` is the number of the result that gets the focus, for those who asked for more.
  function search(focused) {
    var own = ++turn;
    var text = field.value;
    clearTimeout(timer);
    write();
    if (text.trim().length < 2 && !/[^\x00-\x7f]|[0-9]/.test(text)) {
      list.replaceChildren();
      more.hidden = true;
      say("");
      return;
    }
    list.setAttribute("aria-busy", "true");
    index.search(text, choice()).then(function (found) {
      if (own !== turn) return null;
      return Promise.all(found.entries.slice(0, shown).map(index.details)).then(function (results) {
        if (own !== turn) return;
        show(exactFirst(results), found.terms, focused);
        list.removeAttribute("aria-busy");
        more.hidden = found.entries.length <= shown;
        say(found.entries.length === 0 ? "none" : found.entries.length === 1 ? "one" : "many", found.entries.length);
      });
    }).catch(function () {
      if (own !== turn) return;
      list.removeAttribute("aria-busy");
      say("failed");
    });
  }

  function searchSoon() {
    shown = PAGE;
    clearTimeout(timer);
    // Nothing is loaded for what is still being typed.
    timer = setTimeout(search, 250);
  }

  function searchNow() {
    shown = PAGE;
    search();
  }

  // The address holds the query and the filters: as a query, or where a disk allows none, after the hash.

  function choice() {
    var chosen = {};
    selects.forEach(function (select) { chosen[select.name] = select.value; });
    return chosen;
  }

  function read(text) {
    text.replace(/^[?#]/, "").split("&").forEach(function (part) {
      var pair = part.split("=");
      var control = form.elements.namedItem(pair[0]);
      if (pair.length === 2 && control) control.value = decodeURIComponent(pair[1].replace(/\+/g, " "));
    });
  }

  function write() {
    var parts = [field].concat(selects).filter(function (control) { return control.value.trim(); }).map(function (control) {
      return control.name + "=" + encodeURIComponent(control.value);
    });
    try {
      history.replaceState(null, "", location.pathname + (parts.length ? "?" + parts.join("&") : ""));
    } catch (error) {
      location.replace("#" + parts.join("&"));
    }
  }

  // Keys

  function links() { return Array.prototype.slice.call(list.querySelectorAll("a")); }

  function move(event, step) {
    var all = links();
    var next = all.indexOf(document.activeElement) + step;
    if (!all.length || document.activeElement !== field && !list.contains(document.activeElement)) return;
    event.preventDefault();
    if (next < 0) field.focus(); else all[Math.min(next, all.length - 1)].focus();
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    var isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "ArrowDown") {
      move(event, 1);
    } else if (event.key === "ArrowUp") {
      move(event, -1);
    } else if (event.key === "Escape" && list.contains(document.activeElement)) {
      field.focus();
    } else if (event.key === "Escape" && document.activeElement === field && field.value) {
      event.preventDefault();
      field.value = "";
      searchNow();
    }
  });

  field.addEventListener("input", searchSoon);
  form.addEventListener("change", function (event) { if (event.target !== field) searchNow(); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    searchNow();
  });
  more.addEventListener("click", function () {
    var first = shown;
    shown += PAGE;
    search(first);
  });

  read(location.search);
  read(location.hash);
  form.querySelector(".filters").hidden = false;
  index.open().catch(function () { say("failed"); });
  if (field.value) search();
})();
