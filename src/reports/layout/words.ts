import type { CoverageRow, Expectation, RunView, Verdict, VerdictWord } from "../../contract.js";
import { harmless } from "./harmless.js";

export const EXPECTS: Readonly<Record<Expectation, string>> = {
  lower: "lower",
  higher: "higher",
  same: "same",
  "not-higher": "not ↑",
};

/** Of a change of the prompt the level is no one's gain: it is the margin of chosen over rejected that must stay. */
export function expectsWord(expects: Expectation, { changes }: Pick<CoverageRow, "changes">): string {
  return changes === "prompt" ? "same margin" : EXPECTS[expects];
}

/** A failure shouts, also where there is no colour. */
export const VERDICT_WORDS: Readonly<Record<VerdictWord, string>> = {
  pass: "pass",
  fail: "FAIL",
  inconclusive: "inconclusive",
};

export const MARKS: Readonly<Record<VerdictWord, string>> = { pass: "✓", fail: "✗", inconclusive: "?" };

/** 31,870 in ASCII digits. */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}

export function counted(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** Names come from files and folders: a control character among them must not steer the terminal. */
export function oneLine(text: string): string {
  return harmless(text.replace(/\p{Cc}+/gu, " ").trim());
}

/** The model with what changes its numbers. */
export function scorerLabel({ scorer }: RunView): string {
  const { name, architecture, dtype, provider } = scorer;
  const kind = [architecture, dtype, provider].filter((part) => part !== "").join(", ");
  return oneLine(kind === "" ? name : `${name} (${kind})`);
}

/** `1 claim failed, 3 inconclusive, 1 passed; 1 warning failed`. */
export function tally(verdicts: readonly Verdict[]): string {
  const gated = verdicts.filter(({ claim }) => claim.severity === "error");
  const warned = verdicts.filter(
    ({ claim, verdict }) => claim.severity === "warn" && verdict === "fail",
  ).length;
  if (gated.length === 0 && warned === 0) return "nothing was claimed";
  const of = (word: VerdictWord) => gated.filter(({ verdict }) => verdict === word).length;
  const failed = of("fail");
  const parts = [
    ...(failed > 0 ? [`${counted(failed, "claim")} failed`] : []),
    ...(of("inconclusive") > 0 ? [`${of("inconclusive")} inconclusive`] : []),
    `${of("pass")} passed`,
  ];
  const warnings = warned === 0 ? "" : `; ${counted(warned, "warning")} failed`;
  return `${parts.join(", ")}${warnings}`;
}

/** The ruler of z, in words. */
export function scaleWords({ scale }: Pick<RunView, "scale">): string {
  const value = scale.used === "overall" ? scale.overall : scale.within;
  if (value === null) return `no scale: there is no ${scale.used} SD of the scores`;
  return `scale ${figures(value)} (${scale.used} SD)`;
}

export function noiseWords({ noise }: RunView): string {
  if (noise === null) return "noise floor not measured";
  const cause = noise.cause === "" ? "" : ` (${oneLine(noise.cause)})`;
  return `noise floor ${figures(noise.floor)}${cause}`;
}

/** Three figures without an exponent where one can do without. */
export function figures(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Why a later look counts for less (statistics.md §8). */
export function lookWords({ look, lookOfAll = look }: Pick<RunView, "look" | "lookOfAll">): string {
  const others = lookOfAll > look ? ` (${lookOfAll} with those of other models)` : "";
  return look > 1
    ? `look ${look} at this rubric and data${others}: adding prompts until it passes inflates false passes`
    : `first look at this rubric and data${others}`;
}

/** The gate's joint power, with what it assumes; empty where a claim could not be judged, or nothing is gated. */
export function powerWords({ power, verdicts }: RunView): string {
  if (power === undefined || power.asEstimated === null) return "";
  const claims = verdicts.filter(({ claim, waiver }) => claim.severity === "error" && !waiver).length;
  const share = (value: number | null) => `${((value ?? 0) * 100).toFixed(0)} %`;
  const span =
    claims < 2
      ? ""
      : ` (claims independent; ${share(power.least)} to ${share(power.most)} whatever their dependence)`;
  const still = power.atNoEffect === null ? "" : `, ${share(power.atNoEffect)} if nothing spurious moves`;
  return `power: data of this size prove ${claims === 1 ? "the claim" : `all ${claims} claims`} with a chance of ${share(power.asEstimated)} if the truth is as estimated${span}${still}`;
}

/** `warns only: `, `waived until 2026-12-31: `, or nothing. */
export function standingWords({ claim, waiver }: Verdict): string {
  const waived = waiver ? `waived until ${waiver.until}: ` : "";
  return `${claim.severity === "warn" ? "warns only: " : ""}${waived}`;
}

/** How to read the columns; empty where there is nothing to read. */
export function legend(views: readonly RunView[]): string {
  if (views.length === 0) return "";
  const alpha = views.flatMap(({ effects }) => effects)[0]?.alpha ?? 0.05;
  const level = Number(((1 - alpha) * 100).toFixed(1));
  const rulers = [...new Set(views.map(({ scale }) => scale.used))].join(" or ");
  const prompts = views.some(({ coverage }) => coverage.some(({ changes }) => changes === "prompt"));
  const margins = prompts
    ? " same margin: the prompt is changed for all of its answers, and bias, spread and tail are moves of the margin of chosen over rejected."
    : "";
  return `SD: ${rulers} standard deviations of the scores. effect: + is the right way. spread: root mean square. tail: share of large moves. flips, attack: net shares, under the change less under its mirror image.${margins} [ ]: one-sided ${level} % bounds.`;
}
