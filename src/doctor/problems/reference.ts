import type { ProblemKind } from "../problem.js";
import { matches } from "../reference/compare.js";

/** What the reference logits prove. */
export const REFERENCE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "reference-mismatch": {
    severity: "fatal",
    means: "Scores differ from the reference logits by more than the tolerance.",
    fix: "Where ids differ, mend tokenizer or template. Where they agree, the export is wrong (export again, with eager attention) or its weights are quantised (say how much is tolerable with --tolerance).",
    find: ({ reference }) => {
      if (reference === null || matches(reference)) return undefined;
      const { worst, tolerance, graph } = reference;
      const alone =
        graph === null ? "" : `; from the reference's own ids the graph is off by ${graph.toExponential(1)}`;
      return `text "${worst.text}" is off by ${worst.difference.toExponential(1)}, allowed are ${tolerance.toExponential(0)}${alone}`;
    },
  },
  "reference-ids": {
    severity: "warning",
    means: "The tokenizer makes other ids than the reference for some texts.",
    fix: "Compare template and tokenizer with the ones the reference was made with; a few texts may differ between runtimes.",
    find: ({ reference }) => {
      if (reference === null || reference.ids.differ.length === 0) return undefined;
      const { compared, differ } = reference.ids;
      const { text, at, ours, theirs } = differ[0]!;
      return `${differ.length} of ${compared} texts; "${text}" first at token ${at}: ${ours ?? "the end"} for ${theirs ?? "the end"}`;
    },
  },
};
