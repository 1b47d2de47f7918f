import { join } from "node:path";
import { expect, test } from "vitest";
import type { Intervention } from "../../../src/oracle/interventions/intervention.js";
import { readItemsById } from "../../../src/store/items.js";
import { openStore } from "../../../src/store/open.js";
import { interventionWriter, readReasons } from "../../../src/store/oracle/interventions.js";
import { workplace } from "../../cli/workplace.js";
import { writeOracleRows } from "../oracle-rows.js";
import { addRun } from "../scored-store.js";

const place = workplace();

test("what two commands find at once: a reason that stands is not replaced by none yet, a pair by nothing", () => {
  const store = openStore(join(place.path, "tare.db"));
  const responses = [
    { role: "chosen" as const, score: 1 },
    { role: "rejected" as const, score: 0 },
  ];
  const run = addRun(
    store,
    Array.from({ length: 3 }, () => ({ subset: "", responses })),
    "one",
  );
  const { settings, items } = writeOracleRows(store, run);
  const write = interventionWriter(store, settings);
  const found = (index: number, operator: string, reason: string) => {
    const [item] = readItemsById(store, [items[index]!]);
    const made = { operator, position: 0, attribute: "", detail: "", pair: undefined, agreement: undefined };
    write(item!, { ...made, reason, behind: [] } satisfies Intervention);
    return readReasons(store, settings, items[index]!).get(operator);
  };
  expect(found(0, "oracle:degrade", "oracle-over-budget")).toBe("");
  expect(found(0, "oracle:degrade", "verifier-moved")).toBe("");
  expect(found(1, "oracle:degrade", "oracle-over-budget")).toBe("verifier-order");
  expect(found(2, "oracle:paraphrase", "oracle-unreachable")).toBe("oracle-unreachable");
  expect(found(2, "oracle:paraphrase", "verifier-moved")).toBe("verifier-moved");
  expect(found(2, "oracle:paraphrase", "oracle-unreachable")).toBe("verifier-moved");
  store.db.close();
});
