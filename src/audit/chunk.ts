import type { Item } from "../contract.js";
import type { Selected } from "../pairs/propose.js";
import { targets } from "../pairs/targets.js";
import { nameSelected } from "../rubric/select.js";
import { codeLanguage } from "../text/code/blocks.js";
import { addLessons, emptyLessons, type LessonTally, mergeLessons } from "./lessons.js";
import { addTally } from "./merge-tallies.js";
import { emptyTally, type OperatorTally } from "./tally.js";
import { type AuditPlan, type Draft, measure, tryOperator } from "./try-operator.js";
import { addWords, emptyWords, mergeWords, type WordTally } from "./words.js";

/** What was found on some items. */
export interface Findings {
  readonly operators: readonly OperatorTally[];
  readonly lessons: LessonTally;
  readonly words: WordTally;
}

export function emptyFindings(selected: readonly Selected[]): Findings {
  return {
    operators: selected.map((one) => emptyTally(nameOf(one))),
    lessons: emptyLessons(),
    words: emptyWords(),
  };
}

/** Applies every operator to the items (whole prompts), item by item so that all share the views of a text. */
export function auditChunk(items: readonly Item[], selected: readonly Selected[], plan: AuditPlan): Findings {
  const findings = emptyFindings(selected);
  const prompts = new Map<string, Item[]>();
  for (const item of items) {
    prompts.set(item.promptKey, [...(prompts.get(item.promptKey) ?? []), item]);
    // First, so that the views of the answers are made here and on no operator's time.
    addLessons(findings.lessons, item);
    const drafts = selected.map((one, index) => tryItem(findings.operators[index]!, item, one, plan));
    // After all of them: the views of the variants would drive out those of the answer, which operators share.
    for (const [index, own] of drafts.entries())
      for (const draft of own) measure(findings.operators[index]!, draft, plan);
  }
  for (const together of prompts.values()) addWords(findings.words, together);
  return findings;
}

function tryItem(tally: OperatorTally, item: Item, selected: Selected, plan: AuditPlan): Draft[] {
  const seen = new Set(item.responses.map(({ text }) => text));
  const responses = targets(item, selected.augmentation);
  const drafts = responses.flatMap(
    (response) => tryOperator(tally, item, response, selected, plan, seen) ?? [],
  );
  if (responses.length > 0) tally.items.asked++;
  if (drafts.length > 0) tally.items.applied++;
  if (selected.augmentation.parses !== true) return drafts;
  const language = responses
    .map((at) => codeLanguage(item.responses[at]!.text))
    .find((one) => one !== undefined);
  if (language === undefined) return drafts;
  const known = tally.code[language] ?? { asked: 0, applied: 0 };
  tally.code[language] = { asked: known.asked + 1, applied: known.applied + (drafts.length > 0 ? 1 : 0) };
  return drafts;
}

function nameOf({ augmentation, dose }: Selected): string {
  return nameSelected({ augmentation: augmentation.name, dose });
}

export function mergeFindings(whole: Findings, part: Findings): void {
  for (const [index, tally] of whole.operators.entries()) addTally(tally, part.operators[index]!);
  mergeLessons(whole.lessons, part.lessons);
  mergeWords(whole.words, part.words);
}

const CHUNK = 32;

/** Items in the order of their prompts, in chunks of 32 or a few more: no prompt is divided. */
export function chunksOf(items: readonly Item[]): Item[][] {
  const sorted = [...items].sort((a, b) => compare(a.promptKey, b.promptKey) || compare(a.id, b.id));
  const chunks: Item[][] = [];
  for (const item of sorted) {
    const last = chunks.at(-1);
    const goesOn = last !== undefined && (last.length < CHUNK || last.at(-1)!.promptKey === item.promptKey);
    if (goesOn) last.push(item);
    else chunks.push([item]);
  }
  return chunks;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
