import stringWidth from "string-width";
import type { RunView, Verdict } from "../../contract.js";
import { labelOf, writeNumber } from "../../rubric/wording.js";
import { alignPairs, type Column, tableLines } from "./columns.js";
import { oneLine, VERDICT_WORDS } from "./words.js";
import { shorten } from "./wrap.js";

/** Claims down, models across; as many models a block as the width holds. */
export function sideBySide(views: readonly RunView[], width: number): string[] {
  const claims = new Map(
    views.flatMap((view) => view.verdicts.map(({ claim }) => [claim.id, claim] as const)),
  );
  const ids = [...claims.keys()];
  const label = (id: string) => {
    const claim = claims.get(id)!;
    return `  ${oneLine(claim.attribute)}: ${labelOf(claim)}`;
  };
  const first: Column = {
    head: "SIDE BY SIDE",
    cells: [...ids.map(label), "  verdict"].map((cell) => shorten(cell, Math.floor(width / 2) - 4)),
    align: "left",
  };
  const names = distinctNames(views);
  const models = views.map((view, index) => modelColumn(view, names[index]!, ids, width));
  const widest = (column: Column) =>
    Math.max(...[column.head, ...column.cells].map((cell) => stringWidth(cell)));
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
  return blocks.flatMap((columns) => ["", ...tableLines(columns)]);
}

function modelColumn(view: RunView, name: string, ids: readonly string[], width: number): Column {
  const byId = new Map(view.verdicts.map((verdict) => [verdict.claim.id, verdict]));
  const pairs = ids.map((id): [string, string] => cellOf(byId.get(id)));
  const cells = alignPairs([...pairs, ["", VERDICT_WORDS[view.verdict]]]);
  return { head: shorten(name, Math.min(32, Math.floor(width / 2) - 4)), cells, align: "left" };
}

function cellOf(verdict: Verdict | undefined): [string, string] {
  if (verdict === undefined) return ["", "not claimed"];
  const { claim, estimate, verdict: word } = verdict;
  const warns = claim.severity === "warn" ? " (warn)" : "";
  return [writeNumber(claim.metric, estimate), `${VERDICT_WORDS[word]}${warns}`];
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
