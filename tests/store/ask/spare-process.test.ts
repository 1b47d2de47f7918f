import { join } from "node:path";
import { expect, it } from "vitest";
import { ask } from "../../../src/store/ask/ask.js";
import { keepSpare, takeProcess } from "../../../src/store/ask/spare-process.js";
import { openStore } from "../../../src/store/open.js";
import { workplace } from "../../cli/workplace.js";

const path = join(workplace().path, "tare.db");
openStore(path).db.close();
const LIMITS = { timeoutMs: 20_000, maxRows: 10 };

it("one process waits, answers once, and another one takes its place", async () => {
  const release = keepSpare();
  try {
    for (let round = 0; round < 3; round++)
      expect((await ask(path, `SELECT ${round} AS n`, LIMITS)).rows).toEqual([[round]]);
    // One that ended while it waited is not used.
    const waiting = takeProcess();
    expect(waiting.isThere()).toBe(true);
    await waiting.close();
    expect(waiting.isThere()).toBe(false);
    expect((await ask(path, "SELECT 4 AS n", LIMITS)).rows).toEqual([[4]]);
  } finally {
    release();
  }
  const fresh = takeProcess();
  expect(fresh.isThere()).toBe(true);
  await fresh.close();
});
