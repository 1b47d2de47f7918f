import type { Augmentation, Covariate, Expectation, ResponseRole } from "../contract.js";
import type { Store } from "./open.js";

/** The reward of one response of one item; rows come ordered by item, then position. */
export interface ScoredResponse {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly score: number;
  readonly truncated: boolean;
}

/** One valid pair with both rewards; rows come ordered by item, position, dose. */
export interface ScoredPair {
  readonly item: string;
  readonly prompt: string;
  readonly position: number;
  readonly role: ResponseRole;
  readonly style: string;
  readonly augmentation: string;
  readonly dose: number | null;
  readonly expects: Expectation;
  readonly changes: Augmentation["changes"];
  readonly base: number;
  readonly variant: number;
  /** Model-free token counts, for response curves. */
  readonly baseTokens: number;
  readonly variantTokens: number;
  /** What changed beside the target, variant less base. */
  readonly drift?: Readonly<Record<Covariate, number>>;
}

export interface SkippedPair {
  readonly item: string;
  readonly role: ResponseRole;
  readonly dose: number | null;
}

export function readScoredResponses({ db }: Store, run: string): ScoredResponse[] {
  const rows = db
    .prepare<[string], Omit<ScoredResponse, "truncated"> & { truncated: number }>(
      `SELECT item, prompt, position, role, style, score, truncated FROM base_scores
        WHERE run = ? ORDER BY item, position`,
    )
    .all(run);
  return rows.map((row) => ({ ...row, truncated: row.truncated === 1 }));
}

/** The columns of the query in their order; rows come as lists, since there are hundreds of thousands. */
type PairRow = readonly [
  ...text: [item: string, prompt: string, position: number, role: ResponseRole, style: string],
  ...declared: [dose: number | null, expects: Expectation, changes: ScoredPair["changes"]],
  ...rewards: [base: number, variant: number, refused: number],
  ...tokens: [base: number, variant: number],
  ...drift: [sentences: number, listItems: number, headings: number, bold: number, codeSpans: number],
  ...more: [numbers: number, urls: number, capitals: number, registerMarkers: number, codeErrors: number],
];

/** Pairs of one operator in a run, every one of them scored. */
export interface OperatorPairs {
  /** Where either text was truncated the changed span may be gone, where readers contradict the label it may be wrong: no evidence. */
  readonly valid: readonly ScoredPair[];
  /** Asked for and come to nothing: not applicable, refused by a guard, in error, truncated by the model, or suspect to its readers. */
  readonly skipped: readonly SkippedPair[];
}

export function readOperatorPairs(store: Store, run: string, augmentation: string): OperatorPairs {
  const valid: ScoredPair[] = [];
  const skipped = readSkips(store, run, augmentation);
  for (const row of readPairRows(store, run, augmentation)) {
    const [item, , , role, , dose] = row;
    if (row[10] === 1) skipped.push({ item, role, dose });
    else valid.push(pairOf(row, augmentation));
  }
  return { valid, skipped };
}

/**
 * The operator's pairs first, then what belongs to each: the order of the joins is spelt out (CROSS JOIN), since a plan that
 * begins with the run looks at all pairs of all operators every time. Of the heads of a reward most are one: then no sum.
 */
function readPairRows({ db }: Store, run: string, augmentation: string): Iterable<PairRow> {
  const heads = db
    .prepare<[string], number>("SELECT count(*) FROM run_heads WHERE run = ?")
    .pluck()
    .get(run)!;
  const reward = (text: string, scored: string) =>
    heads === 1
      ? `h.weight * ${scored}.logit`
      : `(SELECT sum(o.weight * l.logit) FROM run_heads o JOIN scores l ON l.head = o.head
           WHERE o.run = runs.id AND l.scorer = runs.scorer AND l.text = p.${text})`;
  const one = heads === 1 ? "CROSS JOIN run_heads h ON h.run = runs.id" : "";
  const head = heads === 1 ? "h.head" : "0";
  return db
    .prepare<[string, string], PairRow>(
      `SELECT rp.item, i.prompt, rp.position, r.role, r.style, p.dose, a.expects, a.changes,
              ${reward("base", "b")} AS base, ${reward("variant", "v")} AS variant, 
              max(b.truncated, v.truncated, p.key IN (SELECT pair FROM suspect_pairs)) AS refused,
              d.base_tokens AS baseTokens, d.variant_tokens AS variantTokens, d.sentences, d.list_items AS listItems, d.headings,
              d.bold, d.code_spans AS codeSpans, d.numbers, d.urls, d.capitals, d.register_markers AS registerMarkers,
              d.code_errors AS codeErrors
         FROM runs ${one}
        CROSS JOIN pairs p CROSS JOIN run_pairs rp ON rp.run = runs.id AND rp.pair = p.key
        CROSS JOIN augmentations a ON a.name = p.augmentation AND a.version = p.version
        CROSS JOIN items i ON i.id = rp.item
        CROSS JOIN responses r ON r.item = rp.item AND r.position = rp.position
        CROSS JOIN scores b ON b.scorer = runs.scorer AND b.text = p.base AND b.head = ${head}
        CROSS JOIN scores v ON v.scorer = runs.scorer AND v.text = p.variant AND v.head = ${head}
        CROSS JOIN drift d ON d.pair = p.key
        WHERE runs.id = ? AND p.augmentation = ?
        ORDER BY rp.item, rp.position, p.dose, p.key`,
    )
    .raw()
    .iterate(run, augmentation);
}

function readSkips({ db }: Store, run: string, augmentation: string): SkippedPair[] {
  return db
    .prepare<[string, string], SkippedPair>(
      `SELECT k.item, r.role, nullif(k.dose, 0) AS dose FROM skips k
         JOIN responses r ON r.item = k.item AND r.position = k.position WHERE k.run = ? AND k.augmentation = ?`,
    )
    .all(run, augmentation);
}

function pairOf(row: PairRow, augmentation: string): ScoredPair {
  const [baseTokens, variantTokens] = [row[11], row[12]];
  const tokens = baseTokens > 0 && variantTokens > 0 ? Math.log2(variantTokens / baseTokens) : 0;
  return {
    item: row[0],
    prompt: row[1],
    position: row[2],
    role: row[3],
    style: row[4],
    augmentation,
    dose: row[5],
    expects: row[6],
    changes: row[7],
    base: row[8],
    variant: row[9],
    baseTokens,
    variantTokens,
    drift: {
      tokens,
      sentences: row[13],
      listItems: row[14],
      headings: row[15],
      bold: row[16],
      codeSpans: row[17],
      numbers: row[18],
      urls: row[19],
      capitals: row[20],
      registerMarkers: row[21],
      codeErrors: row[22],
    },
  };
}
