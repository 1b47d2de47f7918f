import { describe, expect, it } from "vitest";
import { readMessages } from "../../src/formats/messages.js";

const read = (beside: Record<string, unknown>) =>
  readMessages({ chosen: [{ role: "assistant", content: "So.", ...beside }] }, "chosen");

describe("what stands beside the content of a message would be lost without a word", () => {
  it.each([
    ["tool_calls", [{ type: "function" }], "a list of 1"],
    ["function_call", { name: "f" }, "an object"],
    ["reasoning_content", "Hm.", "a string"],
  ])("%s is refused with its place", (field, value, found) => {
    expect(() => read({ [field]: value })).toThrow(
      `field "chosen[0].${field}" is ${found}, expected to be part of the content`,
    );
  });

  it.each([
    ["an empty list of calls", { tool_calls: [] }],
    ["a null", { tool_calls: null, function_call: null, reasoning_content: null }],
    ["empty reasoning", { reasoning_content: "" }],
    ["a name", { name: "f", weight: 1 }],
  ])("but for what says nothing: %s", (_, beside) => {
    expect(read(beside)).toEqual([{ role: "assistant", content: "So." }]);
  });
});
