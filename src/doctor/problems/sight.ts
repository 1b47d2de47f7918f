import type { ProblemKind } from "../problem.js";
import type { ReadingFacts } from "../reading-facts.js";
import { ofReading } from "./tokens.js";

/** What of a text reaches the model at all. */
export const SIGHT_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "response-unseen": {
    severity: "fatal",
    means: "Two different responses become the same input.",
    fix: "The chat template leaves the assistant's turn out: mend it, or choose another with --template.",
    find: unseen("response", "two responses to the same prompt have the same token ids"),
  },
  "prompt-unseen": {
    severity: "warning",
    means: "Two different prompts become the same input.",
    fix: "Mend the chat template, or choose another with --template, unless the model is to judge the response alone.",
    find: unseen("prompt", "the same response to two prompts has the same token ids"),
  },
  "case-unseen": {
    severity: "note",
    means: "The tokenizer lower-cases: what changes case alone cannot move the reward.",
    fix: "Nothing to do; such claims pass by themselves.",
    find: unseen("case", "capitals and small letters have the same ids"),
  },
  "layout-unseen": {
    severity: "note",
    means: "The tokenizer drops line breaks: what changes layout alone cannot move the reward.",
    fix: "Nothing to do; such claims pass by themselves.",
    find: unseen("layout", "a blank line and a space have the same ids"),
  },
  "system-added": {
    severity: "note",
    means: "The template writes a system turn where the conversation has none.",
    fix: "Nothing to do if the model was trained so.",
    find: ofReading(({ systemAdded }) =>
      systemAdded ? "a conversation without a system turn is given one" : undefined,
    ),
  },
  "system-refused": {
    severity: "note",
    means: "The template refuses a conversation with a system turn.",
    fix: "Leave such conversations out of the data, or choose another template with --template.",
    find: ofReading(({ systemRefused }) => (systemRefused === "" ? undefined : systemRefused)),
  },
};

/** A difference that the reading does not see. */
function unseen(what: keyof ReadingFacts["sees"], because: string): ProblemKind["find"] {
  return ofReading(({ sees }) => (sees[what] ? undefined : because));
}
