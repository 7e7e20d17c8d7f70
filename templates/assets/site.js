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
  const marked = () => document.querySelectorAll(".lit");
  const partners = (element) => {
    const side = element.dataset.side;
    const selectors = [];
    const add = (token) => {
      if (!side || side === "source") selectors.push(`[data-token="${token}"][data-side="source"]`);
      if (!side || side === "target") selectors.push(`[data-token="${token}"][data-side="target"]`);
      selectors.push(`[data-k="${token}"]`, `[data-q="${token}"]`);
    };
    for (const name of ["token", "q", "k"]) if (element.dataset[name] !== undefined) add(element.dataset[name]);
    return selectors.length ? document.querySelectorAll(selectors.join(",")) : [];
  };
  const light = (event) => {
    for (const element of marked()) element.classList.remove("lit");
    const element = event.target.closest?.("[data-token],[data-q],[data-k]");
    if (element) for (const partner of partners(element)) partner.classList.add("lit");
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);

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
