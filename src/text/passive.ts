import { listOf, readLexicon } from "./lexicon.js";
import { thirdPerson } from "./negation-words.js";
import { capitalised } from "./sentence-start.js";
import type { Sentence } from "./sentences.js";

interface Verbs {
  /** written -> wrote */
  readonly past: ReadonlyMap<string, string>;
  /** caused -> cause */
  readonly present: ReadonlyMap<string, string>;
}
let known: Verbs | undefined;

const NAME = String.raw`(?:(?:[Tt]he )?\p{Lu}[\p{L}'’.-]*(?: (?:of|de|van|von|the|and|da|di|\p{Lu}[\p{L}'’.-]*)){0,5})`;
const PATIENT = String.raw`(?:It|They|This|(?:(?:The|A|An|This|These|Many|Most|Some) )?(?:[\p{L}'’-]+)(?: [\p{L}'’-]+){0,7}?)`;
const ADVERB =
  "(?<adverb>first|originally|later|initially|officially|primarily|mainly|largely|often|usually|typically|strongly|partly|generally)";
const WHEN = String.raw`(?<rest> (?:in|on|at) (?:\p{Lu}\p{L}+ )?(?:in )?(?:\d{1,2}, )?\d{4})?`;
const PASSIVE = new RegExp(
  String.raw`^(?<patient>${PATIENT}) (?<be>was|were|is|are) (?:${ADVERB} )?(?<participle>\p{Ll}+) by (?<agent>${NAME}|(?:\p{Ll}[\p{L}'’-]*)(?: [\p{L}'’-]+){0,9})${WHEN}\.$`,
  "u",
);
/** A second verb, a clause or a phrase that may belong to the verb. */
const BARRED =
  /\b(?:was|were|is|are|be|been|that|which|who|or|as|to|at|for|using|during|after|before|when|while|if|by|has|have|had|can|will|may|should|must|not|than|then|it|them|also|specifically|how|what|where|through|on|over)\b/iu;
const GERUND = /^\p{Ll}+(?:ing|ly)\b/u;
const OBJECT: Readonly<Record<string, string>> = { It: "it", They: "them", This: "this" };
/** These may lead a patient and lose their capital inside a sentence. */
const LEADS = /^(?:The|A|An|This|These|Many|Most|Some) /u;
const MASS = new Set("data media bacteria people children men women police".split(" "));

/** "X was written by Y in 1920." as "Y wrote X in 1920.", where the whole sentence is of that shape; else undefined. */
export function activeVoice({ text }: Sentence): string | undefined {
  // Asked of every sentence, and few have it.
  const groups = text.includes(" by ") ? PASSIVE.exec(text)?.groups : undefined;
  if (groups === undefined) return undefined;
  const { patient, be, adverb, participle, agent, rest } = groups as Record<string, string>;
  if (BARRED.test(agent!) || BARRED.test(patient!.replace(/^It$/u, "")) || GERUND.test(agent!))
    return undefined;
  // "by hand", "by law": a manner, not somebody.
  if (/^\p{Ll}+$/u.test(agent!) && !isPlural(agent!)) return undefined;
  const verb = finite(be!, participle!, agent!);
  const object = OBJECT[patient!] ?? inside(patient!);
  if (verb === undefined || object === undefined) return undefined;
  return `${capitalised(agent!)} ${adverb === undefined ? "" : `${adverb} `}${verb} ${object}${rest ?? ""}.`;
}

function finite(be: string, participle: string, agent: string): string | undefined {
  known ??= { past: mapOf("past"), present: mapOf("present") };
  if (be === "was" || be === "were") return known.past.get(participle);
  const plain = known.present.get(participle);
  if (plain === undefined) return undefined;
  return isPlural(agent) ? plain : thirdPerson(plain);
}

/** By the noun before the first preposition: "the interaction of particles" is one. */
function isPlural(agent: string): boolean {
  const head = agent.split(/ (?:of|between|in|with|from|involved|within|among) /u)[0]!;
  const noun = head.split(" ").at(-1)!.toLowerCase();
  return / and /u.test(head) || MASS.has(noun) || /(?<![siu])s$/u.test(noun);
}

/** The patient as it stands inside a sentence; undefined where its capital may be a name's. */
function inside(patient: string): string | undefined {
  if (LEADS.test(patient)) return patient.charAt(0).toLowerCase() + patient.slice(1);
  return new RegExp(`^${NAME}$`, "u").test(patient) && !patient.includes(" the ") ? patient : undefined;
}

function mapOf(list: string): ReadonlyMap<string, string> {
  return new Map(
    listOf(readLexicon("past-participles"), list).map((line) => line.split(" ") as [string, string]),
  );
}
