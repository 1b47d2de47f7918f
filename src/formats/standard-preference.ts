import type { ItemDraft } from "../contract.js";
import { preference } from "./draft.js";
import { readLabel, readText } from "./fields.js";
import { readPrompt } from "./messages.js";

/** The columns prompt, chosen, rejected and subset, as TRL's standard preference and the sets made after it have them. */
export function standardPreference(record: Readonly<Record<string, unknown>>): ItemDraft {
  return preference(
    readPrompt(record, "prompt"),
    readText(record, "chosen"),
    readText(record, "rejected"),
    readLabel(record, "subset"),
  );
}
