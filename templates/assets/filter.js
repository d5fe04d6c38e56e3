// Narrows a list of proposals down. The list is whole without this script; the form appears only when it works.
(function () {
  "use strict";
  var form = document.querySelector("form.filter");
  var list = document.getElementById("list");
  if (!form || !list) return;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");
  var groups = Array.prototype.map.call(list.querySelectorAll(".group"), function (element) {
    var rows = Array.prototype.map.call(element.querySelectorAll("li[data-issue]"), function (row) {
      var keys = {};
      selects.forEach(function (select) { keys[select.name] = " " + row.dataset[select.name] + " "; });
      return { element: row, keys: keys };
    });
    return { element: element, rows: rows };
  });

  // The address holds the choice, so that it can be shared: as a query, or where a disk allows none, after the hash.
  function read(text) {
    text.replace(/^[?#]/, "").split("&").forEach(function (part) {
      var pair = part.split("=");
      var select = form.elements.namedItem(decodeURIComponent(pair[0]));
      if (pair.length === 2 && select && select.tagName === "SELECT") select.value = decodeURIComponent(pair[1]);
    });
  }

  function write() {
    var parts = selects.filter(function (select) { return select.value; }).map(function (select) {
      return select.name + "=" + encodeURIComponent(select.value);
    });
    try {
      history.replaceState(null, "", location.pathname + (parts.length ? "?" + parts.join("&") : ""));
    } catch (error) {
      location.replace("#" + parts.join("&"));
    }
  }

  function show() {
    var chosen = selects.filter(function (select) { return select.value; }).map(function (select) {
      return { name: select.name, value: " " + select.value + " " };
    });
    var count = 0;
    groups.forEach(function (group) {
      var left = 0;
      group.rows.forEach(function (row) {
        var fits = chosen.every(function (choice) { return row.keys[choice.name].indexOf(choice.value) >= 0; });
        if (row.element.hidden === fits) row.element.hidden = !fits;
        if (fits) left += 1;
      });
      if (group.element.hidden !== (left === 0)) group.element.hidden = left === 0;
      count += left;
    });
    output.textContent = count;
  }

  read(location.search);
  read(location.hash);
  form.addEventListener("change", function () { show(); write(); });
  form.addEventListener("reset", function () { setTimeout(function () { show(); write(); }); });
  form.hidden = false;
  if (selects.some(function (select) { return select.value; })) show();
})();
