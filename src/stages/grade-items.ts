import type { Item } from "../contract.js";
import type { Asking } from "../oracle/asking.js";
import { type Evidence, tallyEvidence } from "../oracle/attributes/evidence.js";
import type { MissTally } from "../oracle/attributes/misses.js";
import { inTurn } from "../oracle/in-turn.js";
import { isRefusal } from "../oracle/interventions/intervention.js";
import { answerAtStart, rejectedAnswer } from "../oracle/interventions/start.js";
import type { Attribute } from "../oracle/steps.js";
import type { Store } from "../store/open.js";
import { type Around, stopIfAborted } from "./around.js";
import { itemsInRank } from "./items-in-rank.js";

export interface GradedItems {
  /** Items of which both answers were graded. */
  readonly graded: number;
  /** Items without an answer that is preferred to another. */
  readonly unranked: number;
  /** By the attribute's name. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/**
 * Has the chosen and the rejected answer of every item graded on these attributes: the very questions that a run asks which
 * changes them. Throws TARE_INTERRUPTED.
 */
export async function gradeItems(
  store: Store,
  { ask }: Pick<Asking, "ask">,
  job: {
    readonly items: readonly string[];
    readonly seed: number;
    readonly concurrency: number;
    readonly attributes: readonly Attribute[];
  },
  misses: MissTally,
  { progress, signal }: Pick<Around, "progress" | "signal">,
): Promise<GradedItems> {
  const { items, seed, concurrency, attributes } = job;
  const tally = tallyEvidence(attributes);
  let [done, graded, unranked] = [0, 0, 0];
  const gradesOf = async (prompt: Item["prompt"], answer: string) => {
    const asked = await ask("grade", { prompt, answer, attributes });
    if (asked.kind === "answer") return asked.answer.grades;
    misses.add("grade", answer, asked);
    return undefined;
  };
  const tell = () => progress.update("grading", done, items.length, `items, both answers of ${graded}`);
  tell();
  await inTurn(itemsInRank(store, items, seed), concurrency, async (item) => {
    const both = comparedOf(item);
    if (both === undefined) unranked++;
    else {
      const [chosen, rejected] = await Promise.all(both.map((answer) => gradesOf(item.prompt, answer)));
      if (chosen !== undefined && rejected !== undefined) {
        tally.add(chosen, rejected);
        graded++;
      }
    }
    done++;
    tell();
    await stopIfAborted(signal, "asking the oracle");
  });
  return { graded, unranked, evidence: tally.read() };
}

/** The leading chosen and the leading rejected answer. */
function comparedOf(item: Item): readonly [string, string] | undefined {
  if (!item.responses.some(({ role }) => role === "chosen")) return undefined;
  const chosen = answerAtStart(item, { kind: "degrade", attribute: undefined });
  const rejected = rejectedAnswer(item);
  return isRefusal(chosen) || isRefusal(rejected) ? undefined : [chosen.text, rejected.text];
}
