import type { RubricDocument } from "../rubric/document.js";
import { shapeOf } from "../rubric/shape.js";
import { readSource } from "../rubric/syntax.js";
import type { RunRow } from "../store/runs.js";

/** The rubric of a stored run, as it was read then. */
export function rubricOf(run: Pick<RunRow, "rubricSource" | "rubricName">): RubricDocument {
  return shapeOf(readSource(run.rubricSource, `rubric ${run.rubricName}`));
}
