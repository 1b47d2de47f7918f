import type { DraftedAttribute, DraftedRubric } from "../oracle/attributes/drafted.js";
import { count, counted } from "../reports/layout/words.js";
import { renderTable } from "./table.js";
import { printNote } from "./terminal.js";

const SHOWN = 5;

/** One line an attribute of the draft, the most shared first. */
export function tabulate({ attributes, graded }: DraftedRubric): string {
  const columns = ["attribute", "prompts", "share"];
  const grades = graded === undefined ? [] : ["for chosen", "for rejected", "graded"];
  const rows = attributes.map(({ name, prompts, share, evidence, names }) => [
    ...[name, prompts.size, percent(share)],
    ...(graded === undefined
      ? []
      : [evidence?.forChosen ?? null, evidence?.forRejected ?? null, evidence?.items ?? null]),
    others(name, names),
  ]);
  return renderTable([...columns, ...grades, "merged from"], rows, "table", true);
}

/** The same for a program, with all that was left out and why. */
export function drafted(draft: DraftedRubric, out: string): unknown {
  const { text: _, attributes, rare, merging, name, digest, ...rest } = draft;
  const { leftOut, ...others } = merging;
  return {
    ...{ out, rubric: { name, digest }, ...rest },
    attributes: attributes.map(asRow),
    rare: rare.map(asRow),
    leftOut: leftOut.map(({ name, why, names, prompts }) => ({ name, why, names, prompts: prompts.size })),
    merging: others,
  };
}

function asRow({ name, why, names, prompts, share, evidence }: DraftedAttribute) {
  return { name, why, prompts: prompts.size, share, evidence: evidence ?? null, names };
}

/** What was asked and what came of it; what is lacking is said even where progress is not wanted. */
export function tellDraft(draft: DraftedRubric, minShare: number, out: string, quiet: boolean): void {
  const { prompts, names, attributes, rare, merging, nameless, graded, misses, asked } = draft;
  for (const { step, reason, count: number, examples } of misses) {
    printNote(
      `${reason}  ${counted(number, `question`)} of the step ${step} without an answer that could be used`,
    );
    for (const example of examples) printNote(`  ${example}`);
    if (number > examples.length) printNote(`  and ${count(number - examples.length)} more`);
  }
  if (merging.unmerged.length > 0)
    printNote("  names that could not be put together stand as they were found, each a rule of its own");
  tellNames("left out by the oracle when names were put together", merging.leftOut.map(named));
  tellNames(`named for a smaller share of prompts than ${percent(minShare)} (--min-share)`, rare.map(named));
  tellNames("that no operator could be called after", nameless);
  tellNames("that the oracle made up when names were put together", merging.invented);
  tellNames("that the oracle gave to two attributes, kept in one", merging.twice);
  if (quiet) return;
  const steps = Object.values(asked.steps);
  const sum = (of: "asked" | "taken") => steps.reduce((total, one) => total + one[of], 0);
  const tokens = asked.promptTokens + asked.completionTokens;
  const about = asked.estimated > 0 ? "about " : "";
  printNote(
    `oracle: ${counted(sum("asked"), "question")} asked${tokens > 0 ? ` (${about}${count(tokens)} tokens)` : ""}, ${count(sum("taken"))} answered from the database`,
  );
  printNote(
    `${counted(names, "name")} for ${count(prompts.answered)} of ${counted(prompts.asked, "prompt")} became ${counted(attributes.length, "attribute")}`,
  );
  if (graded !== undefined)
    printNote(
      `graded: both answers of ${counted(graded.items, "item")}${graded.unranked > 0 ? `; ${count(graded.unranked)} have no preferred one` : ""}`,
    );
  printNote(`${out} is a draft: read and edit it, then \`tare validate\` it`);
}

function tellNames(what: string, names: readonly string[]): void {
  if (names.length === 0) return;
  const more = names.length > SHOWN ? ` and ${count(names.length - SHOWN)} more (--json has all)` : "";
  printNote(`${counted(names.length, "name")} ${what}: ${names.slice(0, SHOWN).join(", ")}${more}`);
}

function named({ name, prompts }: { readonly name: string; readonly prompts: ReadonlySet<string> }): string {
  return `${name} (${prompts.size})`;
}

/** The names behind an attribute beside its own. */
function others(name: string, names: readonly string[]): string | null {
  const rest = names.filter((one) => one !== name);
  return rest.length === 0 ? null : rest.join(", ");
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
