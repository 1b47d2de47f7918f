import type { OracleCount, OracleIdentity, OracleUse, RunView } from "../../contract.js";
import { isOracleName, oraclePart } from "../../oracle/operators.js";
import { count, counted, figures, oneLine } from "./words.js";

/** `scribe (replay, answers.jsonl), written by hand`, `gemma-3 (openai) at http://127.0.0.1:8080/v1`. */
export function oracleName({ kind, model, address, files, note }: OracleIdentity): string {
  const names = Object.keys(files);
  const many = names.length > 1 ? [counted(names.length, "file")] : names;
  const name = model === "" ? kind : `${model} (${[kind, ...many].join(", ")})`;
  return oneLine(`${name}${address === "" ? "" : ` at ${address}`}${note === "" ? "" : `, ${note}`}`);
}

/** Who wrote the pairs, and who verified them. */
export function oracleNames({ oracle, verifier }: Pick<OracleUse, "oracle" | "verifier">): string {
  return `${oracleName(oracle)}, verified by ${verifier === null ? "the same" : oracleName(verifier)}`;
}

/** What came of several operators together. */
export interface OracleSum {
  readonly tried: number;
  readonly verified: number;
  readonly agreement: number | null;
  /** The most frequent first. */
  readonly refused: readonly (readonly [reason: string, times: number])[];
}

export function sumOracle(operators: readonly OracleCount[]): OracleSum {
  const sum = (of: (one: OracleCount) => number) => operators.reduce((total, one) => total + of(one), 0);
  const checked = sum((one) => one.checked);
  const refused = new Map<string, number>();
  for (const one of operators)
    for (const [reason, times] of Object.entries(one.refused))
      refused.set(reason, (refused.get(reason) ?? 0) + times);
  return {
    tried: sum(({ tried }) => tried),
    verified: sum(({ verified }) => verified),
    agreement: checked === 0 ? null : sum((one) => (one.agreement ?? 0) * one.checked) / checked,
    refused: [...refused].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  };
}

/** `176 of 192 pairs verified (agreement 0.97)`. */
export function verifiedWords({ tried, verified, agreement }: OracleSum): string {
  const agreed = agreement === null ? "" : ` (agreement ${agreement.toFixed(2)})`;
  return `${count(verified)} of ${counted(tried, "pair")} verified${agreed}`;
}

export function refusedWords({ refused }: OracleSum): string {
  return refused.map(([reason, times]) => `${oneLine(reason)} ${count(times)}`).join(", ");
}

/** What pairs under another prompt are made of. */
const UNDER: Readonly<Record<string, readonly string[]>> = {
  "oracle:irrelevant-query": ["oracle:degrade", "oracle:upgrade"],
};

/** `oracle gemma: 30 of 32 pairs verified …`, of the oracle operators that an attribute shows; empty where it has none. */
export function oracleOf(view: RunView, attribute: string): string {
  const { oracle, coverage, verdicts } = view;
  if (oracle === undefined) return "";
  const shown = coverage
    .filter((row) => row.attribute === attribute && isOracleName(row.augmentation))
    .map(({ augmentation }) => augmentation);
  const words = named(oracle, shown);
  const beside = verdicts.some(({ claim }) => claim.attribute === attribute) && !claims(oracle, attribute);
  return words !== "" && beside ? `${words}; no claim rests on them` : words;
}

/** The same of those that the claims of an attribute rest on; empty where they rest on rules alone. */
export function oracleOfClaim({ oracle }: RunView, attribute: string): string {
  return oracle === undefined || !claims(oracle, attribute) ? "" : named(oracle, oracle.claimed[attribute]!);
}

const claims = ({ claimed }: OracleUse, attribute: string) => Object.hasOwn(claimed, attribute);

function named(use: OracleUse, names: readonly string[]): string {
  const { kind, model } = use.oracle;
  const meant = new Set(names.map(oraclePart).flatMap((name) => UNDER[name] ?? [name]));
  const own = use.operators.filter(({ operator }) => meant.has(operator));
  if (own.length === 0) return "";
  return `oracle ${oneLine(model === "" ? kind : model)}: ${verifiedWords(sumOracle(own))}`;
}

/** With all that is known of who wrote and verified them. */
export function oracleProof(view: RunView, attribute: string): string {
  const words = oracleOfClaim(view, attribute);
  return words === "" ? "" : `${words}; ${oracleNames(view.oracle!)}`;
}

/** Questions and their answers, tokens, cost and time; one fact each. */
export function askedFacts(use: OracleUse): string[] {
  const sum = (of: "asked" | "read" | "repaired" | "refused" | "truncated" | "unreadable") =>
    use.steps.reduce((total, step) => total + step[of], 0);
  const mended = sum("repaired") === 0 ? "" : ` (${count(sum("repaired"))} when asked again)`;
  const others = (["refused", "truncated", "unreadable"] as const).flatMap((of) =>
    sum(of) === 0 ? [] : [`${count(sum(of))} ${of}`],
  );
  return [
    `${counted(sum("asked"), "question")}: ${[`${count(sum("read"))} read${mended}`, ...others].join(", ")}`,
    tokenWords(use),
    ...(use.cost === null ? [] : [`cost ${figures(use.cost)}${some(use.priced, use.calls)}`]),
    // A replay takes no time worth telling.
    ...(use.seconds === 0 ? [] : [`${spanWords(use.seconds)} of answering`]),
  ];
}

function tokenWords({ promptTokens, completionTokens, counted: many, calls }: OracleUse): string {
  if (promptTokens === null || completionTokens === null) return "tokens not counted";
  return `${count(promptTokens)} tokens sent, ${count(completionTokens)} written${some(many, calls)}`;
}

const some = (part: number, of: number) =>
  part === of ? "" : ` (counted for ${count(part)} of ${count(of)} calls)`;

/** 0.4 s, 12 s, 3.5 min, 2.1 h. */
export function spanWords(seconds: number): string {
  if (seconds < 100) return `${figures(seconds)} s`;
  return seconds < 6000 ? `${figures(seconds / 60)} min` : `${figures(seconds / 3600)} h`;
}

/** The whole in sentences, one a line; none where the run has no oracle. */
export function oracleWords({ oracle }: Pick<RunView, "oracle">): string[] {
  if (oracle === undefined) return [];
  const sum = sumOracle(oracle.operators);
  const refused = refusedWords(sum);
  return [
    oracleNames(oracle),
    `${verifiedWords(sum)}${refused === "" ? "" : `; refused: ${refused}`}`,
    askedFacts(oracle).join(" · "),
  ];
}

/** What the verdict rests on beside the rules; empty where the run has no oracle. */
export function oracleGround({ oracle }: Pick<RunView, "oracle">): string {
  return oracle === undefined
    ? ""
    : named(
        oracle,
        oracle.operators.map(({ operator }) => operator),
      );
}
