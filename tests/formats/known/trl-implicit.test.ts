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
    const [read] = await readBytes(jsonl({ chosen, rejected, source: "made up", subset: "s" }));
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
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:1"]);
    expect(failure.message).toMatch(message);
  });

  it("that are equal state no preference", async () => {
    const same = turns("u: S", "a: A");
    const failure = await failureOf(readBytes(jsonl({ chosen: same, rejected: same })));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_SAME_RESPONSES", "stdin:1"]);
  });
});

describe("two transcripts", () => {
  it("are read by their turn marks; the space after a mark goes, everything else stays", async () => {
    const start = "\n\nHuman: Hi\n\nthere: Human: you\n\nAssistant: Hello \n\nHuman: Sky?\n\nAssistant:";
    const [read] = await readBytes(
      jsonl({ chosen: `${start}  Blue.\n\nHumans know.`, rejected: `${start} Green.` }),
    );
    expect(read!.format).toBe("trl-implicit");
    expect(read!.item.prompt).toEqual(turns("u: Hi\n\nthere: Human: you", "a: Hello ", "u: Sky?"));
    expect(read!.item.responses.map(({ text }) => text)).toEqual([" Blue.\n\nHumans know.", "Green."]);
  });

  it("with an empty answer are an error", async () => {
    const record = { chosen: "\n\nHuman: S\n\nAssistant:", rejected: "\n\nHuman: S\n\nAssistant: B" };
    const failure = await failureOf(readBytes(jsonl(record)));
    expect([failure.code, failure.message]).toEqual([
      "TARE_DATA_EMPTY_RESPONSE",
      "the chosen response is empty",
    ]);
  });

  it("must show their turns", async () => {
    const good = { chosen: "\n\nHuman: S\n\nAssistant: A", rejected: "\n\nHuman: S\n\nAssistant: B" };
    const bad = { chosen: "The sky is blue.", rejected: "The sky is green." };
    const failure = await failureOf(readBytes(jsonl(good, bad)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
    expect(failure.message).toMatch(/^field "chosen" is a string without turns, expected a list of messages/);
  });
});
