// Narrows the ways in down by a reader's answers, all on one page. Without this script each answer is a link to the next page.
(function () {
  "use strict";
  var form = document.querySelector("form.choose");
  var rows = document.querySelectorAll(".found tr[data-suits]");
  if (!form || !rows.length) return;
  var output = form.querySelector("output");
  var nothing = document.querySelector(".nothing");
  var table = document.querySelector(".found .scroll");

  function chosen() {
    return Array.prototype.filter.call(form.querySelectorAll("input:checked"), function (input) { return input.value; });
  }

  // The address holds the answers, so that it can be shared: after the hash, which no server is told.
  function read(text) {
    text.replace(/^#/, "").split("&").forEach(function (part) {
      var pair = part.split("=").map(decodeURIComponent);
      Array.prototype.forEach.call(form.querySelectorAll("input"), function (input) {
        if (pair.length === 2 && input.name === pair[0] && input.value === pair[1]) input.checked = true;
      });
    });
  }

  function write() {
    var parts = chosen().map(function (input) {
      return encodeURIComponent(input.name) + "=" + encodeURIComponent(input.value);
    });
    history.replaceState(null, "", "#" + parts.join("&"));
  }

  function show() {
    var answers = chosen().map(function (input) { return " " + input.value + " "; });
    var count = 0;
    Array.prototype.forEach.call(rows, function (row) {
      var suits = " " + row.dataset.suits + " ";
      var fits = answers.every(function (answer) { return suits.indexOf(answer) >= 0; });
      if (row.hidden === fits) row.hidden = !fits;
      if (fits) count += 1;
    });
    output.textContent = count;
    nothing.hidden = count > 0;
    table.hidden = count === 0;
  }

  try { read(location.hash); } catch (error) { /* An address that was cut off means no answers. */ }
  form.querySelector(".all").textContent = rows.length;
  form.addEventListener("change", function () { show(); write(); });
  form.addEventListener("reset", function () { setTimeout(function () { show(); write(); }); });
  document.querySelector(".ask").hidden = true;
  form.hidden = false;
  show();
})();
