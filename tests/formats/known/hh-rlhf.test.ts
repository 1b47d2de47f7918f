import { describe, expect, it } from "vitest";
import { failureOf, jsonl, readBytes } from "../reading.js";

describe("two transcripts", () => {
  it("are read by their turn marks; the space after a mark goes, everything else stays", async () => {
    const start = "\n\nHuman: Hi\n\nthere: Human: you\n\nAssistant: Hello \n\nHuman: Sky?\n\nAssistant:";
    const [read] = await readBytes(
      jsonl({ chosen: `${start}  Blue.\n\nHumans know.`, rejected: `${start} Green.` }),
    );
    expect(read!.format).toBe("hh-rlhf");
    expect(read!.item.prompt).toEqual([
      { role: "user", content: "Hi\n\nthere: Human: you" },
      { role: "assistant", content: "Hello " },
      { role: "user", content: "Sky?" },
    ]);
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

  it("that part before the last answer are an error", async () => {
    const start = "\n\nHuman: S\n\nAssistant:";
    const record = { chosen: `${start} A\n\nAssistant: more`, rejected: `${start} B` };
    const failure = await failureOf(readBytes(jsonl(record)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_TURNS", "stdin:1"]);
    expect(failure.message).toMatch(
      /^field "chosen" goes on with assistant, assistant after the common prompt/,
    );
  });

  it("must show their turns", async () => {
    const good = { chosen: "\n\nHuman: S\n\nAssistant: A", rejected: "\n\nHuman: S\n\nAssistant: B" };
    const bad = { chosen: "The sky is blue.", rejected: "The sky is green." };
    const failure = await failureOf(readBytes(jsonl(good, bad)));
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_FIELD", "stdin:2"]);
    expect(failure.message).toMatch(/^field "chosen" is a string without turns, expected a list of messages/);
  });
});
