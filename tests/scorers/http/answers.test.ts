import { describe, expect, test } from "vitest";
import { requireFinite } from "../../../src/scoring/finite.js";
import { score, texts, USUAL, withServer } from "./opened.js";
import type { Faults } from "./server.js";

const TEXTS = texts(20);

describe.each(Object.keys(USUAL))("%s", (protocol) => {
  const lists = (json: unknown): unknown[][] => {
    if (Array.isArray(json)) return [json];
    return Object.values(json as object).flatMap((value) =>
      Array.isArray(value) && value[0]?.data === undefined ? [value] : [],
    );
  };
  const rowsOf = (json: unknown): unknown[] => {
    const { outputs, data } = json as { outputs?: { data: unknown[] }[]; data?: unknown[] };
    return outputs?.[0]?.data ?? data ?? lists(json)[0]!;
  };
  const changing = (change: (rows: unknown[]) => void) => (json: unknown) => {
    const copy = structuredClone(json);
    if ((copy as { inputs?: unknown }).inputs === undefined) change(rowsOf(copy));
    return copy;
  };

  test("a list that is short is refused", async () => {
    const faults = { change: changing((rows) => rows.pop()) };
    await expect(withServer(protocol, async () => {}, { faults })).rejects.toMatchObject({
      code: "TARE_HTTP_ANSWER",
      message: expect.stringMatching(/16 texts were sent and 15 scores came back/),
    });
  });

  test("another order is put right by the index where there is one, else refused", async () => {
    const open = withServer(protocol, (scorer) => score(scorer, TEXTS), {
      faults: { change: changing((rows) => rows.reverse()) },
    });
    if (protocol.startsWith("vllm"))
      expect(await open).toEqual(await withServer(protocol, (scorer) => score(scorer, TEXTS)));
    else
      await expect(open).rejects.toMatchObject({
        code: "TARE_HTTP_ANSWER",
        message: expect.stringContaining("in another order than the texts were sent"),
      });
  });

  test("NaN gets as far as the stage that names the text", async () => {
    const nan = (entry: unknown): unknown => {
      if (typeof entry === "number") return Number.NaN;
      if (Array.isArray(entry)) return entry.map(nan);
      const { index, ...fields } = entry as Record<string, unknown>;
      const changed = Object.entries(fields).map(([name, value]) => [
        name,
        ["embedding", "probs", "data", "score"].includes(name) ? nan(value) : value,
      ]);
      return { ...(index === undefined ? {} : { index }), ...Object.fromEntries(changed) };
    };
    let broken = false;
    const faults: Faults = {
      change: (json) => (broken ? changing((rows) => rows.splice(1, 1, nan(rows[1])))(json) : json),
    };
    await withServer(
      protocol,
      async (scorer) => {
        broken = true;
        const batch = TEXTS.slice(0, 3).map((text, index) => scorer.prepare(`key${index}`, text));
        const rows = await scorer.score(batch);
        expect(rows.map(([value]) => Number.isNaN(value))).toEqual([false, true, false]);
        expect(() => requireFinite(scorer, batch, rows)).toThrow(/text key1 scored NaN/);
      },
      { faults },
    );
  });

  test("activated scores are refused before one is stored, unless they are confirmed", async () => {
    const faults = { activated: true };
    await expect(
      withServer(protocol, (scorer) => score(scorer, TEXTS.slice(0, 1)), { faults }),
    ).rejects.toMatchObject({
      code: "TARE_SCORE_ACTIVATED",
      message: "all scores of 17 texts lie between 0 and 1",
    });
    const confirmed = await withServer(protocol, (scorer) => score(scorer, TEXTS), {
      faults,
      more: "activated=ok",
    });
    expect(confirmed.every(([value]) => value! > 0 && value! < 1)).toBe(true);
    await expect(
      withServer(protocol, (scorer) => score(scorer, TEXTS), { faults: { activated: true, heads: 3 } }),
    ).rejects.toMatchObject({ code: "TARE_SCORE_ACTIVATED" });
  });
});
