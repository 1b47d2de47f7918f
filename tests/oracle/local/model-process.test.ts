import { afterEach, expect, it } from "vitest";
import { generate } from "../../../src/oracle/local/generate.js";
import { type LoadedModel, loadModel } from "../../../src/oracle/local/model-process.js";
import { REFERENCE, TINY } from "./tiny-lm.js";

const WANTED = { path: TINY, graph: "onnx/model.onnx", file: `${TINY}/onnx/model.onnx`, threads: 1 };
const ids = REFERENCE.greedy[0]!.prompt_ids;
/** No id ends the answer: 240 tokens, whatever they are. */
const ENDLESS = { ids, maxTokens: 240, temperature: 0, seed: 0, ends: [] };
const never = new AbortController().signal;

let model: LoadedModel | undefined;
afterEach(() => model?.process.close());

it("stops at the next token once nobody waits, before and while it writes", async () => {
  model = await loadModel(WANTED, "cpu");
  const { process } = model;
  const stopping = (after: number) => {
    let question = -1;
    const answered = process.ask((id) => {
      question = id;
      return { type: "generate", id, ...ENDLESS };
    }, "a question");
    setTimeout(() => process.tell({ type: "stop", question }), after);
    return answered;
  };
  const [while_, before] = await Promise.all([stopping(40), stopping(0)]);
  if (while_.type !== "generated" || before.type !== "generated") throw new Error("nothing was generated");
  expect(while_.ids.length).toBeGreaterThan(0);
  expect(while_.ids.length).toBeLessThan(240);
  expect(before.ids.length).toBe(1);
  const late = generate(model, ENDLESS, { signal: never, timeout: 0.01, path: TINY });
  await expect(late).rejects.toMatchObject({
    code: "TARE_ORACLE_TIMEOUT",
    message: "no answer within 0.01 s",
  });
  const whole = await generate(
    model,
    { ...ENDLESS, maxTokens: 17 },
    { signal: never, timeout: 30, path: TINY },
  );
  expect(whole.ids).toEqual(REFERENCE.greedy[0]!.ids);
}, 30_000);

it("takes nothing with it when it dies: whoever waits is told", async () => {
  model = await loadModel(WANTED, "cpu");
  const asked = generate(model, ENDLESS, { signal: never, timeout: undefined, path: TINY });
  model.process.tell(null as never); // kills it: nothing the parent says is so
  await expect(asked).rejects.toMatchObject({
    code: "TARE_ORACLE_UNREACHABLE",
    where: WANTED.file,
    message: expect.stringMatching(
      /ended \(exit code \d+\) while at a question of 13 tokens; its last words: /,
    ),
  });
  const after = generate(model, ENDLESS, { signal: never, timeout: undefined, path: TINY });
  await expect(after).rejects.toMatchObject({ code: "TARE_ORACLE_UNREACHABLE" });
}, 30_000);
