import { expect, test } from "vitest";
import { COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const tare = (...args: string[]) => run(args, { cwd: place.path });

test("tare validate: 0 with a line for each file, 2 with all that is wrong", async () => {
  place.file("good.json", COMPLETENESS);
  place.file("bad.json", '{"name": "bad", "why": "w",\n"alpha": 2,\n"tail": -1}');
  expect(await tare("validate", "good.json", "./good.json")).toEqual({
    code: 0,
    stdout: [
      'good.json: rubric "completeness": 1 rule, 1 claim, of which 1 decide the gate',
      './good.json: rubric "completeness": 1 rule, 1 claim, of which 1 decide the gate\n',
    ].join("\n"),
    stderr: "",
  });
  const { code, stdout, stderr } = await tare("validate", "bad.json", "good.json");
  expect({ code, lines: stdout.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
  expect(stderr).toContain("TARE_RUBRIC_FIELD  ./bad.json:2:10: alpha: 2 is impossible");
  expect(stderr).toContain("./bad.json:3:9: tail: -1 is impossible");
});
