import { basename } from "node:path";
import { TareError } from "../errors.js";
import { type OpenAsking, openAsking } from "../oracle/ask/open-asking.js";
import { draftRubric } from "../oracle/attributes/draft.js";
import { bySharing, type DraftedAttribute, type DraftedRubric } from "../oracle/attributes/drafted.js";
import { endingAsk } from "../oracle/attributes/ending-ask.js";
import { mergeNames } from "../oracle/attributes/merge-names.js";
import { type MissTally, tallyMisses } from "../oracle/attributes/misses.js";
import type { OpenOracles } from "../oracle/open-oracles.js";
import { rubricAttributes } from "../oracle/rubric-attributes.js";
import { parseRubric } from "../rubric/parse.js";
import type { Store } from "../store/open.js";
import type { Around } from "./around.js";
import { findNames } from "./find-names.js";
import { gradeItems } from "./grade-items.js";

export interface DraftJob {
  /** Files of the data, as they were named. */
  readonly files: readonly string[];
  /** Ids. */
  readonly items: readonly string[];
  readonly seed: number;
  /** Have both answers of every item graded on what was found. */
  readonly grade: boolean;
  /** Leave out attributes of a smaller share of the prompts for which any were named. */
  readonly minShare: number;
  /** What the rubric is to be called. */
  readonly name: string;
}

/**
 * Has an oracle name what makes answers to each prompt good, makes one list of that, and drafts a rubric. Throws
 * TARE_ORACLE_ATTRIBUTES where nothing comes of it, TARE_INTERRUPTED, and what ends an oracle's asking.
 */
export async function askAndDraft(
  store: Store,
  open: OpenOracles,
  { files, grade, minShare, name, ...rest }: DraftJob,
  around: Around,
): Promise<DraftedRubric> {
  const { identity: oracle, concurrency } = open.oracle;
  // What ends the asking ends the command, which tells of it.
  const asking: OpenAsking = openAsking({
    ...open,
    store,
    seed: rest.seed,
    around: { ...around, warn: () => {} },
  });
  const ask = endingAsk(asking);
  const misses = tallyMisses();
  const job = { ...rest, concurrency };
  const found = await findNames(store, { ask }, job, misses, around);
  if (found.answered === 0) throw nothing("no answer could be used", misses);
  const each = found.groups();
  const names = each.reduce((sum, group) => sum + group.names.length, 0);
  around.progress.update("merging", 0, each.length, "names");
  const { groups, ...merging } = await mergeNames(each, (attributes) => ask("merge", { attributes }));
  for (const { names: list, ...why } of merging.unmerged) misses.add("merge", list.join(", "), why);
  const { kept, rare } = bySharing(groups, found.answered, minShare);
  if (kept.length === 0) throw nothing(whyNone(rare, minShare), misses, rare.length > 0 ? LOWER : undefined);
  const text = draftRubric(kept, {
    ...{ name, data: files.map(nameOfData), prompts: found.answered, oracle, names },
  });
  const { rules, digest } = parseRubric(text, name, []);
  const attributes = rubricAttributes(rules)!;
  const graded = grade ? await gradeItems(store, { ask }, { ...job, attributes }, misses, around) : undefined;
  const evidence = new Map(kept.map((one, index) => [one, graded?.evidence.get(attributes[index]!.name)]));
  return {
    ...{ text, name, digest, oracle, names, rare, merging },
    prompts: { asked: found.prompts, answered: found.answered },
    nameless: found.nameless(),
    attributes: kept.map((one) => ({ ...one, evidence: evidence.get(one) })),
    graded: graded && { items: graded.graded, unranked: graded.unranked },
    ...{ asked: asking.tally(), misses: misses.read() },
  };
}

const LOWER = "Lower --min-share: what was asked is in the database, and costs nothing again.";

function nothing(what: string, misses: MissTally, fix?: string): TareError {
  const reasons = misses.read().map(({ step, reason, count }) => `${step} ${reason} ${count}`);
  const told = reasons.length === 0 ? "" : ` (${reasons.join(", ")})`;
  const [example] = misses.read().flatMap(({ examples }) => examples);
  const shown = example === undefined ? "" : `; for example ${example}`;
  return new TareError("TARE_ORACLE_ATTRIBUTES", `${what}${told}${shown}`, fix === undefined ? {} : { fix });
}

function whyNone(rare: readonly DraftedAttribute[], minShare: number): string {
  const [most] = rare;
  if (most === undefined) return "none of the names is left after merging";
  return `no attribute is named for a share of ${minShare} of the prompts: the most shared, "${most.name}", for ${most.share.toPrecision(2)}`;
}

function nameOfData(file: string): string {
  return file === "-" ? "standard input" : basename(file);
}
