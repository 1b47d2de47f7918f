import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listQueries } from "../../src/registry.js";
import { openStore } from "../../src/store/open.js";
import { runQuery } from "../../src/store/queries.js";
import { ask } from "../cli/database.js";
import { lines, preferences } from "../cli/preferences.js";
import { COMPLETENESS, KEEPS } from "../cli/rubrics.js";
import { workplace } from "../cli/workplace.js";
import { weigh } from "./weighing.js";

const place = workplace();
const THOUGHT =
  "<think>The user asks for the year 1812. I should say that it cost 40 pounds, and not more than that.</think>";
const CALL = '<tool_call>\n{"name": "look_up", "arguments": {"year": 1812, "many": 3}}\n</tool_call>';
const SYSTEM = "You are a guide. You have 3 rules, and the first of them is to be brief.";
/** Of each kind of change some; preamble writes above what it finds, probe-unknown leaves nothing of the answer. */
const OPERATORS =
  "number-changed sentence-dropped preamble length-padding@2 probe-unknown relevance whitespace-jitter prompt-keyboard-typos truncated-ending".split(
    " ",
  );

beforeAll(() => {
  const records = preferences(12).map(({ prompt, chosen, rejected }, index) => ({
    prompt:
      index < 4
        ? [
            { role: "system", content: SYSTEM },
            { role: "user", content: prompt },
          ]
        : index < 8
          ? [
              { role: "user", content: "Look it up." },
              { role: "assistant", content: CALL },
              { role: "tool", content: '{"year": 1812}' },
              { role: "user", content: prompt },
            ]
          : prompt,
    chosen: index < 8 ? `${THOUGHT}\n\n${chosen}` : chosen,
    rejected,
  }));
  place.file("data.jsonl", lines(records));
  place.file("rubric.json", COMPLETENESS);
});

test("reasoning, tool calls and system prompts stand as they were in every pair, but where the operator says otherwise; all are counted", async () => {
  const [{ view } = {} as never] = await weigh(place.path, { models: [KEEPS], augmentations: OPERATORS });
  const pairs = ask<Record<"augmentation" | "base" | "variant" | "before" | "after", string>>(
    join(place.path, "tare.db"),
    `SELECT p.augmentation, b.response AS base, v.response AS variant, q.messages AS before, w.messages AS after
       FROM run_pairs rp JOIN pairs p ON p.key = rp.pair
       JOIN texts b ON b.key = p.base JOIN prompts q ON q.key = b.prompt
       JOIN texts v ON v.key = p.variant JOIN prompts w ON w.key = v.prompt`,
  );
  expect(new Set(pairs.map(({ augmentation }) => augmentation)).size).toBeGreaterThanOrEqual(8);

  // Counted here by the texts themselves, beside all code that looks for such blocks.
  const thought = pairs.filter(({ base }) => base.includes(THOUGHT));
  const kept = thought.filter(({ variant }) => variant.startsWith(THOUGHT));
  const gone = thought.filter((pair) => !kept.includes(pair));
  expect(new Set(gone.map(({ augmentation }) => augmentation))).toEqual(new Set(["probe-unknown"]));
  const system = pairs.filter(({ before }) => before.includes(SYSTEM));
  const systemKept = system.filter(({ after }) => after.includes(SYSTEM));
  const called = pairs.filter(({ before }) => before.includes("look_up"));
  const calledKept = called.filter(({ after }) => JSON.parse(after)[1]?.content === CALL);
  const rows = [
    { kind: "reasoning", items: 8, kept: kept.length, replaced: gone.length },
    { kind: "system prompt", items: 4, kept: systemKept.length, replaced: system.length - systemKept.length },
    { kind: "tool calls", items: 4, kept: calledKept.length, replaced: called.length - calledKept.length },
  ];
  expect(view.leftAlone).toMatchObject(rows);
  expect(kept.length).toBeGreaterThan(30);
  expect(rows.every((row) => row.kept > 0)).toBe(true);

  // preamble writes above the answer, which is below the reasoning.
  expect(kept.filter(({ augmentation }) => augmentation === "preamble")).toHaveLength(8);
  expect(view.leftAlone![0]!.refused).toBe(
    view.coverage.reduce((sum, { skipped }) => sum + (skipped["reasoning-touched"] ?? 0), 0),
  );
  const store = openStore(join(place.path, "tare.db"), { mustExist: true });
  const query = listQueries().find(({ name }) => name === "left-alone")!;
  expect(runQuery(store, query, {}).rows.map(([, kind, items]) => [kind, items])).toEqual([
    ["reasoning", 8],
    ["system prompt", 4],
    ["tool calls", 4],
  ]);
  store.db.close();
});
