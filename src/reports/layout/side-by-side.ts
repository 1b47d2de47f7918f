import type { RunView, Verdict } from "../../contract.js";
import { labelOf, writeNumber } from "../../rubric/wording.js";
import { alignPairs, type Column, tableLines } from "./columns.js";
import type { Paint } from "./paint.js";
import { textWidth } from "./text-width.js";
import { MARKS, oneLine, VERDICT_WORDS } from "./words.js";
import { shorten, shortenMiddle, wrap } from "./wrap.js";

/** How a model's column is written: the most that fits for all models at once is taken. */
const FORMS = [
  { verdicts: "words", name: 32 },
  { verdicts: "words", name: 18 },
  { verdicts: "marks", name: 18 },
] as const;
type Form = (typeof FORMS)[number];

const KEY = "✓ pass   ✗ FAIL   ? inconclusive   ( ) warns only   · not claimed";
const widest = ({ head, cells }: Column) => Math.max(...[head, ...cells].map((cell) => textWidth(cell)));

/** Claims down, models across; as many models a block as the width holds. */
export function sideBySide(views: readonly RunView[], width: number, paint: Paint): string[] {
  const claims = new Map(
    views.flatMap((view) => view.verdicts.map(({ claim }) => [claim.id, claim] as const)),
  );
  const labels = [...claims.values()].map((claim) => `  ${oneLine(claim.attribute)}: ${labelOf(claim)}`);
  const first: Column = {
    head: "SIDE BY SIDE",
    cells: [...labels, "  verdict"].map((cell) => shorten(cell, Math.floor(width / 2) - 2)),
    align: "left",
  };
  const tried = FORMS.map((form) => ({ form, models: modelColumns(views, [...claims.keys()], form, paint) }));
  const fits = ({ models }: (typeof tried)[number]) =>
    models.reduce((sum, one) => sum + widest(one) + 2, widest(first)) <= width;
  const { form, models } = tried.find(fits) ?? tried.at(-1)!;
  const blocks = blocksOf(first, models, width).flatMap((columns) => {
    const [head, ...lines] = tableLines(columns);
    return ["", paint.strong(head!), ...lines];
  });
  return form.verdicts === "words" ? blocks : [...blocks, ...wrap(`    ↳ ${KEY}`, width, 6).map(paint.quiet)];
}

function blocksOf(first: Column, models: readonly Column[], width: number): Column[][] {
  const blocks: Column[][] = [];
  let free = 0;
  for (const model of models) {
    const need = widest(model) + 2;
    if (blocks.length === 0 || need > free) {
      blocks.push([first]);
      free = width - widest(first);
    }
    blocks.at(-1)!.push(model);
    free -= need;
  }
  return blocks;
}

function modelColumns(views: readonly RunView[], ids: readonly string[], form: Form, paint: Paint): Column[] {
  const heads = distinctNames(views).map((name) => shortenMiddle(name, form.name));
  const alike = (head: string) => heads.filter((other) => other === head).length > 1;
  return views.map((view, index) => {
    const byId = new Map(view.verdicts.map((verdict) => [verdict.claim.id, verdict]));
    const pairs = ids.map((id) => cellOf(byId.get(id), form, paint));
    const verdict = paint.verdict(view.verdict, VERDICT_WORDS[view.verdict]);
    // Two names that cutting made alike: the runs tell them apart.
    const head = alike(heads[index]!) ? oneLine(view.run).slice(0, 12) : heads[index]!;
    return { head, cells: alignPairs([...pairs, ["", verdict]]), align: "left" };
  });
}

function cellOf(verdict: Verdict | undefined, { verdicts }: Form, paint: Paint): [string, string] {
  if (verdict === undefined) return ["", verdicts === "words" ? "not claimed" : "·"];
  const { claim, estimate, verdict: word } = verdict;
  const warns = claim.severity === "warn";
  const [written, mark] = [VERDICT_WORDS[word], MARKS[word]];
  const said =
    verdicts === "words"
      ? `${paint.verdict(word, written)}${warns ? " (warn)" : ""}`
      : paint.verdict(word, warns ? `(${mark})` : mark);
  return [writeNumber(claim.metric, estimate), said];
}

/** Two models of one name differ by dtype, or else by their run. */
export function distinctNames(views: readonly RunView[]): string[] {
  const names = views.map(({ scorer }) => oneLine(scorer.name));
  const once = (list: readonly string[], name: string) => list.filter((other) => other === name).length === 1;
  const typed = views.map((view, index) =>
    once(names, names[index]!) ? names[index]! : `${names[index]} ${view.scorer.dtype}`,
  );
  return typed.map((name, index) => (once(typed, name) ? name : `${views[index]!.run.slice(0, 8)} ${name}`));
}
