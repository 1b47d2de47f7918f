import type { AnswerOf } from "../../oracle/steps.js";
import type { AskedCall } from "../../store/oracle/asked.js";

export type Reading = "base" | "variant" | "same";

/** Which of the two texts the verifier found better on an attribute; null where its answer in that order was not read. */
export interface Verified {
  readonly attribute: string;
  readonly baseFirst: Reading | null;
  readonly variantFirst: Reading | null;
  /** What both orders agree on; else undecided. */
  readonly comesTo: Reading | "undecided";
}

const FIRST = { "verify base first": "base", "verify variant first": "variant" } as const;
type Part = keyof typeof FIRST;

/** What the verifier read in both orders, in the order of the attributes; empty where it was not asked. */
export function verifiedOf(calls: readonly AskedCall[]): Verified[] {
  const [base, variant] = (Object.keys(FIRST) as Part[]).map((part) => readingsOf(calls, part));
  const attributes = new Set([...base!.keys(), ...variant!.keys()]);
  return [...attributes].map((attribute) => {
    const [baseFirst, variantFirst] = [base!.get(attribute) ?? null, variant!.get(attribute) ?? null];
    const agreed = baseFirst !== null && baseFirst === variantFirst;
    return { attribute, baseFirst, variantFirst, comesTo: agreed ? baseFirst : "undecided" };
  });
}

/** The last answer of that order that was read: the one before it may have been mended. */
function readingsOf(calls: readonly AskedCall[], part: Part): Map<string, Reading> {
  const call = calls.findLast((one) => one.part === part && one.parsed !== null);
  if (call === undefined) return new Map();
  const { readings } = call.parsed as AnswerOf<"verify">;
  const first = FIRST[part];
  const second = first === "base" ? "variant" : "base";
  const meaning = { A: first, B: second, same: "same" } as const;
  return new Map(readings.map(({ attribute, better }) => [attribute, meaning[better]]));
}
