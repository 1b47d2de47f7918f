import { PAGE_STYLE } from "../../reports/html/style.js";

/** What the pages of the viewer have beside those of a report: fields, buttons, rows of them, texts cut short in a table. */
const OWN = `
textarea { width: 100%; font: 14px/1.5 var(--mono); color: var(--ink); background: var(--paper); border: 1px solid var(--axis); border-radius: 6px; padding: 8px 10px; resize: vertical; }
select { max-width: 32ch; }
button.main { color: var(--paper); background: var(--link); border-color: var(--link); }
button.main, form.filter button { font-size: 14px; padding: 6px 14px; }
a.button { display: inline-block; font-size: 14px; font-weight: 600; color: var(--ink); background: var(--sheet); border: 1px solid var(--axis); border-radius: 6px; padding: 5px 13px; text-decoration: none; }
a.button:hover { border-color: var(--ink); }
form.filter label:first-child { flex: none; }
form.filter label.grow { flex: 1 1 22ch; }
form.filter label.check { display: flex; gap: 6px; align-items: center; color: var(--ink); padding: 8px 0; }
form.filter input::placeholder { color: var(--faint); opacity: 1; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 12px 0; }
.row .end { margin-left: auto; }
.mono { font-family: var(--mono); font-size: 13px; }
a.quiet { color: inherit; text-decoration: none; }
a.quiet:hover { text-decoration: underline; }
thead th a { color: inherit; }
td.word { white-space: nowrap; unicode-bidi: isolate; }
td.text { min-width: 36ch; white-space: pre-wrap; unicode-bidi: isolate; }
td.snippet { min-width: 26ch; }
td.snippet span { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; unicode-bidi: isolate; overflow-wrap: anywhere; }
h1 code { font-size: .6em; color: var(--faint); }
h2 { margin-top: 32px; }
ul.measures { display: flex; flex-wrap: wrap; gap: 6px 10px; padding: 0; margin: 8px 0; list-style: none; }
ul.measures li { border: 1px solid var(--line); border-radius: 6px; padding: 2px 9px; }
.notice.fail { border-left-color: var(--fail); }
progress { width: 16em; max-width: 100%; }
@media (max-width: 640px) { select { max-width: 100%; } form.filter label { flex: 1 1 14ch; min-width: 0; max-width: 100%; } }
`;

/** The style sheet of the viewer's own pages: that of reports, and a little more. */
export const STYLE = `${PAGE_STYLE}${OWN}`;
