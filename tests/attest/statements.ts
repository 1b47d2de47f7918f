import { generateKeyPairSync } from "node:crypto";
import { join } from "node:path";
import type { AlsoFile } from "../../src/attest/also.js";
import type { Statement } from "../../src/attest/document.js";
import { stateRun } from "../../src/attest/statement.js";
import type { RunOptions } from "../../src/evaluate.js";
import type { Judging } from "../../src/stages/judged.js";
import { openStore, usingStore } from "../../src/store/open.js";
import { listRuns } from "../../src/store/runs.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS } from "../cli/rubrics.js";
import type { Workplace } from "../cli/workplace.js";
import { weigh } from "../stages/weighing.js";

export const DAY: Judging = { today: "2026-06-30T12:00:00.000Z", waivers: [] };

/** A run of these models in a workplace, and the database it is kept in. */
export async function weighed(
  place: Workplace,
  models: readonly string[],
  database = "tare.db",
  more: Partial<RunOptions> = {},
): Promise<string> {
  place.file("data.jsonl", lines(preferences(30)));
  place.file("rubric.json", COMPLETENESS);
  await weigh(place.path, { models, database, ...more });
  return join(place.path, database);
}

/** What is stated of the first run of a database. */
export function stated(
  database: string,
  judging: Judging = DAY,
  also: readonly AlsoFile[] = [],
): Promise<Statement> {
  return usingStore(openStore(database, { mustExist: true }), (store) =>
    stateRun(store, listRuns(store)[0]!, judging, also),
  );
}

/** A pair as PEM, of a kind. */
export function pairOf(kind: "ed25519" | "x25519" = "ed25519"): {
  readonly secret: string;
  readonly open: string;
} {
  const { privateKey, publicKey } = generateKeyPairSync(kind as "ed25519");
  return {
    secret: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    open: publicKey.export({ type: "spki", format: "pem" }) as string,
  };
}
