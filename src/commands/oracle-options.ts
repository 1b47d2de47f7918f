import type { Options } from "yargs";

/** Whom a run asks for oracle pairs, and how much. */
export const ORACLE_OPTIONS = {
  oracle: {
    type: "string",
    requiresArg: true,
    describe:
      "Language model that makes oracle pairs: URL of an OpenAI-compatible server, local:DIR, replay:FILE or scripted:BEHAVIOUR",
  },
  "oracle-model": {
    type: "string",
    requiresArg: true,
    describe: "Name of the model at that URL, or of the one whose recorded answers are meant",
  },
  verifier: {
    type: "string",
    requiresArg: true,
    describe: "Another language model that verifies them, named the same way; the oracle itself if left out",
  },
  "verifier-model": {
    type: "string",
    requiresArg: true,
    describe: "Name of the verifying model; without --verifier another model at the oracle's URL",
  },
  "oracle-budget": {
    type: "string",
    requiresArg: true,
    describe: "Most that is asked, any of three: 500calls,200000tokens,5cost",
  },
  "oracle-price": {
    type: "string",
    requiresArg: true,
    describe: "What a million tokens cost, of question and of answer: 0.15/0.6",
  },
  "oracle-concurrency": {
    type: "number",
    requiresArg: true,
    describe: "Questions that are open at once",
  },
  "oracle-timeout": { type: "number", requiresArg: true, describe: "Seconds to wait for one answer" },
  "oracle-device": { type: "string", requiresArg: true, describe: "Where an oracle local:DIR runs" },
  "oracle-dtype": { type: "string", requiresArg: true, describe: "Which graph of an oracle local:DIR" },
  "oracle-prompts": {
    type: "string",
    requiresArg: true,
    describe: "Folder of prompt files in place of those in rubrics/oracle",
  },
} as const satisfies Record<string, Options>;

type Given = { readonly [option: string]: unknown };

/** Which kinds take an option that not all do. */
const TAKEN_BY: Readonly<Record<string, RegExp>> = {
  "oracle-model": /^(https?|replay):/iu,
  "verifier-model": /^(https?|replay):/iu,
  "oracle-price": /^https?:/iu,
  "oracle-timeout": /^(https?|local):/iu,
  // A local model answers one question at a time, and what is recorded waits for nobody.
  "oracle-concurrency": /^https?:/iu,
  "oracle-device": /^local:/u,
  "oracle-dtype": /^local:/u,
};

/** Whom an option speaks to. */
function askedBy(option: string, oracle: unknown, verifier: unknown): unknown[] {
  if (option === "oracle-model") return [oracle];
  return option === "verifier-model" ? [verifier ?? oracle] : [oracle, verifier];
}

/** An address may hold a password or a key. */
function withoutSecrets(spec: string): string {
  if (!/^https?:/iu.test(spec)) return spec;
  if (!URL.canParse(spec)) return spec.replace(/:.*$/su, "://…");
  const { protocol, host } = new URL(spec);
  return `${protocol}//${host}`;
}

/** No option goes unheard: without an oracle, or with one of a kind that does not take it, it is refused. */
export function requireOracleHeard(given: Given): true {
  const { oracle, verifier } = given;
  const isGiven = (option: string) => given[option] !== undefined;
  const others = Object.keys(ORACLE_OPTIONS).filter((option) => option !== "oracle" && isGiven(option));
  if (oracle === undefined && others.length > 0)
    throw new Error(`--${others[0]} does nothing without --oracle: leave it out, or name an oracle`);
  for (const option of others) {
    const takes = TAKEN_BY[option];
    const asked = askedBy(option, oracle, verifier);
    if (takes === undefined || asked.some((spec) => typeof spec === "string" && takes.test(spec))) continue;
    const who = asked[0] === oracle ? "oracle" : "verifier";
    throw new Error(
      `--${option} does nothing with the ${who} ${withoutSecrets(String(asked[0]))}: leave it out`,
    );
  }
  for (const option of ["oracle-concurrency", "oracle-timeout"])
    if (isGiven(option) && !(Number(given[option]) > 0))
      throw new Error(`--${option} wants a number above 0`);
  return true;
}
