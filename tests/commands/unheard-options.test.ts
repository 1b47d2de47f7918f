import { expect, test } from "vitest";
import { requireTaken } from "../../src/commands/require-taken.js";
import { requireUsed } from "../../src/commands/verify.js";

const standard = { device: "auto", batching: "auto", negate: true, head: "0" };

test.each([
  [{ dtype: "fp16" }, "--dtype"],
  [{ template: "pair" }, "--template"],
  [{ device: "cpu" }, "--device"],
  [{ threads: 2 }, "--threads"],
  [{ maxLength: 9 }, "--max-length"],
])("an option that no scorer takes is refused with their kinds: %j", (option, name) => {
  const given = { ...standard, ...option };
  expect(() => requireTaken({ ...given, model: ["scripted:length"] })).toThrow(
    `${name} does nothing with a scorer of the kind scripted`,
  );
  expect(() => requireTaken({ ...given, a: "scripted:length", b: "precomputed:s.jsonl" })).toThrow(
    `${name} does nothing with a scorer of the kind scripted or precomputed`,
  );
  // One that takes it is enough, and a path is one.
  expect(requireTaken({ ...given, model: ["scripted:length", "./my-rm"] })).toBe(true);
  expect(requireTaken({ ...standard, model: "scripted:length" })).toBe(true);
});

test.each([
  [{ unsigned: true, publicKey: "k.pub" }, /--unsigned and --public-key contradict/],
  [{ limit: 3 }, /--limit .*--data/],
  [{ skipBad: true }, /--skip-bad .*--data/],
  [{ template: "pair" }, /--template .*--model/],
  [{ augmentation: ["./mine.js"] }, /--augmentation .*--rubric/],
])("tare verify refuses what it would not use: %j", (option, says) => {
  expect(() =>
    requireUsed({ unsigned: false, skipBad: false, data: [], augmentation: [], ...option }),
  ).toThrow(says);
  const used = { data: ["d"], model: "m", rubric: "r", unsigned: false, ...option, publicKey: undefined };
  expect(requireUsed(used)).toBe(true);
});
