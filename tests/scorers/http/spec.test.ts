import { expect, test } from "vitest";
import { loadScorerKinds } from "../../../src/registry.js";
import { openScorer } from "../../../src/scorers/open.js";

const kinds = await loadScorerKinds();
const open = (spec: string) => openScorer(spec, kinds, { cwd: "." });
const AT = "http://127.0.0.1:9";

test.each([
  [
    "http://127.0.0.1:8000",
    /wants PROTOCOL\+URL, where PROTOCOL is one of kserve-v2, openrlhf, sglang-classify/,
  ],
  [`http:openrlhf+127.0.0.1:8000`, /no http:\/\/ or https:\/\/ URL/],
  [`http:openrlhf+ftp://127.0.0.1`, /no http:\/\/ or https:\/\/ URL/],
  [`http:vllm-classify+${AT}#render=plain`, /must name the model: add #MODEL/],
  [
    `http:vllm-classify+${AT}#my-rm`,
    /choose tokenizer=DIR \(its chat template\), render=messages, render=plain, render=response/,
  ],
  [`http:openrlhf+${AT}#render=messages`, /openrlhf does not know render=messages; choose tokenizer=DIR/],
  [`http:openrlhf+${AT}#render=template`, /does not know render=template/],
  [`http:openrlhf+${AT}#render=plain&tokenizer=.`, /renders by its template already/],
  [
    `http:openrlhf+${AT}#render=plain&rendr=plain`,
    /"rendr=plain" is no option of openrlhf; they are tokenizer, render/,
  ],
  [`http:openrlhf+${AT}#render=plain&truncate=yes`, /"truncate=yes" is no option/],
  [`http:openrlhf+${AT}#render=plain&render=plain`, /"render=plain" is no option/],
  [`http:openrlhf+${AT}#one&two`, /"two" is no option/],
  [`http:openrlhf+${AT}#render=plain&batch=0`, /batch=0 is no whole number of 1 or more/],
  [`http:openrlhf+${AT}#render=plain&retries=-1`, /retries=-1 is no whole number of 0 or more/],
  [`http:openrlhf+${AT}#render=plain&timeout=soon`, /timeout=soon/],
])("%s", async (spec, message) => {
  await expect(open(spec)).rejects.toMatchObject({
    code: "TARE_SCORER_SPEC",
    message: expect.stringMatching(message),
    fix: expect.stringContaining("tare explain http"),
  });
});

test("a typo of a protocol", async () => {
  await expect(open(`http:vlm-classify+${AT}#m`)).rejects.toMatchObject({
    code: "TARE_UNKNOWN_NAME",
    message: expect.stringContaining("did you mean vllm-classify?"),
  });
});

test("a password in the URL is refused and not repeated", async () => {
  const refusal = await open("http:openrlhf+http://me:hunter2@127.0.0.1:9#render=plain").catch(
    (error) => error,
  );
  expect(refusal).toMatchObject({
    code: "TARE_SCORER_SPEC",
    message: expect.stringContaining("TARE_HTTP_TOKEN"),
  });
  expect(`${refusal.message} ${refusal.where} ${refusal.fix}`).not.toContain("hunter2");
});

test("a folder without a tokenizer", async () => {
  await expect(open(`http:openrlhf+${AT}#tokenizer=./no-such-folder`)).rejects.toMatchObject({
    code: "TARE_MODEL_CONFIG",
  });
});
