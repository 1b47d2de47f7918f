/** Tables scroll by themselves where they are too wide, so that the page never does. */
export const TABLES = `
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
caption { text-align: left; padding: 8px 12px; color: var(--faint); font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px; border-top: 1px solid var(--line); }
thead th { background: var(--sheet); font-weight: 600; font-size: 13px; vertical-align: bottom; }
tbody th { font-weight: 600; overflow-wrap: break-word; min-width: 14ch; max-width: 40ch; }
tbody tr:hover > * { background: var(--hover); }
.number { text-align: right; white-space: nowrap; }
.short { white-space: nowrap; }
thead .number { white-space: normal; }
td.text { min-width: 26ch; overflow-wrap: anywhere; }
td code { overflow-wrap: anywhere; }
`;
