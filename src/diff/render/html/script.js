"use strict";
(function () {
  const all = function (selector) { return Array.from(document.querySelectorAll(selector)); };
  const one = function (selector) { return document.querySelector(selector); };
  const fold = function (words) {
    return words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ");
  };
  const rows = all("tr.row");
  const words = rows.map(function (row) { return fold(row.textContent); });
  const controls = one("#controls"), search = one("#search"), body = one("#body"), help = one("#help"), shown = one("#shown");
  const buttons = all("button[data-filter]");
  controls.hidden = false;

  const pressed = function (filter) {
    return buttons
      .filter(function (button) { return button.dataset.filter === filter ? button.getAttribute("aria-pressed") === "true" : false; })
      .map(function (button) { return button.value; });
  };
  const apply = function () {
    const topics = pressed("topic"), signs = pressed("sign"), said = fold(search.value).trim();
    const fits = function (row, at) {
      const bodies = (row.dataset.bodies || "").split(" ");
      return [
        topics.length === 0 || topics.includes(row.dataset.topic),
        signs.length === 0 || signs.includes(row.dataset.sign),
        body.value === "" || bodies.includes(body.value),
        words[at].includes(said),
      ].every(Boolean);
    };
    rows.forEach(function (row, at) { row.hidden = !fits(row, at); });
    all("section.topic").forEach(function (section) { section.hidden = !section.querySelector("tr.row:not([hidden])"); });
    const count = rows.filter(function (row) { return !row.hidden; }).length;
    shown.textContent = count === 0 ? "Không có dòng nào như vậy" : "Đang hiện " + count + " trong " + rows.length + " dòng";
  };
  const clear = function () {
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", "false"); });
    search.value = "";
    body.value = "";
    apply();
  };
  const turnHelp = function () {
    help.hidden = !help.hidden;
    one("#help-button").setAttribute("aria-expanded", String(!help.hidden));
  };
  const step = function (by) {
    const seen = rows.filter(function (row) { return !row.hidden; });
    if (seen.length === 0) { return; }
    const active = document.activeElement;
    const own = active ? seen.indexOf(active.closest("tr.row")) : -1;
    const at = own === -1 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(own + by, 0), seen.length - 1);
    seen[at].focus({ preventScroll: true });
    seen[at].scrollIntoView({ block: "center" });
  };

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  });
  search.addEventListener("input", apply);
  body.addEventListener("change", apply);
  one("#clear").addEventListener("click", clear);
  one("#help-button").addEventListener("click", turnHelp);
  all("nav a").forEach(function (link) {
    link.addEventListener("click", function () {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      if (target) { if (target.hidden) { clear(); } }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (event.key === "Escape") {
      if (typing) { event.target.blur(); }
      if (!help.hidden) { turnHelp(); }
      return;
    }
    if (typing) { return; }
    const keys = {
      j: function () { step(1); },
      k: function () { step(-1); },
      "/": function () { search.focus(); search.select(); },
      "?": turnHelp,
    };
    if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });
  let folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details:not([open])");
    folded.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (details) { details.open = false; });
  });
  apply();
})();
