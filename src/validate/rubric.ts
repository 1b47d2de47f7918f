import { basename, extname } from "node:path";
import { openRubric } from "../rubric/open.js";
import type { FileKind } from "./kind.js";

/** Any one JSON document; a mistake in it must not make it another kind of file. */
export const rubric: FileKind = {
  name: "rubric",
  looksLike: "a .json file",
  recognises: ({ file }) => extname(file) === ".json" && basename(file) !== "rubric.schema.json",
  async check({ file, cwd }, augmentations) {
    const path = /^\.{0,2}\//.test(file) ? file : `./${file}`;
    const { name, rules, document } = openRubric(path, cwd, augmentations);
    const claims = rules.flatMap((rule) => rule.claims);
    const gated = claims.filter(({ severity }) => severity === "error").length;
    const waived = document.waivers.length === 0 ? "" : `, ${document.waivers.length} waived`;
    const sizes = `${counted(rules.length, "rule")}, ${counted(claims.length, "claim")}`;
    return `rubric "${name}": ${sizes}, of which ${gated} decide the gate${waived}`;
  },
};

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
