import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const file = join(place.path, "tare.db");
const tare = (...args: string[]) => run(args, { cwd: place.path });
const weigh = (...args: string[]) =>
  tare("run", "data.jsonl", "--rubric", "./rubric.json", "--model", BREAKS, "--quiet", ...args);
const CLAIM = "completeness/correct-direction";
let scorer = "";

const waiver = (more: Record<string, unknown> = {}) => ({
  claim: CLAIM,
  scorer,
  reason: "Known; the next training mends it.",
  owner: "Ada",
  expires: "9999-12-31",
  ...more,
});
const waivers = (...all: unknown[]) => place.file("waivers.json", { waivers: all });

beforeAll(async () => {
  // Minus the length breaks the claim on broken-off answers, and keeps the ranking where the shorter answer is the better.
  const turned = preferences(30).map(({ prompt, chosen, rejected }) => ({
    ...{ prompt, chosen: rejected, rejected: chosen },
  }));
  place.file("data.jsonl", lines(turned));
  const ranking = { accuracy: { atLeast: 0.5 } };
  place.file("rubric.json", { ...COMPLETENESS, ranking });
  const { code } = await weigh();
  expect(code).toBe(3);
  scorer = ask<{ scorer: string }>(file, "SELECT scorer FROM runs")[0]!.scorer;
});

describe("--waivers", () => {
  test("lets a claim block nothing, loudly, and hides no number", async () => {
    waivers(waiver());
    const before = await tare("gate", "--json");
    const gate = await tare("gate", "--waivers", "waivers.json");
    expect(gate.code).toBe(0);
    expect(gate.stdout).toMatch(/^PASS .*waived: completeness\/correct-direction until 9999-12-31/);
    expect(gate.stdout).toMatch(
      /^ {2}waiver {2}completeness\/correct-direction: FAIL \(.*\d+ % \[.*WAIVED until 9999-12-31, Ada answers for it: Known;/m,
    );
    const [plain] = JSON.parse(before.stdout);
    const [waived] = JSON.parse((await tare("gate", "--json", "--waivers", "waivers.json")).stdout);
    const numbers = ({ claims }: { claims: Record<string, unknown>[] }) =>
      claims.map(({ waiver: _, ...rest }) => rest);
    expect(numbers(waived)).toEqual(numbers(plain));
    expect(waived.waivers).toEqual([expect.objectContaining({ state: "holds", owner: "Ada", scorer })]);
  });

  test("is shown by every report, and turns no JUnit case red", async () => {
    waivers(waiver());
    const ended = await tare(
      "gate",
      "--waivers",
      "waivers.json",
      "--report",
      "junit=w.xml",
      "--report",
      "github=w.md",
    );
    const xml = new XMLParser().parse(readFileSync(join(place.path, "w.xml"), "utf8"));
    expect(JSON.stringify(xml)).toMatch(/waived until 9999-12-31.*FAIL/);
    expect(JSON.stringify(xml)).not.toContain('"failure"');
    expect(readFileSync(join(place.path, "w.md"), "utf8")).toMatch(
      /\*\*Waivers\*\*\n\n- completeness\/correct-direction: FAIL/,
    );
    expect(ended.stderr).toMatch(/^::warning title=tare%3A waiver /m);
    const report = await tare("report", "--waivers", "waivers.json");
    expect(report.stdout).toMatch(/WAIVERS\n {2}! completeness\/correct-direction: FAIL/);
  });

  test("is kept with a run that is given it, and goes when the run is given none", async () => {
    waivers(waiver());
    const row = () =>
      ask(
        file,
        `SELECT v.verdict, waived_until, waiver_owner, waiver_scorer, r.verdict AS gate
                   FROM verdicts v JOIN runs r ON r.id = v.run WHERE claim = '${CLAIM}'`,
      )[0];
    expect((await weigh("--waivers", "waivers.json")).code).toBe(0);
    expect(row()).toEqual({
      verdict: "fail",
      gate: "pass",
      waived_until: "9999-12-31",
      waiver_owner: "Ada",
      waiver_scorer: scorer,
    });
    expect((await weigh()).code).toBe(3);
    expect(row()).toEqual({
      verdict: "fail",
      gate: "fail",
      waived_until: null,
      waiver_owner: "",
      waiver_scorer: "",
    });
  });

  test("ends by itself: an expired one is told, and the claim counts", async () => {
    waivers(waiver({ expires: "2020-02-29" }));
    const { code, stdout } = await tare("gate", "--waivers", "waivers.json");
    expect(code).toBe(3);
    expect(stdout).toContain("its waiver EXPIRED on 2020-02-29, so it counts again");
  });

  test("is given to one scorer: another model's waiver matches nothing, which is told", async () => {
    waivers(
      waiver({ scorer: "0123456789ab" }),
      waiver({ claim: "completeness/effect" }),
      waiver({ claim: "ranking/accuracy" }),
    );
    const { code, stdout, stderr } = await tare("gate", "--waivers", "waivers.json");
    expect(code).toBe(3);
    expect(stderr).toContain(
      `waiver of ${CLAIM} until 9999-12-31 matches nothing: no run here is of the scorer 0123456789ab it is given to`,
    );
    expect(stderr).toContain(
      "waiver of completeness/effect until 9999-12-31 matches nothing: the rubric makes no such claim",
    );
    expect(stdout).toContain("ranking/accuracy: pass");
    expect(stdout).toContain("waived until 9999-12-31 without need, since it passes");
  });

  test("the beginning of a key is enough, twelve digits of it", async () => {
    waivers(waiver({ scorer: scorer.slice(0, 12) }));
    expect((await tare("gate", "--waivers", "waivers.json")).code).toBe(0);
  });

  test("is never taken from a file that was not named", async () => {
    waivers(waiver());
    expect((await tare("gate")).code).toBe(3);
  });
});

test("a bad waivers file is refused before anything is judged", async () => {
  waivers(waiver({ expires: undefined }));
  expectRefusal(
    await tare("gate", "--waivers", "waivers.json"),
    "TARE_WAIVERS",
    /waivers\.json:1:\d+: waivers\[0\]\.expires: is missing/,
  );
});
