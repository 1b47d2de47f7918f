import { sameAttribute } from "../same-attribute.js";
import type { AnswerOf } from "../steps.js";

/** What a verifier said of a pair: once with the base as A, once with the variant as A. */
export interface Verification {
  readonly baseFirst: AnswerOf<"verify">;
  readonly variantFirst: AnswerOf<"verify">;
}

/** The attribute that was to move, and whether the variant is to be better on it. */
export interface Moved {
  readonly attribute: string;
  readonly better: boolean;
}

export interface Verified {
  /** Empty where the pair is verified. */
  readonly reason: string;
  readonly detail: string;
  /** Share of the attributes on which both orders say the same, 0 to 1. */
  readonly agreement: number;
}

type Better = "base" | "variant" | "same";

/**
 * Whether a pair is what was asked for: on every attribute the verifier says the same in both orders, the target moved as it
 * was to, and nothing else did. `moved` is undefined where nothing was to move.
 */
export function verified(
  attributes: readonly string[],
  { baseFirst, variantFirst }: Verification,
  moved: Moved | undefined,
): Verified {
  const first = readingOf(baseFirst, "base", "variant");
  const second = readingOf(variantFirst, "variant", "base");
  const readings = attributes.map((name) => {
    const [before, after] = [first(name), second(name)];
    return { name, better: before === after ? before : undefined };
  });
  const undecided = readings.filter(({ better }) => better === undefined);
  const agreement = attributes.length === 0 ? 0 : (attributes.length - undecided.length) / attributes.length;
  const refused = (reason: string, detail: string) => ({ reason, detail, agreement });
  if (attributes.length === 0) return refused("verifier-order", "there is no attribute to be read");
  if (undecided.length > 0) return refused("verifier-order", `undecided: ${listed(undecided)}`);
  if (moved === undefined) {
    const others = readings.filter(({ better }) => better !== "same");
    if (others.length > 0) return refused("verifier-moved", toldOf(others));
    return { reason: "", detail: "", agreement };
  }
  const target = readings.find(({ name }) => sameAttribute(name, moved.attribute));
  if (target === undefined || target.better === "same")
    return refused("verifier-not-moved", `the same on ${moved.attribute}`);
  if (target.better !== (moved.better ? "variant" : "base"))
    return refused("verifier-wrong-way", toldOf([target]));
  const others = readings.filter((one) => one !== target && one.better !== "same");
  if (others.length > 0) return refused("verifier-others-moved", toldOf(others));
  return { reason: "", detail: "", agreement };
}

/** A reading by attribute; undefined where the verifier left it out or said two things of it. */
function readingOf({ readings }: AnswerOf<"verify">, a: Better, b: Better) {
  const said = { A: a, B: b, same: "same" } as const;
  return (attribute: string): Better | undefined => {
    const own = new Set(
      readings.filter((one) => sameAttribute(one.attribute, attribute)).map(({ better }) => said[better]),
    );
    return own.size === 1 ? [...own][0] : undefined;
  };
}

function listed(readings: readonly { readonly name: string }[]): string {
  return readings.map(({ name }) => name).join(", ");
}

function toldOf(readings: readonly { readonly name: string; readonly better: Better | undefined }[]): string {
  return readings.map(({ name, better }) => `${better} better on ${name}`).join(", ");
}
