import type { Warning } from "../../contract.js";
import type { GraphShape } from "./graph-shape.js";
import type { ModelInput } from "./input.js";
import { asksTheDate } from "./template-date.js";
import type { Tokenizer } from "./tokenizer.js";

interface Seen {
  readonly tokenizer: Tokenizer;
  readonly input: Pick<ModelInput, "kind">;
  readonly shape: Pick<GraphShape, "output">;
}

interface WarningKind {
  readonly fix: string;
  /** What is the case with this model; undefined where it is not. */
  find(seen: Seen): string | undefined;
}

const TURNS = ["user", "user", "assistant"].map((role) => ({ role, content: "a" }));

/** What tokenizer, template and graph hold that may move scores unseen. */
const WARNINGS: Readonly<Record<string, WarningKind>> = {
  "characters-approximated": {
    fix: "Compare the ids of your rarest texts with Python's: `tare doctor --reference FILE`.",
    find: ({ tokenizer }) =>
      tokenizer.parts.has("Precompiled")
        ? "the tokenizer's character map (Precompiled) is followed by NFKC here: rare symbols may get other ids than in Python"
        : undefined,
  },
  "template-dated": {
    fix: "Nothing to do, if the model was trained on many dates; else write the date of its training into a template of your own (--template FILE).",
    find: ({ tokenizer: { template }, input }) =>
      input.kind === "chat" && template !== undefined && asksTheDate(template)
        ? "the chat template writes today's date; 26 July 2024 stands in its place, so that scores do not change by the day"
        : undefined,
  },
  "turns-alternate": {
    fix: "Leave other conversations out of the data, or choose another template with --template: turns are never reordered.",
    find: ({ tokenizer, input }) =>
      input.kind === "chat" && refuses(tokenizer)
        ? "the chat template refuses turns that do not alternate between user and assistant"
        : undefined,
  },
  "pair-unclosed": {
    fix: "Nothing to do if the model was trained on prompt and response joined; else choose another --template.",
    find: ({ tokenizer: { pair }, input }) =>
      input.kind === "pair" && pair?.after.length === 0
        ? "the tokenizer was not made for pairs: no special token closes the response"
        : undefined,
  },
  "output-unusual": {
    fix: "Nothing to do if that output is the reward, before any activation.",
    find: ({ shape: { output } }) =>
      output === "logits"
        ? undefined
        : `the graph has no output called logits; the reward is read from ${output}`,
  },
};

/** The warnings of a model, in the order of the table. */
export function findWarnings(seen: Seen): readonly Warning[] {
  return Object.entries(WARNINGS).flatMap(([code, { fix, find }]) => {
    const what = find(seen);
    return what === undefined ? [] : [{ code, what, fix }];
  });
}

function refuses(tokenizer: Tokenizer): boolean {
  try {
    tokenizer.render(TURNS);
    return false;
  } catch {
    return true;
  }
}
