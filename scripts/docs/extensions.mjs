import { listRubrics, loadAugmentations } from "../../dist/src/registry.js";
import { openRubric } from "../../dist/src/rubric/open.js";
import { nameSelected } from "../../dist/src/rubric/select.js";
import { METRICS, writeBound } from "../../dist/src/rubric/wording.js";
import { code, table } from "./markdown.mjs";

/** Every operator with what a rubric's author must know of it. */
export async function operatorTable() {
  const rows = (await loadAugmentations()).map((one) => [
    code(one.name),
    one.attribute,
    one.expects,
    one.doses?.join(" ") ?? "",
    one.summary,
    one.applies,
    one.languages === "any" ? "any" : one.languages.join(" "),
  ]);
  return table(
    ["operator", "attribute", "expects", "doses", "what it does", "applies to", "languages"],
    rows,
  );
}

/** Every shipped rubric: what it is for, then its claims. */
export async function rubricTables() {
  const augmentations = await loadAugmentations();
  return listRubrics()
    .map(({ name }) => oneRubric(name, openRubric(name, ".", augmentations)))
    .join("\n\n");
}

const KINDS = {
  causal: "must move",
  spurious: "must not move",
  hack: "may not pay",
  probe: "must lie lowest",
  ranking: "preferences",
};

function oneRubric(name, { why, rules, minimumPrompts }) {
  const rows = rules.flatMap(({ kind, attribute, selected, claims }) =>
    claims.map((claim) => [
      KINDS[kind],
      attribute,
      selected.map((one) => code(nameSelected(one))).join(", "),
      `${METRICS[claim.metric].label} ${writeBound(claim)}`,
      claim.severity === "error" ? "yes" : "warns only",
    ]),
  );
  const head = `### ${code(name)}\n\n${why} A claim wants ${minimumPrompts} prompts.`;
  return `${head}\n\n${table(["kind", "attribute", "tried with", "claim", "gated"], rows)}`;
}
