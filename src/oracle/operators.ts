import { type Augmentation, type Covariate, type Expectation, skip } from "../contract.js";
import { REWRITES, type Rewrite } from "./rewrites.js";

/** Every oracle operator's name begins so, which tells it from rules everywhere. */
export const ORACLE = "oracle:";

/** What irrelevant queries are made of: the one, else the other. */
export const DEGRADED = `${ORACLE}degrade`;
export const UPGRADED = `${ORACLE}upgrade`;

/** Which pair an operator asks for. */
export type Intended =
  | { readonly kind: "degrade" | "upgrade"; readonly attribute: string | undefined }
  | { readonly kind: "paraphrase" | "can" | "translation" }
  | { readonly kind: "irrelevant-query" }
  /** Base and rewritten base. */
  | { readonly kind: "rewrite"; readonly to: Rewrite }
  /** Rewritten back and rewritten: the rewriter's hand is in both. */
  | { readonly kind: "double"; readonly to: Rewrite }
  /** Base, and what was rewritten and rewritten back: what rewriting alone does. */
  | { readonly kind: "rewriting"; readonly to: Rewrite };

interface Declared {
  readonly summary: string;
  readonly expects: Expectation;
  readonly attribute: string;
  readonly changes: "response" | "pairing";
  readonly applies: string;
  readonly source: string;
  readonly targets?: readonly Covariate[];
}

const CROME = "Crome (arXiv 2506.16507)";
const RATE = "RATE (arXiv 2410.11348)";
const LENGTH: readonly Covariate[] = ["tokens", "sentences"];
const MARKDOWN: readonly Covariate[] = ["listItems", "headings", "bold"];
const REGISTER: readonly Covariate[] = ["registerMarkers"];

const AXES: Readonly<
  Record<Rewrite, { readonly words: string; readonly axis: string; readonly targets?: readonly Covariate[] }>
> = {
  shorter: { words: "in fewer words", axis: "length", targets: LENGTH },
  longer: { words: "in more words", axis: "length", targets: LENGTH },
  plain: { words: "in a plain style", axis: "style" },
  ornate: { words: "in an ornate style", axis: "style" },
  formal: { words: "in a formal register", axis: "register", targets: REGISTER },
  casual: { words: "in a casual register", axis: "register", targets: REGISTER },
  markdown: { words: "with markdown", axis: "formatting", targets: MARKDOWN },
  "no-markdown": { words: "without markdown", axis: "formatting", targets: MARKDOWN },
};

const FIXED: Readonly<Record<string, readonly [Intended, Declared]>> = {
  degrade: [
    { kind: "degrade", attribute: undefined },
    {
      summary: "An oracle makes the better answer worse along one causal attribute in which it is strong.",
      expects: "lower",
      attribute: "causal attributes",
      changes: "response",
      applies: "The chosen answer of an item, where the oracle grades it strong on some attribute.",
      source: `${CROME}, causal augmentations.`,
    },
  ],
  upgrade: [
    { kind: "upgrade", attribute: undefined },
    {
      summary: "An oracle makes the weaker answer better along one causal attribute in which it is weak.",
      expects: "higher",
      attribute: "causal attributes",
      changes: "response",
      applies: "The rejected answer of an item, where the oracle grades it weak on some attribute.",
      source: `${CROME}, causal augmentations.`,
    },
  ],
  paraphrase: [
    { kind: "paraphrase" },
    {
      summary: "An oracle says the better answer in other words.",
      expects: "same",
      attribute: "wording",
      changes: "response",
      applies: "The chosen answer of an item.",
      source: `${CROME}, neutral augmentations.`,
    },
  ],
  can: [
    { kind: "can" },
    {
      summary:
        "An oracle rewrites the weaker answer until its causal attributes match those of the better one.",
      expects: "same",
      attribute: "spurious differences",
      changes: "pairing",
      applies: "Items with a chosen and a rejected answer.",
      source: `${CROME}, causally aligned neutrals (CAN).`,
    },
  ],
  "back-translation": [
    { kind: "translation" },
    {
      summary: "An oracle translates the better answer into another language, and back.",
      expects: "same",
      attribute: "wording",
      changes: "response",
      applies: "The chosen answer of an item.",
      source: "Back-translation as a paraphrase (reWordBench, arXiv 2503.11751).",
    },
  ],
  "irrelevant-query": [
    { kind: "irrelevant-query" },
    {
      summary:
        "Puts an answer and its degradation or upgrade under another item's prompt, where neither answers.",
      expects: "same",
      attribute: "irrelevant query",
      changes: "pairing",
      applies: "Items whose degradation or upgrade was verified, where the data hold another prompt.",
      source: `${CROME}, irrelevant query neutrals (IQN) over the new answers.`,
    },
  ],
};

const REWRITE_NAMES = Object.keys(REWRITES) as Rewrite[];

function rewriteOf(to: Rewrite): Declared {
  const { words, axis, targets } = AXES[to];
  return {
    summary: `An oracle writes the better answer ${words}.`,
    expects: "same",
    attribute: axis,
    changes: "response",
    applies: "The chosen answer of an item.",
    source: `${RATE}, single rewrites.`,
    ...(targets === undefined ? {} : { targets }),
  };
}

function doubleOf(to: Rewrite): Declared {
  const { words } = AXES[to];
  return {
    ...rewriteOf(to),
    summary: `The better answer rewritten ${words}, against the same rewritten back: the rewriter's hand is in both.`,
    changes: "pairing",
    source: `${RATE}, rewrites of rewrites.`,
  };
}

function rewritingOf(to: Rewrite): Declared {
  const { words } = AXES[to];
  return {
    ...rewriteOf(to),
    summary: `The better answer against itself rewritten ${words} and back: what rewriting alone does.`,
    attribute: "rewriting",
    source: `${RATE}, the error that rewrites of rewrites cancel.`,
    targets: [],
  };
}

/** Every operator but those of one attribute, in the order they are listed; `oracle:*` is all of them. */
export const ORACLE_OPERATORS: readonly string[] = [
  ...Object.keys(FIXED),
  ...REWRITE_NAMES,
  ...REWRITE_NAMES.map((to) => `double/${to}`),
  ...REWRITE_NAMES.map((to) => `rewriting/${to}`),
].map((name) => `${ORACLE}${name}`);

export function isOracleName(name: string): boolean {
  return name.startsWith(ORACLE);
}

/** The part of a composed operator that an oracle is asked for, its first: `oracle:degrade+emoji-added` -> `oracle:degrade`. */
export function oraclePart(name: string): string {
  return name.split("+")[0]!;
}

/** What an operator of this name asks for; undefined where there is none. */
export function intendedBy(name: string): Intended | undefined {
  return find(name)?.[0];
}

function find(name: string): readonly [Intended, Declared] | undefined {
  if (!isOracleName(name)) return undefined;
  const [head, ...rest] = name.slice(ORACLE.length).split("/");
  const tail = rest.join("/");
  if (rest.length === 0) {
    if (Object.hasOwn(FIXED, head!)) return FIXED[head!];
    return isRewrite(head!) ? [{ kind: "rewrite", to: head }, rewriteOf(head)] : undefined;
  }
  if (head === "double" && isRewrite(tail)) return [{ kind: "double", to: tail }, doubleOf(tail)];
  if (head === "rewriting" && isRewrite(tail)) return [{ kind: "rewriting", to: tail }, rewritingOf(tail)];
  if ((head === "degrade" || head === "upgrade") && tail !== "" && attributeSlug(tail) === tail) {
    const [, declared] = FIXED[head]!;
    return [
      { kind: head, attribute: tail },
      { ...declared, attribute: tail.replaceAll("-", " ") },
    ];
  }
  return undefined;
}

function isRewrite(name: string): name is Rewrite {
  return Object.hasOwn(REWRITES, name);
}

/** An attribute's name as it stands in the name of an operator, words joined by hyphens: `Step-by-step logic` -> `step-by-step-logic`. */
export function attributeSlug(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{M}\d]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/**
 * The operator of that name. It makes no text of its own: what an oracle wrote and a verifier accepted is looked up when
 * the pairs of a run are built. Undefined where no oracle operator is called so.
 */
export function oracleOperator(name: string): Augmentation | undefined {
  const known = made.get(name);
  if (known !== undefined) return known;
  const found = find(name);
  if (found === undefined) return undefined;
  const operator = Object.freeze({
    name,
    version: 1,
    languages: "any",
    preserves: [],
    ...found[1],
    examples: [],
    apply: () => skip("oracle-not-asked"),
  }) as Augmentation;
  made.set(name, operator);
  return operator;
}

const made = new Map<string, Augmentation>();

/** The operators that a reference with a star stands for: `oracle:*`, `oracle:double/*`; others stand for themselves. */
export function expandOracle(reference: string): readonly string[] {
  if (!isOracleName(reference) || !reference.endsWith("*")) return [reference];
  const found = ORACLE_OPERATORS.filter((name) => name.startsWith(reference.slice(0, -1)));
  return found.length === 0 ? [reference] : found;
}
