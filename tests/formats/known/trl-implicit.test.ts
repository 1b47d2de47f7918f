import { describe, expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

/** "u: text" -> a user message, "a: text" -> an assistant message. */
function turns(...shorthand: readonly string[]) {
  return shorthand.map((turn) => ({
    role: turn.startsWith("u") ? "user" : "assistant",
    content: turn.slice(3),
  }));
}

describe("two conversations", () => {
  it("have their common messages as the prompt", async () => {
    const chosen = turns("u: Hi", "a: Hello", "u: Sky?", "a: Blue.");
    const rejected = turns("u: Hi", "a: Hello", "u: Sky?", "a: Blue-green.");
    const [read] = await readBytes(jsonl({ chosen, rejected, made: "up", subset: "s" }));
    expect(read!.format).toBe("trl-implicit");
    expect(read!.item.prompt).toEqual(turns("u: Hi", "a: Hello", "u: Sky?"));
    expect(read!.item.responses.map(({ text }) => text)).toEqual(["Blue.", "Blue-green."]);
    expect(read!.item.subset).toBe("s");
  });

  it.each([
    ["differ within the prompt", ["u: Sky", "a: x"], ["u: Sky?", "a: y"], /have no prompt in common/],
    [
      "differ within a later turn",
      ["u: S", "a: A", "u: T", "a: x"],
      ["u: S", "a: A", "u: U", "a: y"],
      /"chosen" goes on with user, assistant after/,
    ],
    [
      "part before the last answer",
      ["u: S", "a: A", "u: T", "a: x"],
      ["u: S", "a: B", "u: T", "a: x"],
      /"chosen" goes on with assistant, user, assistant after/,
    ],
    [
      "are one the start of the other",
      ["u: S", "a: A"],
      ["u: S", "a: A", "u: T", "a: x"],
      /"chosen" goes on with nothing after/,
    ],
    ["lack an answer", ["u: S", "a: A"], ["u: S"], /"rejected" goes on with nothing after/],
    ["have only answers", ["a: A"], ["a: B"], /have no prompt in common/],
    ["have an empty prompt", ["u:  ", "a: A"], ["u:  ", "a: B"], /have no prompt in common/],
  ])("that %s are an error", async (_, chosen, rejected, message) => {
    const record = { chosen: turns(...chosen), rejected: turns(...rejected) };
    const failure = await failureOf(readBytes(jsonl(record)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_TURNS", "stdin:1"]);
    expect(failure.message).toMatch(message);
  });

  it("that are equal state no preference", async () => {
    const same = turns("u: S", "a: A");
    const failure = await failureOf(readBytes(jsonl({ chosen: same, rejected: same })));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_SAME_RESPONSES", "stdin:1"]);
  });
});
