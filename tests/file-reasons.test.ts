import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { readKeyFile } from "../src/attest/keys.js";
import { readAttested } from "../src/attest/read.js";
import { readSnapshot } from "../src/baseline/read-snapshot.js";
import { readReference } from "../src/doctor/reference/read.js";
import { readRubric } from "../src/registry.js";
import { readTemplateChoice } from "../src/scorers/onnx/template-choice.js";
import precomputed from "../src/scorers/precomputed.js";
import scripted from "../src/scorers/scripted.js";
import { validateFile } from "../src/validate/kinds.js";
import { readWaivers } from "../src/waivers/read.js";

const cwd = tmpdir();
const READERS: Readonly<Record<string, (file: string) => unknown>> = {
  precomputed: (file) => precomputed.open(file, { cwd }),
  scripted: (file) => scripted.open(`@${file}`, { cwd }),
  rubric: (file) => readRubric(file, cwd),
  waivers: (file) => readWaivers(file, cwd),
  baseline: readSnapshot,
  attestation: (file) => readAttested(file, cwd),
  key: (file) => readKeyFile(file, cwd),
  reference: (file) => readReference(file, cwd),
  template: (file) => readTemplateChoice(file, cwd),
  validate: (file) => validateFile(file, cwd),
};

it.each(Object.entries(READERS))("%s: a file that cannot be read is told in words", async (_, read) => {
  const complaint = async (file: string) => {
    try {
      await read(file);
    } catch (error) {
      return error;
    }
  };
  const missing = { exit: 2, message: expect.stringMatching(/\bno such file$/) };
  expect(await complaint(`${cwd}/there-is-none.json`)).toMatchObject(missing);
  expect(await complaint(cwd)).toMatchObject({
    exit: 2,
    message: expect.stringMatching(/\bthis is a folder, not a file$/),
  });
});

it("a scorer of a file wants the file's name", async () => {
  await expect(precomputed.open("", { cwd })).rejects.toMatchObject({
    message: expect.stringMatching(/names no file/),
  });
  await expect(scripted.open("@", { cwd })).rejects.toMatchObject({
    message: expect.stringMatching(/names no file/),
  });
});
