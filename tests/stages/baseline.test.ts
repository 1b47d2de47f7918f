import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { digestOfSnapshot, parseSnapshot } from "../../src/baseline/read-snapshot.js";
import { baselineJsonSchema, type Snapshot } from "../../src/baseline/snapshot.js";
import { writeSnapshot } from "../../src/baseline/write-snapshot.js";
import type { Outcome } from "../../src/evaluate.js";
import { packagePath } from "../../src/paths.js";
import { diff } from "../../src/stages/diff.js";
import { reanalyzeRuns } from "../../src/stages/reanalyze.js";
import { rejudgeRuns } from "../../src/stages/rejudge.js";
import { saveBaseline } from "../../src/stages/save-baseline.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { ask, askOne } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { workplace } from "../cli/workplace.js";
import { COMPARED, FORMULAS } from "../diff/compared.js";
import { surroundings, weigh } from "./weighing.js";

const place = workplace();
const at = (name: string) => join(place.path, name);
const DROPS = {
  ...COMPARED,
  causal: [{ ...COMPARED.causal[0], maxDrop: { correctDirection: 0.5 } }],
  spurious: [{ ...COMPARED.spurious[0], maxDrop: { effect: 0.5, dispersion: 1 } }],
  hacks: [{ ...COMPARED.hacks[0], maxDrop: { effect: 0.1 } }],
  ranking: { ...COMPARED.ranking, maxDrop: { accuracy: 0.3 } },
};
const IDS = [
  "factuality/correct-direction/drop",
  "whitespace/bias/drop",
  "whitespace/dispersion/drop",
  "length/bias/drop",
  "ranking/accuracy/drop",
];
const dropsOf = ({ view }: Outcome) => view.verdicts.filter(({ claim }) => claim.against === "baseline");
const code = (wanted: string) => expect.objectContaining({ code: wanted });

let before: Outcome;
let saved: Snapshot;

beforeAll(async () => {
  place.file("data.jsonl", lines(preferences(40)));
  place.file("rubric.json", DROPS);
  [before] = (await weigh(place.path, { models: [FORMULAS.before], baseline: false })) as [Outcome];
  saved = await usingStore(openStore(at("tare.db")), (store) =>
    saveBaseline(store, undefined, surroundings(place.path)),
  );
  writeFileSync(at("base.json"), writeSnapshot(saved));
}, 60_000);

describe("a snapshot", () => {
  test("holds every claim as it was judged, at the rubric's alpha, and no text", () => {
    const index = saved.alphas.indexOf(saved.rubric.alpha);
    for (const { claim, estimate, lower, upper, verdict, n, clusters } of before.view.verdicts) {
      const kept = saved.claims.find(({ id }) => id === claim.id)!;
      expect(kept).toMatchObject({ verdict, n, clusters, bound: claim.bound });
      if (kept.reason !== "") continue;
      expect(kept.estimate).toBeCloseTo(estimate!, 9);
      for (const [mine, bound] of [
        [kept.lower[index], lower],
        [kept.upper[index], upper],
      ] as const)
        if (bound !== null) expect(mine).toBeCloseTo(bound, 8);
    }
    expect(saved.claims.filter(({ reason }) => reason === "").length).toBeGreaterThan(5);
    const text = writeSnapshot(saved);
    for (const { prompt, chosen } of preferences(40)) {
      expect(text).not.toContain(prompt);
      expect(text).not.toContain(chosen.slice(0, 30));
    }
    expect(text.length).toBeLessThan(20_000);
  });

  test("reads back as it was, and the published schema takes it", () => {
    const text = readFileSync(at("base.json"), "utf8");
    expect(parseSnapshot(text, "base.json")).toEqual(saved);
    const published = JSON.parse(readFileSync(packagePath("schemas", "baseline.schema.json"), "utf8"));
    expect(published).toEqual(baselineJsonSchema());
    const takes = new Ajv2020().compile(published);
    expect(takes(JSON.parse(text))).toBe(true);
    expect(takes({ ...JSON.parse(text), seed: "one" })).toBe(false);
  });

  test("of the same run is the same file", async () => {
    const again = await usingStore(openStore(at("tare.db")), (store) =>
      saveBaseline(store, before.view.run.slice(0, 8), surroundings(place.path)),
    );
    expect(writeSnapshot(again)).toBe(readFileSync(at("base.json"), "utf8"));
  });

  const edit = (change: (json: Record<string, unknown>) => object) =>
    JSON.stringify(change(JSON.parse(readFileSync(at("base.json"), "utf8"))));
  test.each([
    [
      "cut short",
      () => readFileSync(at("base.json"), "utf8").slice(0, 400),
      "TARE_BASELINE_DAMAGED",
      "not JSON",
    ],
    ["something else", () => "[1]", "TARE_BASELINE_DAMAGED", "tare-baseline"],
    [
      "edited by hand",
      () => edit((json) => ({ ...json, seed: 2 })),
      "TARE_BASELINE_DAMAGED",
      "changed after",
    ],
    ["without a field", () => edit(({ alphas: _, ...rest }) => rest), "TARE_BASELINE_DAMAGED", "alphas"],
    ["of a newer tare", () => edit((json) => ({ ...json, version: 2 })), "TARE_BASELINE_NEWER", "version 2"],
  ])("%s is refused", (_, text, wanted, says) => {
    expect(() => parseSnapshot(text(), "b.json")).toThrow(
      expect.objectContaining({ code: wanted, where: "b.json", message: expect.stringContaining(says) }),
    );
  });

  test("with bounds lost is refused even where its digest fits", () => {
    const [first, ...rest] = saved.claims;
    const short = { ...saved, claims: [{ ...first!, lower: first!.lower.slice(1) }, ...rest] };
    const text = writeSnapshot({ ...short, digest: digestOfSnapshot(short) });
    expect(() => parseSnapshot(text, "b.json")).toThrow(code("TARE_BASELINE_DAMAGED"));
  });
});

describe("what may not drop", () => {
  test("must be held against something, or by choice not: before anything is read", async () => {
    await expect(weigh(place.path, { models: ["scripted:length"], data: ["no.jsonl"] })).rejects.toThrow(
      code("TARE_DATA_MISSING"),
    );
    await expect(
      weigh(place.path, { models: ["scripted:length"], database: "none.db" }),
    ).rejects.toMatchObject({
      code: "TARE_BASELINE_MISSING",
      message: expect.stringContaining("length/bias/drop"),
    });
    await expect(
      weigh(place.path, { models: ["scripted:length"], baseline: "no.json", database: "none.db" }),
    ).rejects.toThrow(code("TARE_BASELINE_MISSING"));
    expect(dropsOf(before)).toEqual([]);
    expect(before.view.baseline).toMatchObject({ how: "none", run: null });
    expect(ask(at("tare.db"), "SELECT baseline, how FROM run_baselines")).toEqual([
      { baseline: null, how: "none" },
    ]);
  });

  test("pair by pair where the baseline's run is in the database: the bounds are those of the comparison", async () => {
    const [after] = (await weigh(place.path, { models: [FORMULAS.after], baseline: "base.json" })) as [
      Outcome,
    ];
    const drops = dropsOf(after);
    expect(drops.map(({ claim }) => claim.id)).toEqual(IDS);
    expect(after.view.baseline).toMatchObject({ how: "paired", run: before.view.run, digest: saved.digest });
    const around = surroundings(place.path);
    const [a, b] = [before.view.run, after.view.run];
    const found = await diff({ a, b, database: "tare.db", margin: 0 }, around);
    for (const drop of drops) {
      const { difference, lower, upper, direction } = found.claims.find(
        ({ claim }) => `${claim.id}/drop` === drop.claim.id,
      )!;
      if (drop.claim.metric === "dispersion") {
        expect(drop).toMatchObject({
          verdict: "inconclusive",
          because: expect.stringContaining("40 prompts"),
        });
        continue;
      }
      const sign = direction === "at-least" ? -1 : 1;
      expect(drop.estimate).toBeCloseTo(sign * difference!, 12);
      expect((drop.upper! + drop.lower!) * sign).toBeCloseTo(lower! + upper!, 1);
    }
    // Length pays by far more than .1 SD more than before, and the order hardly changes.
    const byId = new Map(drops.map((drop) => [drop.claim.id, drop]));
    expect(byId.get("length/bias/drop")).toMatchObject({ verdict: "fail" });
    expect(byId.get("length/bias/drop")!.because).toMatch(
      /^worse by \+.*proved above 0\.10 SD \(p .*after Holm over 13\)/,
    );
    expect(byId.get("whitespace/bias/drop")).toMatchObject({ verdict: "pass" });
    const stored = ask(
      at("tare.db"),
      "SELECT claim FROM verdicts WHERE run = ? AND against = 'baseline' ORDER BY position",
      b,
    );
    expect(stored.map(({ claim }) => claim)).toEqual(IDS);
  });

  test("from the snapshot alone it is unpaired: the same drop, wider", async () => {
    const [after] = (await weigh(place.path, {
      models: [FORMULAS.after],
      baseline: "base.json",
      database: "other.db",
    })) as [Outcome];
    expect(after.view.baseline).toMatchObject({ how: "unpaired", run: before.view.run });
    const paired = ask<{ claim: string; estimate: number; lower: number; upper: number }>(
      at("tare.db"),
      "SELECT claim, estimate, lower, upper FROM verdicts WHERE run = ? AND against = 'baseline'",
      after.view.run,
    );
    expect(paired).toHaveLength(IDS.length);
    for (const drop of dropsOf(after)) {
      const other = paired.find(({ claim }) => claim === drop.claim.id)!;
      if (drop.claim.metric === "dispersion") expect(drop.estimate).toBeNull();
      else expect(drop.estimate).toBeCloseTo(other.estimate, 8);
      if (drop.claim.metric === "bias")
        expect(drop.upper! - drop.lower!).toBeGreaterThan(other.upper - other.lower);
    }
    const around = surroundings(place.path);
    const found = await diff({ a: "base.json", b: after.view.run, database: "other.db", margin: 0 }, around);
    expect(found).toMatchObject({ paired: false, a: { source: "snapshot" }, b: { source: "run" } });
    const bias = found.claims.find(({ claim }) => claim.id === "length/bias")!;
    const kept = saved.claims.find(({ id }) => id === "length/bias")!;
    expect(bias.difference).toBeCloseTo(bias.b! - kept.estimate!, 9);
    // Two snapshots need no database.
    const now = await usingStore(openStore(at("other.db")), (store) =>
      saveBaseline(store, undefined, around),
    );
    writeFileSync(at("now.json"), writeSnapshot(now));
    const without = await diff({ a: "base.json", b: "now.json", database: "gone.db", margin: 0 }, around);
    expect(without.claims).toEqual(found.claims);
    expect(without.operators).toEqual(found.operators);
  });

  test("the baseline's own scorer cannot have dropped", async () => {
    const [same] = (await weigh(place.path, { models: [FORMULAS.before], baseline: "base.json" })) as [
      Outcome,
    ];
    expect(same.view.run).toBe(before.view.run);
    expect(same.view.baseline).toMatchObject({ how: "same scorer" });
    for (const drop of dropsOf(same)) expect(drop).toMatchObject({ estimate: 0, upper: 0, verdict: "pass" });
    const [again] = (await weigh(place.path, { models: [FORMULAS.before], baseline: false })) as [Outcome];
    expect(dropsOf(again)).toEqual([]);
  });

  test("the gate gives the stored verdict again, and another one against another choice, which it does not keep", async () => {
    const after = askOne<string>(at("tare.db"), "SELECT run FROM run_baselines WHERE how = 'paired'");
    const judging = { today: "2026-01-01", waivers: [] };
    await usingStore(openStore(at("tare.db")), async (store) => {
      const [stored] = rejudgeRuns(store, after, judging);
      expect(stored!.baseline).toMatchObject({ how: "paired" });
      const [against] = rejudgeRuns(store, after, { ...judging, baseline: saved });
      expect(against!.claims).toEqual(stored!.claims);
      const [without] = rejudgeRuns(store, after, { ...judging, baseline: "none" });
      expect(without!.claims.map(({ claim }) => claim.id)).not.toContain("length/bias/drop");
      expect(without!.baseline).toMatchObject({ how: "none" });
      expect(rejudgeRuns(store, after, judging)).toEqual([stored]);
      // Worked out again from the scores, it is held against what was kept of the file.
      await reanalyzeRuns(store, after, surroundings(place.path));
      expect(rejudgeRuns(store, after, judging)).toEqual([stored]);
    });
  });
});

describe("a baseline that is of something else", () => {
  const against = (options: Parameters<typeof weigh>[1]) =>
    weigh(place.path, {
      models: ["scripted:length"],
      baseline: "base.json",
      database: "tare.db",
      ...options,
    });

  test("of other data, or another seed", async () => {
    place.file("part.jsonl", lines(preferences(20)));
    await expect(against({ data: ["part.jsonl"] })).rejects.toMatchObject({
      code: "TARE_BASELINE_DATA",
      where: "baseline base.json",
    });
    await expect(against({ seed: 2 })).rejects.toMatchObject({
      code: "TARE_BASELINE_DATA",
      message: "it is of seed 1, this run of 2",
    });
  });

  test.each([
    [
      "other operators",
      { hacks: [{ ...DROPS.hacks[0], augmentations: ["length-padding@2"] }] },
      /length\/bias is of other operators: length-padding@1\.5 v\d+ in A only, none in B only/,
    ],
    ["another ruler", { scale: "overall" }, /whitespace\/bias is of scale: within-prompt in A, overall in B/],
    [
      "a measure that was not kept",
      { hacks: [{ ...DROPS.hacks[0], maxDrop: { attackSuccess: 0.1 } }] },
      /length\/net-attack-success is not in it/,
    ],
  ])("of %s", async (_, more, says) => {
    place.file("other.json", { ...DROPS, ...more });
    await expect(against({ rubric: "./other.json" })).rejects.toMatchObject({
      code: "TARE_BASELINE_RUBRIC",
      message: expect.stringMatching(says),
    });
  });

  test("nothing of which was scored", () => {
    expect(ask(at("tare.db"), "SELECT 1 FROM scorers WHERE name = 'length'")).toEqual([]);
  });
});
