import type { Asked, NoAnswer } from "../asking.js";
import type { AnswerOf, Attribute } from "../steps.js";
import { type Applied, applyMerge } from "./apply-merge.js";
import { chunks, inParts } from "./chunks.js";
import { byKey, type NameGroup, nameKey, together } from "./name-group.js";

/** Asks for one list of these attributes. */
export type AskMerge = (attributes: readonly Attribute[]) => Promise<Asked<AnswerOf<"merge">>>;

export interface Merged extends Applied {
  /** How often a list was made of the lists before. */
  readonly rounds: number;
  /** Lists for which no answer could be used, halves of others among them: their names stand as they were. */
  readonly unmerged: readonly {
    readonly names: readonly string[];
    readonly reason: NoAnswer;
    readonly detail: string;
  }[];
}

/** A list of fewer names is not asked about in halves. */
const FEWEST_HALVED = 8;
/** These say nothing of the length of a list. */
const NOT_TOO_LONG: ReadonlySet<NoAnswer> = new Set([
  "oracle-refused",
  "oracle-over-budget",
  "oracle-not-recorded",
]);

/**
 * Makes one list of attributes: of lists that fit into a question, then of what came of these, until one is left or the
 * oracle puts no more of them together. Every name ends in exactly one of the groups, or is left out.
 */
export async function mergeNames(found: readonly NameGroup[], ask: AskMerge): Promise<Merged> {
  let groups: readonly NameGroup[] = byKey(found);
  let leftOut: readonly NameGroup[] = [];
  let [rounds, inVain] = [0, 0];
  const parts: Part[] = [];
  for (let isOne = groups.length < 2; !isOne && inVain < 2; rounds++) {
    const asked = chunks(groups, inVain > 0);
    const round = (await Promise.all(asked.map((chunk) => mergeChunk(chunk, ask)))).flat();
    parts.push(...round);
    const before = groups.length;
    ({ groups, leftOut } = settle(
      byKey(round.flatMap((part) => part.groups)),
      byKey([...leftOut, ...round.flatMap((part) => part.leftOut)]),
    ));
    const isLess = groups.length < before;
    isOne = round.length === 1 || groups.length < 2 || (asked.length === 1 && !isLess);
    inVain = isLess ? 0 : inVain + 1;
  }
  return {
    ...{ groups, leftOut },
    invented: parts.flatMap(({ invented }) => invented),
    twice: parts.flatMap(({ twice }) => twice),
    unmerged: parts.flatMap(({ unmerged }) => unmerged),
    rounds,
  };
}

type Part = Omit<Merged, "rounds">;

/** A list that is too long for the oracle is asked about in halves. */
async function mergeChunk(chunk: readonly NameGroup[], ask: AskMerge): Promise<Part[]> {
  const none = { leftOut: [], invented: [], twice: [], unmerged: [] };
  if (chunk.length < 2) return [{ ...none, groups: chunk }];
  const asked = await ask(chunk.map(({ name, why }) => ({ name, why })));
  if (asked.kind === "answer") return [{ ...applyMerge(chunk, asked.answer), unmerged: [] }];
  const { reason, detail } = asked;
  if (!NOT_TOO_LONG.has(reason) && chunk.length >= FEWEST_HALVED)
    return (await Promise.all(inParts(chunk, 2).map((half) => mergeChunk(half, ask)))).flat();
  return [{ ...none, groups: chunk, unmerged: [{ names: chunk.map(({ name }) => name), reason, detail }] }];
}

/** What one list left out and another made an attribute of that name of was not left out. */
function settle(
  groups: readonly NameGroup[],
  leftOut: readonly NameGroup[],
): Pick<Applied, "groups" | "leftOut"> {
  const kept = new Set(groups.map(({ name }) => nameKey(name)));
  const [back, gone] = [true, false].map((is) =>
    leftOut.filter(({ name }) => kept.has(nameKey(name)) === is),
  );
  return {
    groups: groups.map((group) => {
      const own = back!.filter(({ name }) => nameKey(name) === nameKey(group.name));
      return own.length === 0 ? group : together([group, ...own], group);
    }),
    leftOut: gone!,
  };
}
