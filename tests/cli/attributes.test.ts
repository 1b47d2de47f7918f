import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });

it("drafts a rubric, and writes over nothing", async () => {
  place.file(
    "prefs.jsonl",
    [1, 2, 3]
      .map((n) =>
        JSON.stringify({ prompt: `Question ${n}?`, chosen: `It is ${n}.`, rejected: "Nobody knows." }),
      )
      .join("\n"),
  );
  const command = ["attributes", "prefs.jsonl", "--oracle", "scripted:good", "--out", "mine.json", "--grade"];
  const made = await tare(...command);
  expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining("read and edit it") });
  expect(made.stdout).toMatch(/accuracy\s*│ 3\s*│ 100 %\s*│ 3\s*│ 0\s*│ 3/);
  const before = readFileSync(join(place.path, "mine.json"), "utf8");
  const again = await tare(...command);
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("--force to replace it") });
  expect(readFileSync(join(place.path, "mine.json"), "utf8")).toBe(before);
  expect(readdirSync(place.path).filter((name) => name.endsWith(".part"))).toEqual([]);
});
