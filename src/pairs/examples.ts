import {
  type Augmentation,
  type Corpus,
  type Example,
  type ExampleText,
  isSkip,
  type Text,
} from "../contract.js";
import { stream } from "../random.js";

/** What the operator really does with an example's input, in the example's own shape. */
export function runExample(augmentation: Augmentation, example: Example): Example {
  const { prompt, response, dose, rejected, donor } = example;
  const input: Example = {
    ...(prompt === undefined ? {} : { prompt }),
    response,
    ...(dose === undefined ? {} : { dose }),
    ...(rejected === undefined ? {} : { rejected }),
    ...(donor === undefined ? {} : { donor }),
  };
  const random = stream("example", prompt ?? "", response, rejected ?? "");
  const corpus: Corpus = { donor: () => (donor === undefined ? undefined : textOf(donor)) };
  const context = { random, corpus, dose };
  if (augmentation.changes === "response") {
    const made = augmentation.apply(textOf(example), context);
    return isSkip(made) ? { ...input, skips: made.skip } : { ...input, becomes: made };
  }
  if (augmentation.changes === "prompt") {
    const base = textOf(example);
    const made = augmentation.apply(base, context);
    if (isSkip(made)) return { ...input, skips: made.skip };
    return { ...input, compares: { base: exampleOf(base), variant: exampleOf(made) } };
  }
  const worse =
    rejected === undefined
      ? undefined
      : textOf({ ...(prompt === undefined ? {} : { prompt }), response: rejected });
  const made = augmentation.apply({ chosen: textOf(example), rejected: worse }, context);
  if (isSkip(made)) return { ...input, skips: made.skip };
  return { ...input, compares: { base: exampleOf(made.base), variant: exampleOf(made.variant) } };
}

function textOf({ prompt, response }: ExampleText): Text {
  return { messages: prompt === undefined ? [] : [{ role: "user", content: prompt }], response };
}

function exampleOf({ messages, response }: Text): ExampleText {
  return messages.length === 0
    ? { response }
    : { prompt: messages.map(({ content }) => content).join("\n\n"), response };
}
