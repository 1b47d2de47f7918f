import { appendFileSync, cpSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { compareModel } from "../../src/attest/compare-model.js";
import type { Statement } from "../../src/attest/document.js";
import { packagePath } from "../../src/paths.js";
import { loadScorerKinds } from "../../src/registry.js";
import { fingerprint } from "../../src/scorers/onnx/fingerprint.js";
import { readFolder } from "../../src/scorers/onnx/folder.js";
import { workplace } from "../cli/workplace.js";
import { stated, weighed } from "./statements.js";

const place = workplace();
const GRAPH = "onnx/model_q4.onnx";
const model = join(place.path, "rm");
const kinds = await loadScorerKinds();
let attested: Statement["predicate"];
let scripted: Statement["predicate"];

const compare = (spec: string, more: { template?: string } = {}, against = attested) =>
  compareModel(against, { spec, cwd: place.path, ...more }, kinds);

async function attestedWith(template?: string): Promise<Statement["predicate"]> {
  const folder = await readFolder(model, {
    cwd: place.path,
    ...(template === undefined ? {} : { template }),
  });
  const { files } = await fingerprint(folder);
  return { ...scripted, scorer: { ...scripted.scorer, kind: "onnx", files } };
}

beforeAll(async () => {
  scripted = (await stated(await weighed(place, ["scripted:length"]))).predicate;
});
beforeEach(async () => {
  rmSync(model, { recursive: true, force: true });
  cpSync(packagePath("demo", "models", "tare-mini-bt"), model, { recursive: true });
  attested = await attestedWith();
});

it("the same files are the same model, wherever they lie and however they are named", async () => {
  expect(Object.keys(attested.scorer.files)).toContain(GRAPH);
  cpSync(model, join(place.path, "elsewhere", "other-name"), { recursive: true });
  for (const spec of ["rm", "./rm", model, "rm#q4", `rm/${GRAPH}`, "onnx:rm", "elsewhere/other-name"])
    expect(await compare(spec), spec).toEqual([]);
});

it.each(["config.json", "tokenizer.json", "tokenizer_config.json", "tare.json", GRAPH])(
  "one byte more in %s is another model",
  async (file) => {
    appendFileSync(join(model, file), "\n");
    expect(await compare("rm")).toEqual([`${file} is another file than the attested one`]);
  },
);

it("a file that is gone, and one that came, are told", async () => {
  renameSync(join(model, GRAPH), join(model, "onnx", "model.onnx"));
  writeFileSync(join(model, "chat_template.jinja"), "{{ messages }}");
  expect(await compare("rm")).toEqual([
    `${GRAPH} is missing`,
    "chat_template.jinja was not there when it was weighed, and it changes scores",
  ]);
  expect(await compare("rm/onnx").catch(({ code }) => code)).toEqual(
    expect.arrayContaining([expect.stringContaining("is missing")]),
  );
});

it("what changes no score may change", async () => {
  writeFileSync(join(model, "README.md"), "another card");
  writeFileSync(join(model, "onnx", "model_fp16.onnx"), "another graph");
  expect(await compare("rm")).toEqual([]);
});

it("a chat template of one's own belongs to the model", async () => {
  place.file("mine.jinja", "{% for m in messages %}{{ m.content }}{% endfor %}");
  place.file("other.jinja", "{{ messages }}");
  const own = await attestedWith("mine.jinja");
  expect(await compare("rm", { template: "mine.jinja" }, own)).toEqual([]);
  expect(await compare("rm", { template: "other.jinja" }, own)).toEqual([
    "--template is another file than the attested one",
  ]);
  expect(await compare("rm", {}, own)).toEqual([expect.stringContaining("give the one in use the same way")]);
  expect(await compare("rm", { template: "mine.jinja" })).toEqual([
    "it was weighed without a chat template of one's own",
  ]);
});

it("no model at all is told as such", async () => {
  await expect(compare("none")).rejects.toMatchObject({ code: "TARE_MODEL_MISSING", exit: 2 });
  await expect(compare("rm/config.json")).rejects.toMatchObject({ code: "TARE_MODEL_MISSING" });
});

it("a formula in the place of a folder is told as another kind of scorer", async () => {
  expect(await compare("scripted:length")).toEqual([
    "it is a scorer of the kind scripted, attested is one of the kind onnx",
  ]);
});

it("a formula is compared by its digest", async () => {
  expect(await compare("scripted:length", {}, scripted)).toEqual([]);
  expect(await compare("scripted:-length", {}, scripted)).toEqual([
    expect.stringMatching(/^its \w+ is another than the attested one$/),
  ]);
});
