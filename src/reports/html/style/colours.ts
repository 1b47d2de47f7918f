/**
 * Colours of pages and charts as custom properties, for light and dark. Text on paper has a contrast of 4.5 at least, lines
 * and marks of 3. Charts take `--series-1` to `--series-6` in the order of models, `--grid` and `--band` (equivalence), and
 * the three verdicts; none of them says anything by its colour alone.
 */
const LIGHT = `--paper: #ffffff; --sheet: #f6f7f9; --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --hover: #eef2f6;
--link: #0550ae; --mark: #fff3bf; --shadow: 0 1px 2px rgb(27 31 36 / 8%);
--pass: #116329; --fail: #b3261e; --open: #7a4d00;
--pass-paper: #dff5e3; --fail-paper: #fde7e5; --open-paper: #fbf0d3;
--grid: #e3e7ec; --axis: #6b7580; --band: #d6eadb;
--series-1: #0067a8; --series-2: #c04c00; --series-3: #00795a; --series-4: #8e4691; --series-5: #806300; --series-6: #56606b;`;

const DARK = `--paper: #0f1318; --sheet: #171c22; --ink: #e6eaf0; --faint: #9aa5b1; --line: #313943; --hover: #1e252d;
--link: #79b8ff; --mark: #4a3b00; --shadow: none;
--pass: #6fdc8c; --fail: #ff9d94; --open: #f0c869;
--pass-paper: #12301b; --fail-paper: #3c1714; --open-paper: #352804;
--grid: #262d36; --axis: #8b96a3; --band: #163322;
--series-1: #6cb6ff; --series-2: #ffa657; --series-3: #56d4a4; --series-4: #e0a3e6; --series-5: #e3c567; --series-6: #a3adb8;`;

/** By the reader's setting, or by the button of the page: `data-theme` on the root; paper is always light. */
export const COLOURS = `:root { color-scheme: light; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { color-scheme: dark; ${DARK} } }
@media screen { :root[data-theme="dark"] { color-scheme: dark; ${DARK} } }
`;
