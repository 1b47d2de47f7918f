import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { codeDigest } from "../../src/attest/code-digest.js";
import {
  attestationJsonSchema,
  claimsOf,
  type Statement,
  statementShape,
} from "../../src/attest/document.js";
import { verdictToday } from "../../src/attest/verdict-today.js";
import { ORACLE_STEPS, type Waiver } from "../../src/contract.js";
import { digestOf } from "../../src/keys.js";
import { packagePath } from "../../src/paths.js";
import { rejudgeRuns, viewStoredRuns } from "../../src/stages/rejudge.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { listRuns, recordEvent } from "../../src/store/runs.js";
import { VERSION } from "../../src/version.js";
import { ask } from "../cli/database.js";
import { BREAKS, KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { DAY, stated, weighed } from "./statements.js";

const place = workplace();
const CLAIM = "completeness/correct-direction";
let kept: Statement;
let database = "";
let broken = "";

beforeAll(async () => {
  database = await weighed(place, [KEEPS], "kept.db");
  broken = await weighed(place, [BREAKS], "broken.db");
  kept = await stated(database);
});

describe("a statement", () => {
  it("is refused where readers judged pairs after the analysis, and a report says so", async () => {
    const stale = join(place.path, "stale.db");
    copyFileSync(database, stale);
    const views = () =>
      usingStore(openStore(stale, { mustExist: true }), (store) => viewStoredRuns(store, undefined, DAY));
    expect((await views())[0]!.stale).toBeUndefined();
    await usingStore(openStore(stale, { mustExist: true }), (store) =>
      recordEvent(store, listRuns(store)[0]!.id, DAY.today, "suspects-left-out", "other pairs"),
    );
    expect((await views())[0]!.stale).toBe(true);
    const gates = await usingStore(openStore(stale, { mustExist: true }), (store) =>
      rejudgeRuns(store, undefined, DAY),
    );
    expect(gates.map(({ stale }) => stale)).toEqual([true]);
    await expect(stated(stale)).rejects.toMatchObject({
      ...{ code: "TARE_NO_RUN", message: expect.stringContaining("before readers judged") },
      fix: expect.stringContaining("tare analyze --run "),
    });
  });

  it("holds to its published schema, and the schema describes every field", () => {
    const published = JSON.parse(readFileSync(packagePath("schemas", "attestation.schema.json"), "utf8"));
    expect(published).toEqual(attestationJsonSchema());
    const valid = new Ajv2020({ strict: false }).compile(published);
    expect(valid(kept), JSON.stringify(valid.errors)).toBe(true);
    expect(statementShape.parse(kept)).toEqual(kept);
    expect(valid({ ...kept, predicateType: "urn:tare:verdict:2" })).toBe(false);
  });

  it("names who wrote the oracle pairs of a run, by which prompt files, and who verified them", async () => {
    const asked = { oracle: "scripted:good", augmentations: ["oracle:paraphrase"], limit: 8 };
    const { predicate } = await stated(await weighed(place, [KEEPS], "oracle.db", asked));
    expect(kept.predicate.oracle).toBeUndefined();
    const { oracle, verifier, templates, digest } = predicate.oracle!;
    expect([oracle.model, verifier]).toEqual(["good", null]);
    expect(templates.map(({ step }) => step)).toEqual([...ORACLE_STEPS].sort());
    const [run] = ask<{ plan: string }>(join(place.path, "oracle.db"), "SELECT plan FROM runs");
    expect(JSON.parse(run!.plan).oracle.digest).toBe(digest);
  });

  it("says what the database holds", () => {
    const [run] = ask<Record<string, unknown>>(database, "SELECT * FROM runs");
    const { predicate } = kept;
    expect(predicate).toMatchObject({
      verdict: "pass",
      because: `proved: ${CLAIM}`,
      attestedAt: DAY.today,
      threw: 0,
      look: 1,
      run: { id: run!.id, seed: 1, reward: run!.reward },
      scorer: { key: run!.scorer, kind: "scripted" },
      data: { digest: run!.data, items: 30, prompts: 30 },
      rubric: { name: "completeness", digest: run!.rubric },
      tare: { version: VERSION, judgedBy: VERSION, code: codeDigest() },
    });
    expect(predicate.operators.map(({ operator }) => operator)).toEqual(
      JSON.parse(String(run!.plan)).operators,
    );
    const [claim] = ask<Record<string, unknown>>(database, "SELECT * FROM verdicts");
    expect(predicate.claims[0]).toMatchObject({
      estimate: claim!.estimate,
      lower: claim!.lower,
      pFailHolm: claim!.p_fail_holm,
    });
  });

  it("counts and digests the evidence as it lies there", async () => {
    const counted = ask<{ pairs: number; scores: number }>(
      database,
      "SELECT (SELECT count(*) FROM run_pairs) AS pairs, (SELECT count(*) FROM scores) AS scores",
    )[0]!;
    const { pairs, scores } = kept.predicate.evidence;
    expect([pairs.count, scores.count]).toEqual([counted.pairs, counted.scores]);
    expect((await stated(database)).predicate.evidence).toEqual(kept.predicate.evidence);
    // Another model: the same pairs, other scores.
    const other = (await stated(broken)).predicate;
    expect(other.evidence.pairs).toEqual(pairs);
    expect(other.evidence.scores).not.toEqual(scores);
    expect(other.verdict).toBe("fail");
  });

  it("digests what operators declare", () => {
    const [row] = ask<Record<string, string>>(
      database,
      "SELECT expects, attribute, changes, summary, source FROM augmentations WHERE name = 'truncated-ending'",
    );
    const [operator] = kept.predicate.operators;
    const version = Number(/ v(\d+)$/.exec(operator!.operator)![1]);
    const targets = ask<{ covariate: string }>(
      database,
      "SELECT covariate FROM augmentation_targets WHERE name = 'truncated-ending' ORDER BY covariate",
    ).map(({ covariate }) => covariate);
    expect(operator!.definition).toBe(digestOf({ name: "truncated-ending", version, ...row, targets }));
  });
});

describe("an attested verdict on a later day", () => {
  const waiver = (until: string): Waiver => ({ claim: CLAIM, until, why: "w", owner: "Ada", scorer: "" });
  const passing: Waiver = { claim: "ranking/accuracy", until: "2026-12-31", why: "w" };

  it("of a waiver that has ended counts the claim again", async () => {
    const waived = await stated(broken, { ...DAY, waivers: [waiver("2026-12-31")] });
    // Its only claim is waived: nothing is left to pass.
    expect(waived.predicate.verdict).toBe("inconclusive");
    expect(verdictToday(waived, "2026-12-31")).toMatchObject({ verdict: "inconclusive", ended: [] });
    expect(verdictToday(waived, "2027-01-01")).toEqual({
      verdict: "fail",
      because: `failed: ${CLAIM}`,
      ended: [{ claim: CLAIM, until: "2026-12-31" }],
    });
  });

  it("stays where nothing has ended", () => {
    const { verdict, because } = kept.predicate;
    expect(verdictToday(kept, "2999-01-01")).toEqual({ verdict, because, ended: [] });
    expect(claimsOf(kept)[0]!.verdict).toBe("pass");
  });

  it("tells of waivers that were given for nothing", async () => {
    const { predicate } = await stated(database, { ...DAY, waivers: [waiver("2026-12-31"), passing] });
    expect(predicate.waivers.map(({ state }) => state)).toEqual(["not needed", "no claim"]);
  });
});
