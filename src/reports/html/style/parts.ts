/** The pieces of the page: the verdict, rules, panels, notices, buttons and forms. */
export const PARTS = `
.faint { color: var(--faint); }
.why { color: var(--faint); font-style: italic; }
.chip { display: inline-block; padding: 1px 10px; border-radius: 999px; font-size: 13px; font-weight: 650; white-space: nowrap; vertical-align: 2px; }
.chip.pass { color: var(--pass); background: var(--pass-paper); }
.chip.fail { color: var(--fail); background: var(--fail-paper); }
.chip.inconclusive { color: var(--open); background: var(--open-paper); }
.verdict { border: 1px solid var(--line); border-left: 6px solid var(--open); border-radius: 10px; padding: 18px 22px; background: var(--sheet); }
.verdict.pass { border-left-color: var(--pass); }
.verdict.fail { border-left-color: var(--fail); }
.verdict > .chip { font-size: 16px; padding: 3px 14px; }
.verdict .models { list-style: none; padding: 0; display: grid; gap: 8px; }
.rules { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr)); gap: 14px; margin: 12px 0; }
.rule { border: 1px solid var(--line); border-top: 4px solid var(--open); border-radius: 8px; padding: 12px 16px; box-shadow: var(--shadow); }
.rule.pass { border-top-color: var(--pass); }
.rule.fail { border-top-color: var(--fail); }
.rule h3, .rule h4 { margin: 2px 0 8px; font-size: 16px; }
.rule .because { font-weight: 600; }
.rule dl.facts { display: flex; flex-wrap: wrap; gap: 6px 26px; }
.rule dl.facts div { display: block; }
.rule dl.facts dt { font-size: 13px; }
dl.facts { margin: 12px 0; font-variant-numeric: tabular-nums; }
dl.facts div { display: grid; grid-template-columns: minmax(9em, 14em) 1fr; gap: 2px 18px; padding: 3px 0; }
dl.facts dt { color: var(--faint); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.notice { border: 1px solid var(--line); border-left: 6px solid var(--open); border-radius: 8px; padding: 10px 18px; margin: 14px 0; }
.panels { columns: 2 480px; column-gap: 16px; }
.panels figure { break-inside: avoid; }
.panels.several { columns: auto; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 16px; align-items: start; }
.panels.several { margin-bottom: 16px; }
.panels.several figure { margin: 0; }
figure.panel { margin: 0 0 16px; min-width: 0; padding: 14px 18px; border: 1px solid var(--line); border-radius: 10px; box-shadow: var(--shadow); }
figure.panel h3 { margin: 0; }
figure.panel figcaption { color: var(--faint); max-width: 100ch; }
.drawing { overflow-x: auto; margin: 10px 0; }
.drawing svg { display: block; width: 100%; max-width: 720px; height: auto; margin: 0 auto; }
button, input, select { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--axis); border-radius: 6px; padding: 4px 10px; min-width: 0; }
button { cursor: pointer; font-size: 13px; font-weight: 600; background: var(--sheet); }
button:hover { border-color: var(--ink); }
form.filter { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: end; margin: 14px 0; padding: 12px 16px; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
form.filter label { display: grid; gap: 2px; font-size: 13px; color: var(--faint); }
form.filter input, form.filter select { font-size: 15px; max-width: 100%; }
form.filter label:first-child { flex: 1 1 16ch; }
form.filter p { flex-basis: 100%; margin: 0; font-size: 13px; }
form[hidden], button[hidden], [data-pair][hidden], [data-group][hidden] { display: none; }
summary { cursor: pointer; }
details.query, details.numbers { margin: 8px 0; font-size: 14px; }
details.query > summary, details.numbers > summary { color: var(--faint); }
.copyable { margin: 8px 0; }
.copyable p { display: flex; justify-content: space-between; align-items: end; gap: 12px; margin: 0 0 4px; font-size: 13px; color: var(--faint); max-width: none; }
@media (max-width: 640px) {
  .verdict { padding: 14px 16px; }
  figure.panel { padding: 12px; }
  dl.facts div { grid-template-columns: 1fr; }
}
`;
