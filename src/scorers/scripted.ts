import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { defineScorer, type Scorer, type ScorerOptions, type Text } from "../contract.js";
import { messageOf, TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";
import { digestOf } from "../keys.js";
import { FEATURES } from "./scripted/features.js";
import { parseFormula } from "./scripted/parse.js";
import { wordScorer } from "./word-scorer.js";

async function open(spec: string, options: ScorerOptions): Promise<Scorer> {
  const formula = spec.startsWith("@") ? await readFormula(spec.slice(1), options.cwd) : spec;
  const terms = parseFormula(formula);
  const score = (text: Text): number =>
    terms.reduce((sum, { weight, feature, argument }) => sum + weight * feature.measure(text, argument), 0);
  const canonical = terms.map(({ weight, name, argument }) => ({ weight, name, argument }));
  return wordScorer({
    kind: "scripted",
    name: spec,
    files: { formula: digestOf(canonical) },
    score: (_, text) => score(text),
  });
}

/** A formula file: JSON `{"formula": "…"}` or a JSON string, or the bare formula in a file of any other ending. */
async function readFormula(file: string, cwd: string): Promise<string> {
  const where = resolve(cwd, file);
  const refuse = (what: string): never => {
    throw new TareError("TARE_SCORER_SPEC", what, { where });
  };
  if (file === "") return refuse("scripted:@ names no file");
  const content = await readFile(where, "utf8").catch((error: unknown) => refuse(whyUnread(error)));
  if (!file.endsWith(".json")) return content.trim();
  try {
    const value: unknown = JSON.parse(content);
    const formula = typeof value === "object" && value !== null && "formula" in value ? value.formula : value;
    if (typeof formula === "string") return formula;
  } catch (error) {
    return refuse(messageOf(error));
  }
  return refuse('the file holds no {"formula": "…"}');
}

const details = Object.entries(FEATURES).map(([name, { summary }]) => `${name.padEnd(14)}${summary}`);

export default defineScorer({
  summary:
    "A formula over the text, for trying a rubric without a model; its features: `tare explain scripted`.",
  details,
  usage: 'scripted:FORMULA, as in scripted:0.01*length + 2*keyword("please"), or scripted:@FILE',
  open,
});
