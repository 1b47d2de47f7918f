import { createHash } from "node:crypto";
import { appendFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type AlsoFile, compareAlso, digestAlso } from "../../src/attest/also.js";
import { workplace } from "../cli/workplace.js";

const place = workplace();
const sha = (text: string) => createHash("sha256").update(text).digest("hex");
place.file("weights/config.json", "{}");
place.file("weights/shards/model-2.safetensors", "two");
place.file("weights/shards/model-1.safetensors", "one");
place.file("weights/.cache/x", "cache");
place.file("alone.bin", "alone");

it("a folder is every file below it, a file is itself", async () => {
  expect(await digestAlso(["weights", "./alone.bin"], place.path)).toEqual([
    { name: "alone.bin", sha256: sha("alone") },
    { name: "config.json", sha256: sha("{}") },
    { name: "shards/model-1.safetensors", sha256: sha("one") },
    { name: "shards/model-2.safetensors", sha256: sha("two") },
  ]);
  expect(await digestAlso([], place.path)).toEqual([]);
  await expect(digestAlso(["none"], place.path)).rejects.toMatchObject({ code: "TARE_DATA_MISSING" });
});

it("a link that leads nowhere is told with the path that was given", async () => {
  place.file("linked/a.bin", "a");
  symlinkSync("nowhere", join(place.path, "linked", "b.bin"));
  await expect(digestAlso(["linked"], place.path)).rejects.toMatchObject({
    ...{ code: "TARE_DATA_MISSING", where: "linked" },
    message: expect.stringContaining("b.bin"),
  });
});

it("of two files of one name both must be in hand", () => {
  const [one, two] = ["1", "2"].map((sha256) => ({ name: "model.bin", sha256 })) as [AlsoFile, AlsoFile];
  expect(compareAlso([one, two], [two, one])).toEqual([]);
  expect(compareAlso([one, two], [one])).toEqual(["model.bin is attested and not in hand"]);
});

it("what changed, came or went is told", async () => {
  const before = await digestAlso(["weights"], place.path);
  expect(compareAlso(before, await digestAlso(["./weights/"], place.path))).toEqual([]);
  appendFileSync(join(place.path, "weights", "config.json"), " ");
  rmSync(join(place.path, "weights", "shards", "model-2.safetensors"));
  place.file("weights/more.safetensors", "three");
  const after = await digestAlso(["weights"], place.path);
  expect(compareAlso(before, after)).toEqual([
    "config.json is another file than the attested one",
    "more.safetensors is not attested",
    "shards/model-2.safetensors is attested and not in hand",
  ]);
  const none: AlsoFile[] = [];
  expect(compareAlso(none, before)).toHaveLength(3);
});
