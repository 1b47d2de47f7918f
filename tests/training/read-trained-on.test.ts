import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { tallyBad } from "../../src/formats/bad-records.js";
import { loadFormats } from "../../src/registry.js";
import { promptDigest } from "../../src/training/digests.js";
import { setKey } from "../../src/training/export-index.js";
import { NORMAL_FORM } from "../../src/training/normal.js";
import { readTrainedOn } from "../../src/training/read-trained-on.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const formats = await loadFormats();
const asked = (content: string) => [{ role: "user", content }];
const [first, second] = preferences(2);
const key = (prompt: string) => setKey("prompt", promptDigest(asked(prompt)));
const wanted = new Set([key(first!.prompt)]);
const read = (file: string, bad?: ReturnType<typeof tallyBad>) =>
  readTrainedOn(file, { cwd: place.path, formats, bad, wanted });
const HEAD = { tare_digests: 1, normal_form: NORMAL_FORM, file: "t.jsonl", at: "2026-01-02T00:00:00.000Z" };

it("finds a prompt in preferences, conversations, pairs and gzipped files, and keeps no other", async () => {
  const whole = (prompt: string, content: string) => [
    { role: "user", content: `  ${prompt.toUpperCase()}` },
    { role: "assistant", content },
  ];
  place.file("standard.jsonl", lines([first, second]));
  place.file("zipped.jsonl.gz", gzipSync(lines([second, first])));
  place.file("implicit.json", [
    { chosen: whole(first!.prompt, "Yes."), rejected: whole(first!.prompt, "No.") },
  ]);
  const pair = { prompt: first!.prompt, base: "Yes.", variant: "No.", expects: "lower" };
  place.file("pairs.jsonl", lines([{ ...pair, augmentation: "number-changed@2+preamble" }]));
  for (const file of ["standard.jsonl", "zipped.jsonl.gz", "implicit.json", "pairs.jsonl"]) {
    const { digests } = await read(file);
    expect(
      [...digests].filter((one) => one.startsWith("p") && wanted.has(one)),
      file,
    ).toHaveLength(1);
    expect(digests.has(key(second!.prompt)), file).toBe(false);
  }
  expect((await read("pairs.jsonl")).operators).toEqual(["number-changed", "preamble"]);
});

it("reads a list of digests with what it says of the export", async () => {
  const row = { kind: "prompt", digest: promptDigest(asked(first!.prompt)) };
  const head = { ...HEAD, operators: ["preamble"], held_out: ["length-padding"] };
  place.file("list.jsonl", lines([head, row, { kind: "pair", digest: "0".repeat(32) }]));
  expect(await read("list.jsonl")).toMatchObject({
    file: "list.jsonl (of t.jsonl)",
    at: HEAD.at,
    format: "digests",
    digests: new Set([key(first!.prompt), setKey("pair", "0".repeat(32))]),
    operators: ["preamble"],
    heldOut: ["length-padding"],
  });
});

it.each([
  [
    "another rule",
    lines([{ ...HEAD, normal_form: "none" }]),
    /^TARE_DATA_FIELD .*list\.jsonl:1 .*rule none/u,
  ],
  ["a row that is none", lines([HEAD, { kind: "prompt", digest: "12" }]), /^TARE_DATA_FIELD .*:2 .*32 hex/u],
  ["a record of no format", lines([{ a: 1 }]), /^TARE_DATA_UNKNOWN_FORMAT /u],
  ["a list in place of a record", "[]\n[]\n", /^TARE_DATA_/u],
])("refuses a list or file with %s, with its place", async (_, content, problem) => {
  place.file("list.jsonl", content);
  const said = await read("list.jsonl").catch(({ code, where, message }) => `${code} ${where} ${message}`);
  expect(said).toMatch(problem);
});

it("counts what it cannot read where that is asked, and will not read standard input", async () => {
  place.file("mixed.jsonl", `${lines([first])}{"prompt": 1}\nno json\n`);
  const bad = tallyBad();
  expect((await read("mixed.jsonl", bad)).digests.has(key(first!.prompt))).toBe(true);
  expect(bad.counts().reduce((sum, { count }) => sum + count, 0)).toBe(2);
  await expect(read("-")).rejects.toMatchObject({ code: "TARE_USAGE" });
});
