// Everything here is an extra: pages are complete without it.
"use strict";
(() => {
  const root = document.documentElement;
  const stored = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value); } catch { /* no storage, no memory */ } },
  };

  // Theme: system, light, dark; the choice is remembered.
  const themes = ["system", "light", "dark"];
  const toggle = document.getElementById("theme");
  const show = (theme) => {
    theme === "system" ? root.removeAttribute("data-theme") : root.setAttribute("data-theme", theme);
    toggle.textContent = `Theme: ${theme}`;
  };
  let theme = themes.includes(stored.get("izzyviz-theme")) ? stored.get("izzyviz-theme") : "system";
  show(theme);
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    stored.set("izzyviz-theme", theme === "system" ? null : theme);
    show(theme);
  });

  // A token pointed at lights up wherever the page shows it: in the text, and as a row or a column of every figure.
  const svgSpace = "http://www.w3.org/2000/svg";
  const numbers = (text) => text.split(" ").map(Number);
  const clear = () => {
    for (const element of document.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const element of document.querySelectorAll(".band")) element.remove();
  };
  const band = (cells, axis, token) => {
    const edges = { rows: numbers(cells.dataset.rows), columns: numbers(cells.dataset.columns) };
    const place = Math.floor(token / Number(cells.dataset.block || 1));
    if (place + 1 >= edges[axis].length) return;
    const [from, to] = edges[axis].slice(place, place + 2);
    const box = document.createElementNS(svgSpace, "rect");
    const isRow = axis === "rows";
    for (const [name, value] of Object.entries({
      class: "band",
      x: isRow ? 0 : from, y: isRow ? from : 0,
      width: isRow ? edges.columns.at(-1) : to - from, height: isRow ? to - from : edges.rows.at(-1),
    })) box.setAttribute(name, value);
    cells.append(box);
  };
  const light = (side, token) => {
    for (const chip of document.querySelectorAll(`[data-token="${token}"][data-side="${side}"]`)) chip.classList.add("lit");
    for (const figure of document.querySelectorAll(".figure[data-row-side]")) {
      const cells = figure.querySelector("g[data-rows]");
      if (!cells) continue;
      for (const [axis, name, own] of [["rows", "q", figure.dataset.rowSide], ["columns", "k", figure.dataset.columnSide]]) {
        if (own !== side) continue;
        band(cells, axis, token);
        const first = token - (token % Number(cells.dataset.block || 1));
        for (const label of figure.querySelectorAll(`[data-${name}="${first}"]`)) label.classList.add("lit");
      }
    }
  };
  const cellAt = (cells, event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(cells.getScreenCTM().inverse());
    const find = (edges, value) => edges.findIndex((edge, i) => edge <= value && value < edges[i + 1]);
    const block = Number(cells.dataset.block || 1);
    return [find(numbers(cells.dataset.rows), at.y) * block, find(numbers(cells.dataset.columns), at.x) * block];
  };
  const point = (event) => {
    const target = event.target;
    const chip = target.closest?.("[data-token]");
    const figure = target.closest?.(".figure[data-row-side]");
    clear();
    if (chip) light(chip.dataset.side, chip.dataset.token);
    if (!figure) return;
    const label = target.closest("[data-q],[data-k]");
    const cells = target.closest("g[data-rows]");
    if (label?.dataset.q) light(figure.dataset.rowSide, Number(label.dataset.q));
    if (label?.dataset.k) light(figure.dataset.columnSide, Number(label.dataset.k));
    if (cells && event.clientX !== undefined) {
      const [row, column] = cellAt(cells, event);
      if (row >= 0) light(figure.dataset.rowSide, row);
      if (column >= 0) light(figure.dataset.columnSide, column);
    }
  };
  if (document.querySelector("[data-token],.figure[data-row-side]")) {
    document.addEventListener("pointermove", point);
    document.addEventListener("focusin", point);
  }

  // Filters above long tables.
  for (const table of document.querySelectorAll("table.filterable")) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < 12) continue;
    const box = document.createElement("input");
    box.type = "search";
    box.className = "filter";
    box.placeholder = `Filter ${rows.length} rows`;
    box.setAttribute("aria-label", `Filter ${rows.length} rows`);
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      for (const row of rows) row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
    });
    table.closest(".scroll").before(box);
  }

  // Search: the index is a script beside this one, because a page opened from disk may not fetch.
  const opener = document.getElementById("search-open");
  if (!opener) return;
  const indexAddress = new URL(opener.dataset.index, location.href);
  let dialog;
  const load = () => new Promise((done) => {
    if (globalThis.izzyvizIndex) return done();
    const script = document.createElement("script");
    script.src = opener.dataset.index;
    script.addEventListener("load", done);
    document.head.append(script);
  });
  const find = (words) => {
    const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
    const score = ([title, , text]) => {
      const [head, rest] = [title.toLowerCase(), text.toLowerCase()];
      let sum = 0;
      for (const term of terms) {
        if (head.startsWith(term)) sum += 4;
        else if (head.includes(term)) sum += 2;
        else if (rest.includes(term)) sum += 1;
        else return 0;
      }
      return sum;
    };
    return globalThis.izzyvizIndex.map((entry) => [score(entry), entry]).filter(([s]) => s > 0).sort((a, b) => b[0] - a[0]).slice(0, 30).map(([, entry]) => entry);
  };
  const build = () => {
    dialog = document.createElement("dialog");
    dialog.id = "search";
    dialog.setAttribute("aria-label", "Search this site");
    const input = document.createElement("input");
    input.type = "search";
    input.setAttribute("aria-label", "Search for models, heads, slices, examples and definitions");
    input.placeholder = "Models, heads, slices, examples, definitions";
    const list = document.createElement("ol");
    const status = document.createElement("p");
    status.className = "muted";
    status.setAttribute("role", "status");
    input.addEventListener("input", () => {
      const found = input.value.trim() ? find(input.value) : [];
      status.textContent = input.value.trim() ? (found.length ? "" : "Nothing found.") : "";
      list.replaceChildren(...found.map(([title, path, text]) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = new URL(path, indexAddress);
        const kind = document.createElement("span");
        kind.className = "muted";
        link.append(title);
        kind.textContent = text;
        link.append(kind);
        item.append(link);
        return item;
      }));
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") list.querySelector("a")?.click();
      if (event.key === "ArrowDown") { event.preventDefault(); list.querySelector("a")?.focus(); }
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
      if (!step) return;
      event.preventDefault();
      (event.target.closest("li")[step]?.querySelector("a") ?? input).focus();
    });
    dialog.append(input, status, list);
    document.body.append(dialog);
  };
  const open = async () => {
    await load();
    if (!dialog) build();
    dialog.showModal();
    dialog.querySelector("input").select();
  };
  opener.hidden = false;
  opener.addEventListener("click", open);

  // Keys: "/" searches, arrows move between heads and layers.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (dialog?.open || event.target.closest?.("input,textarea,select,[contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      open();
      return;
    }
    // A picture or a table that scrolls keeps its arrows.
    if (event.target.matches?.(".scroll,.picture")) return;
    const link = document.querySelector(`.neighbours a[data-key="${event.key}"]`);
    const scrolls = event.key === "ArrowUp" || event.key === "ArrowDown";
    if (link && !(scrolls && !document.body.classList.contains("page-head"))) {
      event.preventDefault();
      link.click();
    }
  });
})();
