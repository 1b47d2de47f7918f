import { describe, expect, it } from "vitest";
import type { Message } from "../../../src/contract.js";
import { failureOf, jsonl, readBytes } from "../reading.js";

const user = (content: string): Message => ({ role: "user", content });
const assistant = (content: string): Message => ({ role: "assistant", content });

describe("prompt, chosen and rejected as lists", () => {
  it("are read as one prompt with two answers", async () => {
    const prompt = [{ role: "system", content: "Be brief." }, user("Sky?")];
    const [read] = await readBytes(
      jsonl({ prompt, chosen: [assistant("Blue.")], rejected: [assistant("Green.")], subset: "colour" }),
    );
    expect(read!.format).toBe("trl-conversational");
    expect(read!.item.prompt).toEqual(prompt);
    expect(read!.item.responses.map(({ role, text }) => [role, text])).toEqual([
      ["chosen", "Blue."],
      ["rejected", "Green."],
    ]);
    expect(read!.item.subset).toBe("colour");
  });

  it("give turns that both answers share to the prompt", async () => {
    const shared = [assistant("Which sky?"), user("Ours.")];
    const [read] = await readBytes(
      jsonl({
        prompt: [user("Sky?")],
        chosen: [...shared, assistant("Blue.")],
        rejected: [...shared, assistant("Green.")],
      }),
    );
    expect(read!.item.prompt).toEqual([user("Sky?"), ...shared]);
  });

  it.each([
    [[user("Blue.")], 'field "chosen" goes on with user after the common prompt'],
    [
      [assistant("a"), user("b"), assistant("c")],
      'field "chosen" goes on with assistant, user, assistant after the common prompt',
    ],
  ])("must each go on with one assistant message: %j", async (chosen, message) => {
    const failure = await failureOf(
      readBytes(jsonl({ prompt: [user("Sky?")], chosen, rejected: [assistant("Green.")] })),
    );
    expect([failure.code, failure.where]).toEqual(["TARE_DATA_TURNS", "stdin:1"]);
    expect(failure.message).toBe(`${message}, expected one assistant message`);
  });
});
