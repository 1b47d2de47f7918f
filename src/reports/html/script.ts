/**
 * The script of the page. All is there without it: it changes the theme, copies, filters the pairs and opens for print what
 * is folded. Texts are only ever set as text.
 */
export const PAGE_SCRIPT = `"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const keep = (value) => { try { localStorage.setItem("tare-theme", value); } catch {} };
  const kept = () => { try { return localStorage.getItem("tare-theme"); } catch { return null; } };

  const themes = ["auto", "light", "dark"];
  const button = document.querySelector("[data-theme-button]");
  const show = (theme) => {
    if (theme === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
    button.textContent = "Theme: " + theme;
  };
  if (button) {
    let theme = themes.includes(kept()) ? kept() : "auto";
    button.hidden = false;
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      show(theme);
      keep(theme);
    });
    show(theme);
  }

  for (const copy of all("button[data-copy]")) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const source = document.getElementById(copy.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.textContent);
        copy.textContent = "Copied";
      } catch {
        const range = document.createRange();
        range.selectNodeContents(source);
        const selection = getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        copy.textContent = "Selected";
      }
      setTimeout(() => { copy.textContent = "Copy"; }, 1500);
    });
  }

  const form = document.querySelector("form[data-filter]");
  if (form) {
    form.hidden = false;
    const groups = all("[data-group]").map((group) => ({
      group,
      opened: group.open,
      pairs: all("[data-pair]", group).map((pair) => ({ pair, text: "" })),
    }));
    const said = document.querySelector("[data-filter-said]");
    const fields = ["model", "operator", "attribute", "verdict", "side"];
    const filter = () => {
      const given = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value]));
      const words = String(given.text || "").toLowerCase().trim();
      const asked = words !== "" || fields.some((name) => given[name]);
      let seen = 0;
      let of = 0;
      for (const { group, opened, pairs } of groups) {
        let here = 0;
        for (const one of pairs) {
          if (words !== "" && one.text === "") one.text = one.pair.textContent.toLowerCase();
          const fits = fields.every((name) => !given[name] || one.pair.dataset[name] === given[name]);
          one.pair.hidden = !(fits && one.text.includes(words));
          if (!one.pair.hidden) here += 1;
        }
        seen += here;
        of += pairs.length;
        group.hidden = here === 0;
        group.open = asked ? here > 0 : opened;
      }
      said.textContent = asked ? seen + " of " + of + " pairs on this page shown" : of + " pairs on this page";
    };
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(filter, 120);
    });
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details[data-group]:not([open]):not([hidden])");
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
})();
`;
