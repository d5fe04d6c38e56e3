// Narrows proposals down, in a list or in a matrix. Both are whole without this script; the form appears only when it works.
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  if (!form) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");
  var table = form.parentNode.querySelector(".matrix");
  // Where there is so much, only what is in sight is laid out.
  form.parentNode.classList.toggle("long", Number(output.textContent) > 500);
  var narrow = table ? matrix(table, JSON.parse(document.getElementById("asks").textContent)) : list(form.parentNode);

  // A list: rows that do not fit are hidden, and so are groups without a row that does.
  function list(place) {
    function all(element, selector) { return Array.prototype.slice.call(element.querySelectorAll(selector)); }
    var groups = all(place, ".group").map(function (group) {
      var sets = all(group, ".set, .debate").map(function (set) {
        return {
          element: set,
          rows: all(set, "li[data-issue]").map(function (row) {
            var keys = {};
            selects.forEach(function (select) { keys[select.name] = " " + row.dataset[select.name] + " "; });
            return { element: row, keys: keys };
          })
        };
      });
      return { element: group, sets: sets };
    });
    return function (chosen) {
      var names = Object.keys(chosen);
      var wanted = names.map(function (name) { return " " + chosen[name] + " "; });
      var count = 0;
      // The counts in words are of the whole list.
      place.classList.toggle("narrowed", names.length > 0);
      groups.forEach(function (group) {
        var inGroup = 0;
        group.sets.forEach(function (set) {
          var inSet = 0;
          set.rows.forEach(function (row) {
            var fits = names.every(function (name, index) { return row.keys[name].indexOf(wanted[index]) >= 0; });
            show(row.element, fits);
            if (fits) inSet += 1;
          });
          show(set.element, inSet > 0);
          inGroup += inSet;
        });
        show(group.element, inGroup > 0);
        count += inGroup;
      });
      return count;
    };
  }

  // A matrix: the asks are counted again, and rows and columns without any are hidden.
  function matrix(table, data) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var foot = table.tFoot.rows[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells).slice(2);
    var width = heads.length + 1;
    var rowKeys = rows.map(function (row) { return row.dataset.key; });
    var columnKeys = heads.map(function (head) { return head.dataset.key; });
    var states = data.states.length;
    var cells = rows.concat(foot).map(function (row) {
      return Array.prototype.slice.call(row.cells, 1).map(function (cell) {
        var link = cell.querySelector("a");
        var number = cell.querySelector("b");
        if (!number) return null;
        var text = number.nextElementSibling;
        return {
          link: link, address: link && link.getAttribute("href"), query: "", number: number, sum: Number(number.textContent),
          text: text, words: text.textContent
        };
      });
    });

    // Of each cell, of each row and of the whole, how many asks came to what: one number for each state.
    function count(chosen) {
      var row = chosen[table.dataset.rows] ? rowKeys.indexOf(chosen[table.dataset.rows]) : -1;
      var column = chosen.actor ? columnKeys.indexOf(chosen.actor) : -1;
      var meeting = chosen.meeting ? data.meeting.indexOf(chosen.meeting) : -1;
      var form = chosen.form ? data.form.indexOf(chosen.form) : -1;
      var counts = new Int32Array((rows.length + 1) * width * states);
      var total = 0;
      data.asks.forEach(function (ask) {
        if (row >= 0 && ask[0].indexOf(row) < 0 || column >= 0 && ask[1].indexOf(column) < 0) return;
        if (meeting >= 0 && ask[3] !== meeting || form >= 0 && ask[4] !== form) return;
        if (chosen.outcome && data.states[ask[2]].outcome !== chosen.outcome) return;
        total += 1;
        for (var r = 0; r <= ask[0].length; r += 1) {
          var inRow = r < ask[0].length ? ask[0][r] : rows.length;
          if (row >= 0 && inRow !== row && inRow !== rows.length) continue;
          counts[inRow * width * states + ask[2]] += 1;
          for (var c = 0; c < ask[1].length; c += 1) {
            if (column < 0 || ask[1][c] === column) counts[(inRow * width + ask[1][c] + 1) * states + ask[2]] += 1;
          }
        }
      });
      return { counts: counts, total: total };
    }

    // What a cell says; empty where no ask is left.
    function text(counts, start) {
      var sum = 0;
      var parts = [];
      for (var state = 0; state < states; state += 1) {
        var number = counts[start + state];
        if (!number) continue;
        sum += number;
        parts.push(number + " " + data.states[state].text);
      }
      return { sum: sum, words: parts.length === 1 ? parts[0].slice(String(sum).length + 1) : parts.join(", ") };
    }

    function fill(cell, counts, start, query) {
      if (!cell) return;
      var says = text(counts, start);
      if (cell.sum !== says.sum) {
        show(cell.number.parentNode, says.sum);
        cell.sum = says.sum;
        if (says.sum) cell.number.firstChild.data = says.sum;
      }
      if (!says.sum) return;
      if (cell.words !== says.words) cell.text.firstChild.data = cell.words = says.words;
      if (cell.link && cell.query !== query) {
        cell.query = query;
        cell.link.setAttribute("href", cell.address.replace("#", (cell.address.indexOf("?") < 0 ? query.replace("&", "?") : query) + "#"));
      }
    }

    return function (chosen) {
      var counted = count(chosen);
      var query = ["meeting", "form", "outcome"].filter(function (name) { return chosen[name]; }).map(function (name) {
        return "&" + name + "=" + encodeURIComponent(chosen[name]);
      }).join("");
      cells.forEach(function (row, index) {
        row.forEach(function (cell, place) { fill(cell, counted.counts, (index * width + place) * states, query); });
      });
      rows.forEach(function (row, index) { show(row, cells[index][0].sum); });
      heads.forEach(function (head, place) {
        var has = cells[rows.length][place + 1].sum;
        if (head.hidden === !has) return;
        show(head, has);
        rows.concat(foot).forEach(function (row) { show(row.cells[place + 2], has); });
      });
      return counted.total;
    };
  }

  function show(element, isShown) {
    if (element.hidden === !isShown) return;
    element.hidden = !isShown;
  }

  // The address holds the choice, so that it can be shared: as a query, or where a disk allows no other query, after the hash,
  // which then says all.
  function read(text) {
    text.split("&").forEach(function (part) {
      var pair = part.split("=");
      var select = selects.filter(function (select) { return select.name === pair[0]; })[0];
      if (!select || pair.length !== 2) return;
      select.value = decode(pair[1]);
      if (select.selectedIndex < 0) select.value = "";
    });
  }

  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return ""; }
  }

  function write(chosen) {
    var text = Object.keys(chosen).map(function (name) { return name + "=" + encodeURIComponent(chosen[name]); }).join("&");
    try {
      history.replaceState(null, "", location.pathname + (text && "?" + text));
    } catch (error) {
      location.replace("#" + (text || "="));
    }
  }

  function choice() {
    var chosen = {};
    selects.forEach(function (select) { if (select.value) chosen[select.name] = select.value; });
    return chosen;
  }

  function update() {
    output.textContent = narrow(choice());
  }

  function start() {
    selects.forEach(function (select) { select.value = ""; });
    read(location.hash.indexOf("=") >= 0 ? location.hash.slice(1) : location.search.slice(1));
    update();
  }

  form.addEventListener("change", function () { update(); write(choice()); });
  form.addEventListener("reset", function () { setTimeout(function () { update(); write(choice()); }); });
  window.addEventListener("hashchange", function () { if (location.hash.indexOf("=") >= 0) start(); });
  form.hidden = false;
  start();
  // What was above the place that the address names may be hidden now.
  var target = location.search && location.hash.indexOf("=") < 0 && document.getElementById(location.hash.slice(1));
  if (target) target.scrollIntoView();
})();
