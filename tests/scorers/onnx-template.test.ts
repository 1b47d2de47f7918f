import { describe, expect, test } from "vitest";
import { compileTemplate, configuredTemplate } from "../../src/scorers/onnx/chat-template.js";
import { lstrip, rstrip, splitOnSpace, strip } from "../../src/scorers/onnx/python-text.js";

const render = (template: string, content: string, config = {}) =>
  compileTemplate(template, config)([{ role: "user", content }]);

/** Expected values: CPython 3.11's own `str` methods and jinja2 3.1. */
describe("Python's str, as templates call it", () => {
  test.each([
    ["\u001c\u0085 x \u2029", "x"],
    ["\ufeff x \ufeff", "\ufeff x \ufeff"],
    ["\u200b x", "\u200b x"],
    [" \t\r\n", ""],
    ["\u{1F600} ", "\u{1F600}"],
  ])("strip of %j", (text, expected) => expect(strip(text)).toBe(expected));

  test("the characters to strip", () => {
    expect(lstrip("\n\n \nx\n", "\n")).toBe(" \nx\n");
    expect(rstrip("x\u{1F600}\u{1F600}y", "y\u{1F600}")).toBe("x");
    expect(strip("--x-", "-")).toBe("x");
    expect(strip("x", "")).toBe("x");
  });

  test("split without a separator", () => {
    expect(splitOnSpace(" a\u001cb\u0085 c\ufeffd ")).toEqual(["a", "b", "c\ufeffd"]);
    expect(splitOnSpace(" \n")).toEqual([]);
  });
});

describe("chat templates", () => {
  test.each([
    ['[{{ messages[0].content.lstrip("\\n") }}]', "\n\n x \n", "[ x \n]"],
    ['[{{ messages[0]["content"].rstrip("\\n").strip() }}]', " x \n", "[x]"],
    ["[{{ messages[0].content | trim }}]", "\u0085x\ufeff", "[x\ufeff]"],
    ['[{{ messages[0].content | trim("-") | upper }}]', "--x-", "[X]"],
    ["[{{ messages[0].content.split() | join('|') }}]", "a\u001cb c", "[a|b|c]"],
    ["{% for m in messages %}{% if m.content.strip() == 'x' %}yes{% endif %}{% endfor %}", " x", "yes"],
    ["{% macro f(t) %}<{{ t | trim }}>{% endmacro %}{{ f(messages[0].content) }}", "\u0085x", "<x>"],
    ["[{{ true | trim }}{{ 3 | trim }}{{ undefined_name | trim }}]", "x", "[True3]"],
    ["{{ {'a': messages[0].content.strip('-')}['a'] }}", "-x-", "x"],
    ['{{ messages[0].content.split("-")[1] }}', "a-b-c", "b"],
  ])("%s of %j", (template, content, expected) => expect(render(template, content)).toBe(expected));

  test("special tokens, as strings or as objects", () => {
    const config = { bos_token: "<s>", eos_token: { content: "</s>", lstrip: false } };
    expect(render("{{ bos_token }}{{ messages[0].content }}{{ eos_token }}", "x", config)).toBe("<s>x</s>");
  });

  test("a template that writes the date writes one that never changes", () => {
    const dated = '{% if strftime_now is defined %}{{ strftime_now("%d %b %Y, %A") }}{% endif %}';
    expect(render(dated, "x")).toBe("26 Jul 2024, Friday");
  });

  test("of several templates the one named default is meant", () => {
    const list = [
      { name: "tool_use", template: "t" },
      { name: "default", template: "d" },
    ];
    expect(configuredTemplate({ chat_template: list })).toBe("d");
    expect(configuredTemplate({ chat_template: "one" })).toBe("one");
    expect(configuredTemplate({ chat_template: list.slice(0, 1) })).toBeUndefined();
    expect(configuredTemplate({})).toBeUndefined();
  });
});
