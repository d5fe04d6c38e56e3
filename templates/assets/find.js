// Narrows a long list down while one types. The list is whole without this script; the field appears only when it works.
(function () {
  "use strict";
  var form = document.querySelector("form.find");
  if (!form) return;
  var field = form.querySelector("input");
  var output = form.querySelector("output");

  // Words in lower case without accents; "Res. 130" becomes "res" and "130".
  function words(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  var sections = Array.prototype.map.call(document.querySelectorAll("main section"), function (element) {
    var rows = Array.prototype.map.call(element.querySelectorAll("li, tbody tr, dl > div"), function (row) {
      return { element: row, words: words(row.textContent + " " + (row.dataset.find || "")) };
    });
    return { element: element, rows: rows };
  }).filter(function (section) { return section.rows.length; });

  function show() {
    var wanted = words(field.value);
    var count = 0;
    sections.forEach(function (section) {
      var left = 0;
      section.rows.forEach(function (row) {
        var fits = wanted.every(function (word) {
          return row.words.some(function (candidate) { return candidate.indexOf(word) === 0; });
        });
        if (row.element.hidden === fits) row.element.hidden = !fits;
        if (fits) left += 1;
      });
      if (section.element.hidden !== (left === 0)) section.element.hidden = left === 0;
      count += left;
    });
    output.textContent = wanted.length ? count : "";
  }

  field.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  if (field.value) show();
})();
