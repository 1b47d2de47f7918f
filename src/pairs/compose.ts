import {
  type Augmentation,
  type Expectation,
  isSkip,
  type Preserved,
  type ResponseAugmentation,
} from "../contract.js";
import { didYouMean } from "../nearest.js";
import { isOracleName, ORACLE_OPERATORS, oracleOperator } from "../oracle/operators.js";
import type { Selected } from "./propose.js";

const parts = new WeakMap<Augmentation, readonly Selected[]>();
const made = new WeakMap<readonly Augmentation[], Map<string, Augmentation>>();

/** Of a composed operator its parts in order, without the dose of the last one where that is the whole's. */
export function partsOf(augmentation: Augmentation): readonly Selected[] | undefined {
  return parts.get(augmentation);
}

/** `a@2+b@4` -> `a@2+b` and `4`: only a dose at the very end is that of the whole. */
export function splitDose(reference: string): { readonly name: string; readonly dose: string | undefined } {
  const at = reference.lastIndexOf("@");
  if (at < 0 || reference.includes("+", at)) return { name: reference, dose: undefined };
  return { name: reference.slice(0, at), dose: reference.slice(at + 1) };
}

/** The operator of that name, or the one composed of those that its + joins; in words, why there is none. */
export function findOperator(name: string, augmentations: readonly Augmentation[]): Augmentation | string {
  const known = findAlone(name, augmentations);
  if (known !== undefined) return known;
  if (!name.includes("+")) return unknown(name, augmentations);
  const composed = made.get(augmentations) ?? new Map<string, Augmentation>();
  made.set(augmentations, composed);
  const before = composed.get(name);
  if (before !== undefined) return before;
  const found = compose(name, augmentations);
  if (typeof found !== "string") composed.set(name, found);
  return found;
}

/** A stored run has its oracle operators among the others, as they were declared then. */
function findAlone(name: string, augmentations: readonly Augmentation[]): Augmentation | undefined {
  return augmentations.find((one) => one.name === name) ?? oracleOperator(name);
}

function unknown(name: string, augmentations: readonly Augmentation[]): string {
  const oracle = isOracleName(name);
  const names = oracle ? ORACLE_OPERATORS : augmentations.map((one) => one.name);
  const hint = didYouMean(name, names);
  return `no ${oracle ? "oracle operator" : "augmentation"} is called "${name}"${hint}`;
}

function compose(name: string, augmentations: readonly Augmentation[]): Augmentation | string {
  const selected: Selected[] = [];
  const references = name.split("+");
  for (const [index, reference] of references.entries()) {
    const { name: part, dose } = splitDose(reference);
    if (part === "") return `"${name}" has an empty part: a + stands between two augmentations, as in A+B`;
    if (selected.some(({ augmentation }) => augmentation.name === part))
      return `"${part}" stands twice in "${name}": a second pass may undo the first, so nothing could be expected of it; how much of one operator is its dose`;
    const augmentation = findAlone(part, augmentations);
    if (augmentation === undefined) return unknown(part, augmentations);
    if (isOracleName(part) && index > 0)
      return `"${part}" stands after another operator in "${name}": an oracle is asked about answers as they are in the data, so its part comes first`;
    if (augmentation.changes !== "response")
      return `"${part}" changes the ${augmentation.changes}: only operators that change the response compose`;
    const { doses } = augmentation;
    if (dose !== undefined && !(dose.trim() !== "" && doses?.includes(Number(dose))))
      return `"${dose}" is no dose of "${part}"${doses === undefined ? "" : `: it has ${doses.join(", ")}`}`;
    if (dose === undefined && doses !== undefined && index < references.length - 1)
      return `name the dose of "${part}" in "${name}": it has ${doses.map((one) => `${part}@${one}`).join(", ")}`;
    selected.push({ augmentation, dose: dose === undefined ? undefined : Number(dose) });
  }
  return composed(name, selected);
}

function composed(name: string, selected: readonly Selected[]): Augmentation | string {
  const operators = selected.map(
    ({ augmentation }) => augmentation as ResponseAugmentation & { name: string },
  );
  const expects = expectationOf(operators.map((one) => one.expects));
  if (expects === undefined)
    return `what to expect of "${name}" cannot be told: one part lowers, another raises`;
  const deciding = operators.find((one) => one.expects === expects)!;
  const doses = operators.at(-1)!.doses;
  const minima = operators.map(({ minimumSimilarity }) => minimumSimilarity);
  const similar = minima.every((one) => one !== undefined)
    ? minima.reduce((all, one) => all! * one!, 1)
    : undefined;
  const touches = [...new Set(operators.flatMap((one) => one.touches ?? []))];
  const augmentation: Augmentation = Object.freeze({
    name,
    summary: operators.map(({ summary }) => summary).join(" Then: "),
    // One number that any part's new version changes.
    version: operators.reduce((all, { version }) => 1000 * all + version, 0),
    expects,
    attribute: deciding.attribute,
    changes: "response",
    applies: operators.map(({ applies }) => applies).join(" Then: "),
    languages: sharedLanguages(operators),
    preserves: deciding.preserves.filter((kind: Preserved) =>
      operators.every((one) => one.preserves.includes(kind)),
    ),
    ...(similar === undefined ? {} : { minimumSimilarity: similar }),
    ...(operators.some(({ parses }) => parses) ? { parses: true } : {}),
    ...(touches.length === 0 ? {} : { touches }),
    targets: [...new Set(operators.flatMap(({ targets = [] }) => targets))],
    ...(doses === undefined || selected.at(-1)!.dose !== undefined ? {} : { doses }),
    source: [...new Set(operators.map(({ source }) => source))].join(" "),
    examples: [],
    apply(text, context) {
      let response = text.response;
      for (const { augmentation: part, dose = context.dose } of selected) {
        const next = (part as ResponseAugmentation).apply({ ...text, response }, { ...context, dose });
        if (isSkip(next)) return next;
        response = next;
      }
      return response;
    },
  } satisfies Augmentation);
  parts.set(augmentation, selected);
  return augmentation;
}

/** A change that must move the reward decides: what is added to it may not buy it back. Then what may not pay, then what must stay. */
function expectationOf(all: readonly Expectation[]): Expectation | undefined {
  const moves = new Set(all.filter((one) => one === "lower" || one === "higher"));
  if (moves.size > 1) return undefined;
  return [...moves][0] ?? (all.includes("not-higher") ? "not-higher" : "same");
}

function sharedLanguages(operators: readonly Augmentation[]): Augmentation["languages"] {
  const lists = operators.flatMap(({ languages }) => (languages === "any" ? [] : [languages]));
  return lists.length === 0 ? "any" : lists[0]!.filter((one) => lists.every((list) => list.includes(one)));
}
