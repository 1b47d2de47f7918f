import { describe, expect, it } from "vitest";
import { leftAloneSpans } from "../../src/text/left-alone.js";
import { protectedSpans } from "../../src/text/protected-spans.js";

const slices = (text: string, kind: "reasoning" | "tools") =>
  leftAloneSpans(text)[kind].map(({ start, end }) => text.slice(start, end));

describe("reasoning", () => {
  it.each([
    ["DeepSeek-R1, Qwen3", "<think>It is 12.</think>\n\nTwelve.", ["<think>It is 12.</think>"]],
    ["cut while thinking", "<think>It is 12. Or", ["<think>It is 12. Or"]],
    ["opened by the prompt", "It is 12, I think.\n</think>\n\nTwelve.", ["It is 12, I think.\n</think>"]],
    ["twice", "<think>a</think> b <think>c</think> d", ["<think>a</think>", "<think>c</think>"]],
    [
      "opened by the prompt, and once more",
      "a</think> b <think>c</think>",
      ["a</think>", "<think>c</think>"],
    ],
    ["Magistral", "[THINK]Hm.[/THINK]Yes.", ["[THINK]Hm.[/THINK]"]],
    ["Kimi", "◁think▷Hm.◁/think▷Yes.", ["◁think▷Hm.◁/think▷"]],
    [
      "gpt-oss",
      "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>Yes.",
      ["<|channel|>analysis<|message|>Hm.<|end|>"],
    ],
    ["an empty block", "<think>\n\n</think>\n\nYes.", ["<think>\n\n</think>"]],
    ["named in code", "Write `<think>` first, and `</think>` last.", []],
    ["in a fence", "So:\n\n```\n<think>a</think>\n```\n", []],
    ["none", "I think. <b>Therefore</b> I am.", []],
  ])("%s", (_, text, found) => expect(slices(text, "reasoning")).toEqual(found));
});

describe("tool calls", () => {
  it.each([
    [
      "Hermes, Qwen",
      'A.\n<tool_call>\n{"n": 12}\n</tool_call>\nB.',
      ['<tool_call>\n{"n": 12}\n</tool_call>'],
    ],
    ["never closed", 'A.\n<tool_call>\n{"n": 12}', ['<tool_call>\n{"n": 12}']],
    ["Mistral, to the end of the paragraph", '[TOOL_CALLS][{"n": 12}]\n\nB.', ['[TOOL_CALLS][{"n": 12}]']],
    ["Llama", 'A <function=f>{"n": 12}</function> b', ['<function=f>{"n": 12}</function>']],
    ["inside of reasoning: it is part of it", "<think><tool_call>1</tool_call></think> B.", []],
    ["none", "Call a tool. It has 12 functions (f, g).", []],
  ])("%s", (_, text, found) => expect(slices(text, "tools")).toEqual(found));

  it("are protected, whatever they hold", () => {
    const text =
      'It is so.\n\n<tool_call>\n{"name": "add", "arguments": {"a": 12}}\n</tool_call>\n\nIt is 5.';
    const [from, to] = [text.indexOf("<tool_call>"), text.indexOf("</tool_call>") + 12];
    expect(protectedSpans(text)).toContainEqual({ start: from, end: to, kind: "tools" });
  });
});
