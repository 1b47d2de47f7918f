/**
 * Texts of the data, and what was changed in them: underlined or struck out, never told by colour alone. Screen readers are
 * told by words that only they get (most do not speak of ins and del), and that are not copied along.
 */
export const TEXTS = `
code, pre { font-family: var(--mono); font-size: 13px; }
pre { line-height: 1.5; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; margin: 0; max-height: 30em; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
.prose { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; margin: 6px 0; background: var(--sheet); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 34ch), 1fr)); gap: 0 16px; }
.label { margin: 8px 0 0; font-size: 13px; color: var(--faint); }
ins { background: var(--pass-paper); color: var(--pass); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 2px; }
del { background: var(--fail-paper); color: var(--fail); text-decoration: line-through; }
ins::before, ins::after, del::before, del::after { clip-path: inset(100%); clip: rect(0 0 0 0); height: 1px; width: 1px; overflow: hidden; position: absolute; white-space: nowrap; }
ins::before { content: " [only in the variant: "; }
del::before { content: " [only in the base: "; }
ins::after, del::after { content: "] "; }
.cut { color: var(--faint); font-style: italic; font-size: 13px; }
.control { color: var(--fail); border: 1px dotted currentcolor; border-radius: 3px; font: 12px var(--mono); padding: 0 2px; unicode-bidi: isolate; }
details.operator { border: 1px solid var(--line); border-radius: 10px; margin: 10px 0; padding: 0 16px; }
details.operator > summary { padding: 10px 0; }
details.operator > summary h3 { display: inline; margin-right: 8px; }
.pair { border-top: 1px solid var(--line); padding: 12px 0; }
.pair .scores { display: flex; flex-wrap: wrap; gap: 2px 18px; align-items: baseline; margin: 0 0 4px; max-width: none; font-variant-numeric: tabular-nums; }
.pair .scores strong { font-size: 17px; }
.pair .scores code { margin-left: auto; color: var(--faint); }
.prompt summary { font-size: 13px; color: var(--faint); }
`;
