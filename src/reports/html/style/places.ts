/** Where things stand: bar, contents, sections, and what folds on a narrow screen. */
export const PLACES = `
:root { --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; scroll-padding-top: 4rem; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; -webkit-text-size-adjust: 100%; }
a { color: var(--link); text-underline-offset: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: var(--paper); padding: 6px 12px; z-index: 9; }
header.bar { position: sticky; top: 0; z-index: 5; display: flex; gap: 4px 20px; align-items: center; padding: 8px 24px; border-bottom: 1px solid var(--line); background: var(--sheet); }
header.bar strong { font-size: 17px; letter-spacing: .02em; }
header.bar nav { flex: 1; overflow-x: auto; scrollbar-width: none; }
header.bar ul { display: flex; gap: 2px 18px; margin: 0; padding: 0; list-style: none; white-space: nowrap; }
header.bar li a { display: inline-block; color: var(--ink); text-decoration: none; padding: 4px 0; border-bottom: 2px solid transparent; }
header.bar li a:hover { border-color: var(--link); }
header.bar button { flex: none; margin-left: auto; }
nav.places { display: flex; flex-wrap: wrap; gap: 4px 18px; align-items: center; padding: 8px 24px; border-bottom: 1px solid var(--line); background: var(--sheet); }
nav.places strong { font-size: 17px; letter-spacing: .02em; }
nav.places a { color: var(--ink); text-decoration: none; padding: 2px 0; border-bottom: 2px solid transparent; }
nav.places a:hover { border-color: var(--line); }
nav.places a[aria-current] { border-color: var(--link); font-weight: 600; }
nav.places ~ header.bar strong { display: none; }
nav.places span { margin-left: auto; color: var(--faint); font: 13px/1.5 var(--mono); overflow-wrap: anywhere; }
main { max-width: 1180px; margin: 0 auto; padding: 24px; }
section { margin: 44px 0 0; }
h1 { font-size: clamp(20px, 2.6vw, 28px); line-height: 1.25; margin: 10px 0; overflow-wrap: anywhere; text-wrap: balance; }
h2 { font-size: 20px; line-height: 1.3; margin: 0 0 14px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
h3 { font-size: 16px; line-height: 1.35; margin: 22px 0 8px; overflow-wrap: anywhere; }
h4, h5 { font-size: 15px; line-height: 1.35; margin: 16px 0 6px; overflow-wrap: anywhere; }
p { margin: 8px 0; max-width: 90ch; overflow-wrap: anywhere; }
ul { padding-left: 1.3em; margin: 8px 0; }
footer { max-width: 1180px; margin: 32px auto 0; padding: 16px 24px 40px; color: var(--faint); font-size: 13px; border-top: 1px solid var(--line); }
.model + .model { margin-top: 28px; }
@media (max-width: 640px) {
  main { padding: 14px; }
  header.bar { padding: 6px 14px; gap: 12px; }
  nav.places { padding: 6px 14px; }
  section { margin-top: 34px; }
}
`;
