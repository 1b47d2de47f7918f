import { type AugmentationContext, type Skip, skip, type Text } from "../contract.js";
import { applyEdits } from "./edits.js";
import { alterNumber } from "./number-alteration.js";
import { type NumberToken, numbers } from "./numbers.js";
import { aThird } from "./prose.js";

/** The answer with a third of its numbers (at least one) changed, each in its format and believable. */
export function withNumbersChanged({ response }: Text, { random }: AugmentationContext): string | Skip {
  const mentions = new Map<string, NumberToken[]>();
  for (const token of numbers(response)) {
    const key = `${token.kind} ${token.text}`;
    const same = mentions.get(key);
    if (same === undefined) mentions.set(key, [token]);
    else same.push(token);
  }
  // All mentions of a number change together: an answer that contradicts itself would be another attribute.
  const changes = random.shuffle([...mentions.values()]).flatMap((tokens) => {
    const altered = alterNumber(tokens[0]!, random);
    return altered === undefined ? [] : [tokens.map(({ start, end }) => ({ start, end, text: altered }))];
  });
  if (changes.length === 0) return skip("no-number");
  return applyEdits(response, changes.slice(0, aThird(changes.length)).flat());
}
