import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import type { ItemDraft } from "../../../src/contract.js";
import { itemId, promptKey } from "../../../src/keys.js";
import { FORMATS, formatNamed } from "../known-formats.js";
import { jsonl, readBytes } from "../reading.js";
import { WRITERS } from "./writers.js";

type Row = Readonly<Record<string, unknown>>;

function columnsOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.flatMap(Object.keys))];
}

const isList = (value: unknown) => typeof value === "object" && value !== null;

/** The same records in each container. */
const CONTAINERS: Readonly<Record<string, (rows: readonly Row[]) => string | Buffer>> = {
  jsonl: (rows) => jsonl(...rows),
  array: (rows) => JSON.stringify(rows, null, 2),
  "object of arrays": (rows) => JSON.stringify({ first: rows.slice(0, 1), second: rows.slice(1) }, null, 2),
  csv(rows) {
    const cell = (value: unknown) => (isList(value) ? JSON.stringify(value) : (value ?? ""));
    const columns = columnsOf(rows);
    return stringify([columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]);
  },
  parquet(rows) {
    const columnData = columnsOf(rows).map((name) => {
      const data = rows.map((row) => row[name] ?? null);
      const number = data.some((value) => typeof value === "number");
      return {
        name,
        data,
        type: data.some(isList) ? ("JSON" as const) : number ? ("DOUBLE" as const) : ("STRING" as const),
      };
    });
    return Buffer.from(parquetWriteBuffer({ columnData }));
  },
};

/** A draft as an item; two drafts with one prompt would be one item where consecutive records belong together. */
const asItem = (draft: ItemDraft) => ({ ...draft, id: itemId(draft), promptKey: promptKey(draft.prompt) });
const different = (drafts: readonly ItemDraft[]) =>
  new Set(drafts.map(({ prompt }) => promptKey(prompt))).size === drafts.length;

describe("every format", () => {
  it("has a writer in this suite", () => {
    expect(Object.keys(WRITERS).sort()).toEqual(FORMATS.map(({ name }) => name).sort());
  });

  describe.each(Object.entries(WRITERS))("%s", (name, { drafts, write }) => {
    it.each(Object.entries(CONTAINERS))(
      "reads from %s what was written, and is detected",
      async (_, pack) => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(drafts, { minLength: 1, maxLength: 3 }).filter(different),
            async (several) => {
              const reads = await readBytes(pack(several.flatMap(write)));
              expect(reads.map(({ item }) => item)).toEqual(several.map(asItem));
              expect(new Set(reads.map(({ format }) => format))).toEqual(new Set([name]));
            },
          ),
          { numRuns: 10, seed: 8 },
        );
      },
    );

    it("gives the same when it is named", async () => {
      const [draft] = fc.sample(drafts, { numRuns: 1, seed: 1 });
      const reads = await readBytes(jsonl(...write(draft!)), { format: formatNamed(name) });
      expect(reads.map(({ item }) => item)).toEqual([asItem(draft!)]);
    });
  });
});
