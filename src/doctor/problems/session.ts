import { small } from "../card/words.js";
import type { ProblemKind } from "../problem.js";

/** Operators that hold the weights; those on shapes may run on the CPU and cost nothing. */
const HEAVY = /MatMul|Gemm|Attention|Conv|QLinear|Einsum/;

/** How the graph is run, and how far its numbers can be trusted. */
export const SESSION_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "one-at-a-time": {
    severity: "note",
    means:
      "Texts are scored one at a time: the graph has a fixed batch of 1, or scales activations over a batch (dynamic int8).",
    fix: "Nothing to do; export with a dynamic batch axis, or quantise weights only, for speed.",
    find: ({ identity }) =>
      identity.batching === "single" ? `batching is ${identity.batching} (${identity.dtype})` : undefined,
  },
  "nodes-on-cpu": {
    severity: "warning",
    means: "In a session on a card, operators that do the work run on the CPU.",
    fix: "Take another dtype (int8 operators have no kernel on most cards), or --device cpu.",
    find: ({ device, placement }) => {
      if (device === null || device.obtained === "cpu" || placement === null) return undefined;
      const strays = placement.filter(
        ({ provider, operator }) => provider === "CPUExecutionProvider" && HEAVY.test(operator),
      );
      const named = strays.map(({ operator, nodes }) => `${nodes} ${operator}`).join(", ");
      return strays.length === 0 ? undefined : `on the CPU: ${named}`;
    },
  },
  "off-the-cpu": {
    severity: "warning",
    means: "Scores on this device are off the CPU's by more than a thousandth of their spread.",
    fix: "Kernels of 16 and 4 bits, and TF32, round otherwise there. Weigh a model on the device it will serve on; fp32 is closest.",
    find: ({ onCpu }) => {
      if (onCpu === null || onCpu.difference <= onCpu.spread / 1000) return undefined;
      const { head, difference, texts, spread } = onCpu;
      return `${head}: ${small(difference)} on one of ${texts} texts, whose scores have an SD of ${small(spread)}`;
    },
  },
  noisy: {
    severity: "warning",
    means:
      "Scores of the same text move with repetition, batch or padding by more than a thousandth of their spread.",
    fix: "A run then takes texts one at a time, unless --batching says otherwise; fp32 on the CPU is quietest. Padding that moves scores much means a wrong pad id.",
    find: ({ noise }) => (noise === null || noise.cause === "" ? undefined : noise.cause),
  },
};
