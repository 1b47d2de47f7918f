import type { Text } from "../contract.js";
import { OWN_PAIRS } from "../formats/own-subset.js";
import type { FormattedRecord } from "../formats/together.js";
import { readOwnPair } from "../pairs/own-pair.js";

export interface TrainedPairs {
  /** The texts two by two: base and variant, or every answer with every other; one alone with itself. */
  readonly pairs: readonly (readonly [Text, Text])[];
  /** The operator that made them, where the record says so. */
  readonly operators: readonly string[];
}

/** What a trainer would learn from of the records of one item. Throws TARE_DATA_FIELD. */
export function trainedPairs([first, ...others]: readonly [
  FormattedRecord,
  ...FormattedRecord[],
]): TrainedPairs {
  const { record, format } = first;
  const draft = format.read(
    record,
    others.map((other) => other.record),
  );
  const operators = typeof record.augmentation === "string" ? [record.augmentation] : [];
  if (draft.subset === OWN_PAIRS) {
    const { prompt, base, variant, variantPrompt } = readOwnPair(record, "");
    return { pairs: [[text(prompt, base), text(variantPrompt ?? prompt, variant)]], operators };
  }
  const texts = draft.responses.map((response) => text(draft.prompt, response.text));
  const pairs =
    texts.length === 1
      ? [[texts[0]!, texts[0]!] as const]
      : texts.flatMap((a, index) => texts.slice(index + 1).map((b) => [a, b] as const));
  return { pairs, operators };
}

function text(messages: Text["messages"], response: string): Text {
  return { messages, response };
}
