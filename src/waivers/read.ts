import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Waiver } from "../contract.js";
import { TareError } from "../errors.js";
import { whyUnread } from "../file-reasons.js";
import { type Problem, problemsError } from "../rubric/problems.js";
import { shapeWith } from "../rubric/shape.js";
import { readSource } from "../rubric/syntax.js";
import { waiversDocument, waiversJsonSchema } from "./document.js";

/** Waivers of a file; none where no file is named: there is no default place, so none takes effect unseen. Throws TARE_WAIVERS. */
export function readWaivers(file: string | undefined, cwd: string): readonly Waiver[] {
  return file === undefined ? [] : parseWaivers(readText(file, cwd), file);
}

/** Throws TARE_WAIVERS with file, line, column and field of every mistake. */
export function parseWaivers(text: string, file: string): readonly Waiver[] {
  const source = readSource(text, file, "TARE_WAIVERS");
  const { waivers } = shapeWith(waiversDocument, waiversJsonSchema(), source, "TARE_WAIVERS");
  const problems = waivers.flatMap(({ claim, scorer }, index): Problem[] => {
    const clashes = (other: (typeof waivers)[number]) =>
      other.claim === claim && (other.scorer.startsWith(scorer) || scorer.startsWith(other.scorer));
    if (!waivers.slice(0, index).some(clashes)) return [];
    return [{ path: ["waivers", index, "claim"], message: `"${claim}" is waived for this scorer already` }];
  });
  if (problems.length > 0) throw problemsError("TARE_WAIVERS", source, problems);
  return waivers.map(({ claim, scorer, reason, owner, expires }) => ({
    ...{ claim, scorer, owner },
    until: expires,
    why: reason,
  }));
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new TareError("TARE_WAIVERS", `it cannot be read: ${whyUnread(error)}`, {
      where: file,
      cause: error,
    });
  }
}
