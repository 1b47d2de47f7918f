import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNamed } from "./known-formats.js";
import { failureOf, jsonl, readBytes } from "./reading.js";
import { WRITERS } from "./round-trip/writers.js";

/** Fields that a format can do without, or reads as a label that may be missing. */
const OPTIONAL = new Set([
  ...["subset", "domain", "bias", "source", "category_path", "language", "llm_name", "score", "weight"],
  ...[
    "pair_id",
    "pair_uid",
    "bon_uid",
    "id",
    "prompt_id",
    "messages",
    "models",
    "chosen_model",
    "rejected_model",
  ],
  ...["correctness", "coherence", "complexity", "verbosity", "checkpoint", "step", "expects", "variant"],
]);

type Row = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Every place of a record that a format must read, down to the content of a message. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((each, index) => placesOf(each, [...path, index]))];
  if (typeof value !== "object" || value === null) return [path];
  const fields = Object.entries(value).filter(([name]) => !OPTIONAL.has(name));
  return [
    ...(path.length === 0 ? [] : [path]),
    ...fields.flatMap(([name, each]) => placesOf(each, [...path, name])),
  ];
}

function spoiled(value: unknown, path: Path, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Row)[step] = spoiled((value as Row)[step], rest, by);
  return copy;
}

describe("a record spoiled in one place", () => {
  it.each(Object.keys(WRITERS))(
    "is no mistake, or an error with code, file, line and field: %s",
    async (name) => {
      const { drafts, write } = WRITERS[name]!;
      const format = formatNamed(name);
      await fc.assert(
        fc.asyncProperty(
          drafts,
          fc.nat(),
          fc.constantFrom(null, undefined, true, {}, [], [7], { x: 1 }),
          async (draft, pick, by) => {
            const [first, ...rest] = write(draft) as [Row, ...Row[]];
            const places = placesOf(first);
            const place = places[pick % places.length]!;
            const record = spoiled(first, place, by) as Row;
            const bytes = `\n${jsonl(record, ...rest)}`;
            const outcome = await readBytes(bytes, { format }).catch(() => "error");
            // A prompt may do without one of its turns, a list of rejected answers without one of them.
            if (outcome !== "error") return;
            const failure = await failureOf(readBytes(bytes, { format }));
            expect(failure.code).toMatch(/^TARE_DATA_(FIELD|TURNS|SAME_RESPONSES|EMPTY_RESPONSE)$/);
            expect(failure.where).toMatch(/^stdin:[23]$/);
            expect(failure.fix).not.toBe("");
            if (failure.code === "TARE_DATA_FIELD") expect(failure.message).toMatch(/^fields? "[\w.[\]-]+"/);
          },
        ),
        { numRuns: 25, seed: 8 },
      );
    },
  );

  it.each(Object.keys(WRITERS))("is an error for every field that the format needs: %s", async (name) => {
    const { drafts, write } = WRITERS[name]!;
    const [draft] = fc.sample(drafts, { numRuns: 1, seed: 3 });
    const [first, ...rest] = write(draft!) as [Row, ...Row[]];
    const needed = Object.keys(first).filter(
      (field) => !OPTIONAL.has(field) && !/reward|^prompt$/.test(field),
    );
    for (const field of needed) {
      const record = { ...first, [field]: true };
      const failure = await failureOf(readBytes(jsonl(record, ...rest), { format: formatNamed(name) }));
      expect([failure.code, failure.where], field).toEqual(["TARE_DATA_FIELD", "stdin:1"]);
      expect(failure.message, field).toContain(`"${field}"`);
    }
    expect(needed.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(WRITERS))("of any other kind is no record of it: %s", (name) => {
    const format = formatNamed(name);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        expect(format.detects(record)).toBe(false);
      }),
      { numRuns: 50, seed: 8 },
    );
  });
});
