import { defineAugmentation, isSkip } from "../src/contract.js";
import { removedCalls } from "../src/text/code/calls.js";
import { changeCode } from "../src/text/code/changes.js";
import { invertedConditions } from "../src/text/code/conditions.js";
import { offByOne } from "../src/text/code/off-by-one.js";
import { flippedOperators } from "../src/text/code/operators.js";
import { wrongReturns } from "../src/text/code/returns.js";
import { wrongVariables } from "../src/text/code/variables.js";
import { inverted } from "../src/text/inverted.js";

const FAULTS = [flippedOperators, offByOne, wrongVariables, wrongReturns, invertedConditions, removedCalls];

export default defineAugmentation({
  summary: "Repairs one fault of the code: from the chosen answer with the fault to the answer itself.",
  version: 1,
  expects: "higher",
  attribute: "code correctness",
  changes: "pairing",
  applies:
    "Items whose chosen answer has code in Python, JavaScript, TypeScript, Java, C, C++, Go or Rust that parses, fenced or not, and that one of the code degradations can spoil.",
  languages: "any",
  preserves: ["urls"],
  parses: true,
  minimumSimilarity: 0.5,
  source:
    "Crome (arXiv 2506.16507), upgrade of a causal attribute; the inverse of operator-flipped, off-by-one, wrong-variable, wrong-return, condition-inverted and call-removed, one of them drawn.",
  apply: inverted((text, { random }) => {
    // The kind of fault that is drawn first and can be made decides.
    const made = random.shuffle(FAULTS).map((find) => () => changeCode(text, random, find, "no-fault"));
    let last = made[0]!();
    for (const make of made.slice(1)) {
      if (!isSkip(last) || last.skip !== "no-fault") break;
      last = make();
    }
    return last;
  }),
  examples: [
    {
      prompt: "Write a function that keeps the even numbers.",
      response: "```python\ndef evens(xs):\n    return [x for x in xs if x % 2 == 0]\n```",
      compares: {
        base: {
          prompt: "Write a function that keeps the even numbers.",
          response: "```python\ndef evens(xs):\n    return xs\n```",
        },
        variant: {
          prompt: "Write a function that keeps the even numbers.",
          response: "```python\ndef evens(xs):\n    return [x for x in xs if x % 2 == 0]\n```",
        },
      },
    },
    {
      prompt: "Sum a list in Go.",
      response:
        "func sum(xs []int) int {\n\ttotal := 0\n\tfor i := 0; i < len(xs); i++ {\n\t\ttotal += xs[i]\n\t}\n\treturn total\n}",
      compares: {
        base: {
          prompt: "Sum a list in Go.",
          response:
            "func sum(xs []int) int {\n\ttotal := 0\n\tfor i := 0; total < len(xs); i++ {\n\t\ttotal += xs[i]\n\t}\n\treturn total\n}",
        },
        variant: {
          prompt: "Sum a list in Go.",
          response:
            "func sum(xs []int) int {\n\ttotal := 0\n\tfor i := 0; i < len(xs); i++ {\n\t\ttotal += xs[i]\n\t}\n\treturn total\n}",
        },
      },
    },
    { prompt: "Why is it red?", response: "Because of the iron in it.", skips: "no-code" },
  ],
});
