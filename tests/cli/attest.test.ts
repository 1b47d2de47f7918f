import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pairOf } from "../attest/statements.js";
import { expectRefusal } from "./afterwards.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS, KEEPS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const mine = pairOf();
const tare = (args: readonly string[], env: Record<string, string> = {}) =>
  run(args, { cwd: place.path, env: { TARE_SIGNING_KEY: "", ...env } });
const read = (name: string) => readFileSync(join(place.path, name), "utf8");
const TRUST = ["--public-key", "tare.pub"];

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("other.jsonl", lines(preferences(30, 5)));
  place.file("rubric.json", COMPLETENESS);
  const [rule] = COMPLETENESS.causal;
  const laxer = { ...rule, require: { correctDirection: { atLeast: 0.51 } } };
  place.file("laxer.json", { ...COMPLETENESS, causal: [laxer] });
  place.file("tare.key", mine.secret);
  place.file("tare.pub", mine.open);
  place.file("other.pub", pairOf().open);
  const weigh = (model: string, db: string) =>
    tare(["run", "data.jsonl", "--rubric", "./rubric.json", "--model", model, "--quiet", "--db", db]);
  await weigh(KEEPS, "tare.db");
  await weigh(BREAKS, "broken.db");
  const signed = await tare(["attest", "--out", "a.json", "--key", "tare.key", "--also", "laxer.json"]);
  expect(signed.stderr).toMatch(/^attestation of run [0-9a-f]{12}: length, pass\n$/);
  expect(signed.code).toBe(0);
});

describe("tare attest and tare verify", () => {
  test("what is in hand and attested is taken", async () => {
    const hand = [
      "--model",
      KEEPS,
      "--data",
      "data.jsonl",
      "--rubric",
      "./rubric.json",
      "--also",
      "laxer.json",
    ];
    const { code, stdout, stderr } = await tare(["verify", "a.json", ...TRUST, ...hand, "--require", "pass"]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^attestation {2}signature fits; of 20/);
    expect(stdout.match(/: the same in hand$/gm)).toHaveLength(4);
    expect(stdout).toMatch(/^verdict {6}PASS {2}proved: completeness\/correct-direction$/m);
    expect(code).toBe(0);
  });

  test("everything else is told at once, and is no launch", async () => {
    const hand = [
      "--model",
      BREAKS,
      "--data",
      "other.jsonl",
      "--rubric",
      "./laxer.json",
      "--also",
      "rubric.json",
    ];
    const { code, stdout, stderr } = await tare(["verify", "a.json", ...TRUST, ...hand]);
    expect(stderr).toMatch(
      /^TARE_ATTESTATION_MISMATCH {2}a\.json: its formula is another than the attested one/,
    );
    expect(stderr).toContain("the data are others than the attested ones (30 items here, 30 were weighed)");
    expect(stderr).toContain("the rubric completeness makes other promises than the attested completeness");
    expect(stderr).toContain("rubric.json is not attested\n  laxer.json is attested and not in hand");
    expect([code, stdout]).toEqual([3, ""]);
  });

  test("a key of another, and no key", async () => {
    const other = await tare(["verify", "a.json", "--public-key", "other.pub"]);
    expect(other.stderr).toMatch(
      /^TARE_ATTESTATION_MISMATCH .*the signature does not fit the key [0-9a-f]{16}: it names the key/,
    );
    expect([other.code, other.stdout]).toEqual([3, ""]);
    expectRefusal(await tare(["verify", "a.json"]), "TARE_KEY", /there is no key to check it with/);
  });

  test("a verdict that is no pass has the gate's exit code where a pass is required", async () => {
    await tare(["attest", "--db", "broken.db", "--out", "b.json", "--key", "tare.key"]);
    const { code, stdout } = await tare(["verify", "b.json", ...TRUST, "--require", "pass"]);
    expect(stdout).toMatch(/^verdict {6}FAIL {2}failed: /m);
    expect(code).toBe(3);
  });

  test("unsigned it is a record, and says so everywhere", async () => {
    const { code, stderr } = await tare(["attest", "--out", "r.json"]);
    expect(stderr).toMatch(/^record of run .*\n {2}not signed: a record, not an attestation; give --key/);
    expect(code).toBe(0);
    expect(JSON.parse(read("r.json"))).toMatchObject({ _type: "https://in-toto.io/Statement/v1" });
    const taken = await tare(["verify", "r.json", "--unsigned"]);
    expect(taken.stdout).toMatch(/^record {7}a record, which nobody has signed/);
    expect(taken.code).toBe(0);
    expect((await tare(["verify", "r.json", ...TRUST])).code).toBe(3);
  });

  test("the key of the environment signs, and leaves no trace", async () => {
    const { code, stdout, stderr } = await tare(["attest", "--out", "-"], { TARE_SIGNING_KEY: mine.secret });
    expect(code).toBe(0);
    writeFileSync(join(place.path, "e.json"), stdout);
    expect((await tare(["verify", "e.json", ...TRUST])).code).toBe(0);
    const secret = mine.secret.split("\n")[1]!.slice(0, 20);
    for (const text of [stdout, stderr, read("a.json")]) expect(text).not.toContain(secret);
    expect(readFileSync(join(place.path, "tare.db")).includes(secret)).toBe(false);
    const half = await tare(["attest", "--out", "-"], { TARE_SIGNING_KEY: mine.secret.slice(0, 60) });
    expectRefusal(half, "TARE_KEY", /TARE_SIGNING_KEY: this is no key in PEM/);
    expect(half.stderr).not.toContain(secret.slice(0, 12));
  });
});
