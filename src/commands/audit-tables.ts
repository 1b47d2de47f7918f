import type { Audit, AuditedOperator } from "../audit/audit.js";
import type { WordRow } from "../audit/word-rows.js";
import { COVARIATES, type Covariate } from "../contract.js";
import { type Cell, renderTable } from "./table.js";

const NAMES: Readonly<Record<Covariate, string>> = {
  tokens: "tokens ×",
  sentences: "sentences",
  listItems: "list items",
  headings: "headings",
  bold: "bold",
  codeSpans: "code",
  numbers: "numbers",
  urls: "URLs",
  capitals: "capitals",
  registerMarkers: "register",
  codeErrors: "code errors",
};

/** How often operators applied, what they say, how fast they are. */
export function applicationTable({ operators }: Audit): string {
  const rows = operators.map((one): Cell[] => [
    one.operator,
    one.asked,
    one.applied,
    percent(one.applied, one.asked),
    one.measured,
    kept(one),
    one.insertions === 0 ? null : one.realisations.size,
    kept(one) - one.variants.size,
    one.milliseconds === 0 ? null : Math.round((1000 * one.asked) / one.milliseconds),
  ]);
  const columns = [
    "operator",
    "asked",
    "applied",
    "share",
    "measured",
    "valid",
    "distinct",
    "repeated",
    "a second",
  ];
  return renderTable(columns, rows, "table");
}

/** Mean change of each covariate over the measured valid pairs; those an operator means to move carry a *. */
export function driftTable({ operators }: Audit): string {
  const rows = operators.map((one): Cell[] => {
    const n = kept(one);
    const means = COVARIATES.map((name) => {
      const mean = one.drift[name].sum / n;
      const shown = name === "tokens" ? (2 ** mean).toFixed(2) : signed(mean);
      const target = (one.targets as readonly string[]).includes(name) ? "*" : "";
      return n === 0 ? null : `${shown}${target}`;
    });
    const edit =
      one.editSimilarity.n === 0 ? null : (one.editSimilarity.sum / one.editSimilarity.n).toFixed(2);
    return [one.operator, ...means, n === 0 ? null : (one.similarity / n).toFixed(2), edit];
  });
  return renderTable(
    ["operator", ...COVARIATES.map((name) => NAMES[name]), "similar", "in order"],
    rows,
    "table",
  );
}

/** Why operators did not apply, and which guards refused what they made. */
export function reasonLines({ operators }: Audit): string {
  return operators
    .flatMap(({ operator, skipped, refused, threw, errors, code }) => [
      ...line(operator, "skipped", skipped),
      ...line(operator, "refused", refused),
      ...line(operator, "applied by language", shares(code)),
      ...(threw === 0
        ? []
        : [
            `${operator}  threw ${threw} times: ${errors.map(({ item, detail }) => `${detail} (item ${item})`).join("; ")}`,
          ]),
    ])
    .join("\n");
}

function line(operator: string, what: string, counts: Readonly<Record<string, number | string>>): string[] {
  const entries = Object.entries(counts).sort(([a, n], [b, m]) => Number(m) - Number(n) || (a < b ? -1 : 1));
  if (entries.length === 0) return [];
  return [`${operator}  ${what}: ${entries.map(([reason, n]) => `${reason} ${n}`).join(", ")}`];
}

function shares(code: AuditedOperator["code"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(code).map(([language, { asked, applied }]) => [language, `${applied} of ${asked}`]),
  );
}

/** What choosing taught: how often the chosen answer has more of each covariate. */
export function lessonTable({ lessons }: Audit): string {
  const rows = lessons.map(
    ({ covariate, comparisons, more, less, same, share, lower, upper, reason }): Cell[] => [
      covariate === "tokens" ? "tokens" : NAMES[covariate],
      comparisons,
      more,
      less,
      same,
      share === null ? null : `${(100 * share).toFixed(1)} %`,
      lower === null || upper === null
        ? reason
        : `${(100 * lower).toFixed(1)} to ${(100 * upper).toFixed(1)} %`,
    ],
  );
  return renderTable(
    ["covariate", "comparisons", "chosen has more", "less", "same", "share", "95 %"],
    rows,
    "table",
  );
}

export function wordTable(rows: readonly WordRow[], shown: number): string {
  const cells = rows
    .slice(0, shown)
    .map(({ term, prompts, chosen, rejected, z, q }): Cell[] => [
      term,
      prompts,
      chosen.toFixed(2),
      rejected.toFixed(2),
      z.toFixed(1),
      q.toPrecision(2),
    ]);
  return renderTable(["word or phrase", "prompts", "‰ chosen", "‰ rejected", "z", "q"], cells, "table");
}

export function kept({ measured, refused }: AuditedOperator): number {
  return measured - Object.values(refused).reduce((sum, n) => sum + n, 0);
}

function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : `${Math.round((100 * part) / whole)} %`;
}

function signed(mean: number): string {
  const shown = mean.toFixed(2);
  return Number(shown) === 0 ? "0" : mean > 0 ? `+${shown}` : shown;
}
