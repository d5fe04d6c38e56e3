// Moves what a page says of time from the day it was built to the reader's own day, and says so. Without this script the page
// states the day it was built for.
(function () {
  "use strict";
  var note = document.querySelector("p.counted");
  if (!note) return;
  var words = note.dataset;

  function pad(number) { return (number < 10 ? "0" : "") + number; }

  var now = new Date();
  var today = now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  if (today === words.built) return;

  function text(day) {
    var parts = day.split("-");
    var date = new Date(parts[0], parts[1] - 1, parts[2]);
    try {
      return date.toLocaleDateString(words.locale, { day: "numeric", month: "long", year: "numeric", calendar: "gregory" });
    } catch (error) {
      return day;
    }
  }

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  // What is said by whom: "By your own clock, today is …".
  note.textContent = words.yours.replace("{today}", text(today)).replace("{built}", text(words.built));

  // Statuses of meetings that take place as planned.
  each("[data-closes]", function (element) {
    var isOver = element.dataset.closes < today;
    var isUnderWay = !isOver && element.dataset.opens && element.dataset.opens <= today;
    element.textContent = isOver ? words.closed : isUnderWay ? words.underWay : element.dataset.before;
    element.classList.toggle("due", Boolean(isUnderWay));
    var row = element.closest("li");
    var when = row && row.querySelector(".when");
    if (when) when.classList.toggle("due", Boolean(isUnderWay));
  });

  // Deadlines: which have passed, and which is the next of its list.
  each("[data-due]", function (element) {
    var isPassed = element.dataset.due < today;
    var place = element.querySelector(".when") || element;
    var word = place.querySelector(".quiet");
    if (element.tagName === "LI") element.classList.toggle("passed", isPassed);
    if (isPassed && !word) {
      word = document.createElement("span");
      word.className = "quiet";
      word.textContent = words.passed;
      place.append(" ", word);
    } else if (!isPassed && word) {
      word.remove();
    }
  });
  each("ul.deadlines", function (list) {
    var isFound = false;
    Array.prototype.forEach.call(list.querySelectorAll("[data-due]"), function (row) {
      var isNext = !isFound && row.dataset.due >= today;
      isFound = isFound || isNext;
      row.querySelector(".when").classList.toggle("due", isNext);
    });
  });

  // Lists in order of time: the line between what was and what is to come.
  each(".agenda > li[data-last]", function (row) { row.classList.toggle("passed", row.dataset.last < today); });
  var line = document.querySelector("li.today-line");
  if (line) {
    var rows = Array.prototype.slice.call(document.querySelectorAll(".agenda > li[data-last]"));
    var next = rows.filter(function (row) { return row.dataset.first > today; })[0];
    var time = line.querySelector("time");
    time.setAttribute("datetime", today);
    time.textContent = text(today);
    if (next) next.before(line); else if (rows.length) rows[rows.length - 1].after(line);
  }

  // The day's place in a month.
  each("td.now", function (cell) {
    cell.classList.remove("now");
    var label = cell.querySelector(".label");
    if (label) label.remove();
  });
  var cell = document.querySelector('td[data-day="' + today + '"]');
  if (cell) {
    var label = document.createElement("span");
    label.className = "label due";
    label.textContent = words.today;
    cell.classList.add("now");
    cell.append(" ", label);
  }
})();
