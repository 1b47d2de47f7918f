import { COLOURS } from "../../reports/html/style/colours.js";

/** The one style sheet of the viewer's own pages: system fonts, light and dark by the reader's setting, nothing loaded. */
export const STYLE = `
${COLOURS}
:root { --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--link); text-underline-offset: 2px; }
a.quiet { color: inherit; text-decoration: none; }
a.quiet:hover { text-decoration: underline; }
thead th a { color: inherit; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 6px 12px; z-index: 9; }
header.bar { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; padding: 10px 20px; border-bottom: 1px solid var(--line); background: var(--sheet); }
header.bar strong { font-size: 17px; letter-spacing: .02em; }
header.bar nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
header.bar nav a { color: var(--ink); text-decoration: none; padding: 2px 0; border-bottom: 2px solid transparent; }
header.bar nav a:hover { border-color: var(--line); }
header.bar nav a[aria-current] { border-color: var(--link); font-weight: 600; }
header.bar .file { margin-left: auto; color: var(--faint); font: 13px/1.5 var(--mono); overflow-wrap: anywhere; }
main { max-width: 1280px; margin: 0 auto; padding: 20px; }
h1 { font-size: 22px; line-height: 1.3; margin: 4px 0 12px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin: 28px 0 8px; }
h3 { font-size: 14px; margin: 12px 0 0; }
ul.measures { display: flex; flex-wrap: wrap; gap: 6px 10px; padding: 0; margin: 8px 0; list-style: none; }
ul.measures li { border: 1px solid var(--line); border-radius: 6px; padding: 2px 9px; }
p { margin: 8px 0; max-width: 80ch; }
.faint { color: var(--faint); }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 8px 12px; color: var(--faint); }
th, td { text-align: left; vertical-align: top; padding: 7px 12px; border-top: 1px solid var(--line); }
thead th { border-top: 0; background: var(--sheet); font-weight: 600; font-size: 13px; white-space: nowrap; }
tbody tr:hover { background: var(--hover); }
td.number, th.number { text-align: right; white-space: nowrap; }
td.text { min-width: 36ch; max-width: 72ch; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
td.word { white-space: nowrap; unicode-bidi: isolate; }
code, .mono { font-family: var(--mono); font-size: 13px; }
pre { font: 13px/1.5 var(--mono); background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: 8px 0; }
.chip { display: inline-block; padding: 0 8px; border-radius: 999px; font-weight: 600; font-size: 13px; white-space: nowrap; border: 1px solid var(--line); }
.chip.pass { color: var(--pass); background: var(--pass-paper); border-color: transparent; }
.chip.fail { color: var(--fail); background: var(--fail-paper); border-color: transparent; }
.chip.inconclusive { color: var(--open); background: var(--open-paper); border-color: transparent; }
form.filter { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin: 0 0 16px; padding: 12px; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
form.filter label { display: grid; gap: 2px; font-size: 13px; color: var(--faint); }
form.filter label.check { display: flex; gap: 6px; align-items: center; color: var(--ink); padding: 6px 0; }
form.filter label.grow { flex: 1 1 18ch; }
input, select, textarea, button, .button { font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: 6px; padding: 5px 9px; min-width: 0; }
select { max-width: 28ch; }
textarea { width: 100%; font: 14px/1.5 var(--mono); resize: vertical; }
button, .button { cursor: pointer; font-weight: 600; background: var(--sheet); text-decoration: none; display: inline-block; }
button.main { color: var(--paper); background: var(--link); border-color: var(--link); }
button:hover, .button:hover { border-color: var(--ink); }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin: 12px 0; }
.row .end { margin-left: auto; }
.notice { border: 1px solid var(--line); border-left: 5px solid var(--open); border-radius: 6px; padding: 8px 14px; margin: 12px 0; background: var(--sheet); }
.notice.fail { border-left-color: var(--fail); }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; margin: 12px 0; }
dl.facts dt { color: var(--faint); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.prose { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 8px 0; background: var(--sheet); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 34ch), 1fr)); gap: 0 16px; }
ins { text-decoration: underline; text-decoration-thickness: 2px; background: var(--pass-paper); color: var(--pass); }
del { text-decoration: line-through; background: var(--fail-paper); color: var(--fail); }
mark { background: var(--mark); color: inherit; }
.control { color: var(--fail); border: 1px dotted currentcolor; border-radius: 3px; font: 12px var(--mono); padding: 0 2px; unicode-bidi: isolate; }
progress { width: 12em; max-width: 100%; }
.snippet { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; unicode-bidi: isolate; }
footer { max-width: 1280px; margin: 0 auto; padding: 20px; color: var(--faint); font-size: 13px; }
@media (max-width: 640px) {
  main { padding: 12px; }
  header.bar { padding: 8px 12px; }
  header.bar .file { margin-left: 0; flex-basis: 100%; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin: 0 0 8px; }
}
@media print { header.bar nav, form.filter, .row { display: none; } .wide { overflow: visible; } }
`;
