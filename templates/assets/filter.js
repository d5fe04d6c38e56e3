// Narrows proposals down, in a list or in a matrix. Both are whole without this script; the form appears only when it works.
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  if (!form) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");
  var table = form.parentNode.querySelector(".matrix");
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
    var fields = { meeting: 3, form: 4, issue: 5 };
    var cells = rows.concat(foot).map(function (row) {
      return Array.prototype.slice.call(row.cells, 1).map(function (cell) {
        var link = cell.querySelector("a");
        var number = cell.querySelector("b");
        return number && {
          link: link, address: link && link.getAttribute("href"), number: number, text: number.nextElementSibling, shown: ""
        };
      });
    });

    function count(chosen) {
      var row = chosen[table.dataset.rows] ? rowKeys.indexOf(chosen[table.dataset.rows]) : -1;
      var column = chosen.actor ? columnKeys.indexOf(chosen.actor) : -1;
      var tests = Object.keys(fields).filter(function (name) { return chosen[name] && name !== table.dataset.rows; }).map(function (name) {
        return { field: fields[name], value: data[name].indexOf(chosen[name]) };
      });
      var counts = cells.map(function () { return []; });
      var total = 0;
      data.asks.forEach(function (ask) {
        var inRows = row < 0 ? ask[0] : ask[0].indexOf(row) < 0 ? [] : [row];
        var inColumns = column < 0 ? ask[1] : ask[1].indexOf(column) < 0 ? [] : [column];
        var fits = tests.every(function (test) { return ask[test.field] === test.value; }) &&
          (!chosen.outcome || data.states[ask[2]].outcome === chosen.outcome);
        if (!inRows.length || !inColumns.length || !fits) return;
        total += 1;
        inRows.concat(rows.length).forEach(function (index) {
          [0].concat(inColumns.map(function (number) { return number + 1; })).forEach(function (place) {
            var cell = counts[index][place] = counts[index][place] || { total: 0 };
            cell.total += 1;
            cell[ask[2]] = (cell[ask[2]] || 0) + 1;
          });
        });
      });
      return { counts: counts, total: total };
    }

    function words(cell) {
      var states = data.states.map(function (state, index) { return { text: state.text, count: cell[index] || 0 }; })
        .filter(function (state) { return state.count > 0; });
      return states.map(function (state) { return (states.length > 1 ? state.count + " " : "") + state.text; }).join(", ");
    }

    function fill(cell, counted, query) {
      var state = (counted ? counted.total + " " + words(counted) : "") + query;
      if (!cell || cell.shown === state) return;
      cell.shown = state;
      show(cell.number.parentNode, counted);
      if (!counted) return;
      cell.number.textContent = counted.total;
      cell.text.textContent = words(counted);
      if (cell.link) cell.link.setAttribute("href", cell.address.replace("#", query + "#"));
    }

    return function (chosen) {
      var counted = count(chosen);
      var query = ["meeting", "form", "outcome"].filter(function (name) { return chosen[name]; }).map(function (name) {
        return "&" + name + "=" + encodeURIComponent(chosen[name]);
      }).join("");
      cells.forEach(function (row, index) {
        row.forEach(function (cell, place) { fill(cell, counted.counts[index][place], query); });
      });
      rows.forEach(function (row, index) { show(row, counted.counts[index][0]); });
      for (var place = 1; place < width; place += 1) {
        var has = counted.counts[rows.length][place];
        if (heads[place - 1].hidden === !has) continue;
        show(heads[place - 1], has);
        rows.concat(foot).forEach(function (row) { show(row.cells[place + 1], has); });
      }
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
