import { expect, it } from "vitest";
import type { Message } from "../../../src/contract.js";
import { openTurns } from "../../../src/oracle/local/turns.js";
import { compileTemplate } from "../../../src/scorers/onnx/chat-template.js";

const TURNS =
  "{% for m in messages %}[{{ m.role }}] {{ m.content }}\n{% endfor %}{% if add_generation_prompt %}[answer]{% endif %}";
const REFUSES = "{% if messages[0].role == 'system' %}{{ raise_exception('no system message') }}{% endif %}";
const LEAVES_OUT = TURNS.replace("messages %}", "messages if m.role != 'system' %}");
const ALTERNATES = "{% if messages | length > 1 %}{{ raise_exception('one turn only') }}{% endif %}";

const system: Message = { role: "system", content: "S" };
const messages: readonly Message[] = [
  system,
  { role: "user", content: "U" },
  { role: "assistant", content: "A" },
];
const open = (template: string) => openTurns({ render: compileTemplate(template, {}) }, "/model");

it("gives the template the messages as they are, and the head of the answer", () => {
  const turns = open(TURNS);
  expect(turns.system).toBe(true);
  expect(turns.render(messages)).toBe("[system] S\n[user] U\n[assistant] A\n[answer]");
});

it.each([
  ["throws at", REFUSES + TURNS],
  ["leaves out", LEAVES_OUT],
])("puts the system message before the user's where the template %s it", (_, template) => {
  const turns = open(template);
  expect(turns.system).toBe(false);
  expect(turns.render(messages)).toBe("[user] S\n\nU\n[assistant] A\n[answer]");
  expect(turns.render(messages.slice(1))).toBe("[user] U\n[assistant] A\n[answer]");
  expect(turns.render([system])).toBe("[user] S\n[answer]");
});

it("says which roles a template refuses", () => {
  const refusal = {
    code: "TARE_MODEL_TEMPLATE",
    message: expect.stringContaining("user, assistant: one turn only"),
  };
  expect(() => open(ALTERNATES + TURNS).render(messages.slice(1))).toThrow(expect.objectContaining(refusal));
  expect(() => open("{{ raise_exception('nothing') }}")).toThrow(
    expect.objectContaining({ code: "TARE_MODEL_TEMPLATE", where: "/model" }),
  );
});
