import type { ProblemKind } from "../problem.js";
import { ofReading } from "./tokens.js";

/** What of a text reaches the model at all. */
export const SIGHT_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  "response-unseen": {
    severity: "fatal",
    means: "Two different responses become the same input.",
    fix: "The chat template leaves the assistant's turn out: mend it, or choose another with --template.",
    find: ofReading(({ sees }) =>
      sees.response ? undefined : "two responses to the same prompt have the same token ids",
    ),
  },
  "prompt-unseen": {
    severity: "warning",
    means: "Two different prompts become the same input.",
    fix: "Mend the chat template, or choose another with --template, unless the model is to judge the response alone.",
    find: ofReading(({ sees }) =>
      sees.prompt ? undefined : "the same response to two prompts has the same token ids",
    ),
  },
  "case-unseen": {
    severity: "note",
    means: "The tokenizer lower-cases: what changes case alone cannot move the reward.",
    fix: "Nothing to do; such claims pass by themselves.",
    find: ofReading(({ sees }) => (sees.case ? undefined : "capitals and small letters have the same ids")),
  },
  "layout-unseen": {
    severity: "note",
    means: "The tokenizer drops line breaks: what changes layout alone cannot move the reward.",
    fix: "Nothing to do; such claims pass by themselves.",
    find: ofReading(({ sees }) => (sees.layout ? undefined : "a blank line and a space have the same ids")),
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
