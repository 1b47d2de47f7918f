import { expect, test } from "vitest";
import { saySpending } from "../../src/stages/say-spending.js";

test("what an oracle cost is said, and where tokens were guessed", () => {
  const said: string[] = [];
  const progress = { say: (line: string) => void said.push(line) } as never;
  const spent = { calls: 3, promptTokens: 900, completionTokens: 60, cost: 0, estimated: 0 };
  saySpending(spent, { progress });
  saySpending({ ...spent, estimated: 2, cost: 0.123456 }, { progress });
  saySpending({ ...spent, calls: 0 }, { progress });
  expect(said).toEqual([
    "oracle: 3 questions put, 900 tokens of question and 60 of answer",
    "oracle: 3 questions put, 900 tokens of question and 60 of answer (of 2 answers nobody counted them: four characters are taken for one), which cost 0.123",
  ]);
});
