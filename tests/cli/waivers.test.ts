import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import type { RunView } from "../../src/contract.js";
import github from "../../src/reports/github.js";
import junit from "../../src/reports/junit.js";
import terminal from "../../src/reports/terminal.js";
import { rejudgeRuns, viewStoredRuns } from "../../src/stages/rejudge.js";
import { openStore, type Store, usingStore } from "../../src/store/open.js";
import { parseWaivers } from "../../src/waivers/read.js";
import { weigh } from "../stages/weighing.js";
import { expectRefusal } from "./afterwards.js";
import { ask } from "./database.js";
import { lines, preferences } from "./preferences.js";
import { BREAKS, COMPLETENESS } from "./rubrics.js";
import { run } from "./tare.js";
import { workplace } from "./workplace.js";

const place = workplace();
const file = join(place.path, "tare.db");
const CLAIM = "completeness/correct-direction";
const TODAY = "2026-06-30";
let scorer = "";

const waiver = (more: Record<string, unknown> = {}) => ({
  ...{
    claim: CLAIM,
    scorer,
    reason: "Known; the next training mends it.",
    owner: "Ada",
    expires: "9999-12-31",
  },
  ...more,
});
const read = (...all: unknown[]) => parseWaivers(JSON.stringify({ waivers: all }), "waivers.json");
const inStore = <T>(action: (store: Store) => T) => usingStore(openStore(file, { mustExist: true }), action);
const gate = async (...all: unknown[]) =>
  (await inStore((store) => rejudgeRuns(store, undefined, { today: TODAY, waivers: read(...all) })))[0]!;
const views = (...all: unknown[]) =>
  inStore((store): readonly RunView[] =>
    viewStoredRuns(store, undefined, { today: TODAY, waivers: read(...all) }),
  );
/** `tare gate` with a file of these waivers. */
const tell = (...all: unknown[]) => {
  place.file("waivers.json", { waivers: all });
  return run(["gate", "--waivers", "waivers.json"], { cwd: place.path });
};

beforeAll(async () => {
  // Minus the length breaks the claim on broken-off answers, and keeps the ranking where the shorter answer is the better.
  const turned = preferences(30).map(({ prompt, chosen, rejected }) => ({
    ...{ prompt, chosen: rejected, rejected: chosen },
  }));
  place.file("data.jsonl", lines(turned));
  const ranking = { accuracy: { atLeast: 0.5 } };
  place.file("rubric.json", { ...COMPLETENESS, ranking });
  await weigh(place.path, { models: [BREAKS] });
  scorer = ask<{ scorer: string }>(file, "SELECT scorer FROM runs")[0]!.scorer;
});

describe("a waiver", () => {
  test("lets a claim block nothing, loudly", async () => {
    const { code, stdout } = await tell(waiver());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^PASS .*waived: completeness\/correct-direction until 9999-12-31/);
    expect(stdout).toMatch(
      /^ {2}waiver {2}completeness\/correct-direction: FAIL \(.*\d+ % \[.*WAIVED until 9999-12-31, Ada answers for it: Known;/m,
    );
  });

  test("hides no number", async () => {
    const [plain, waived] = [await gate(), await gate(waiver())];
    expect([plain.verdict, waived.verdict]).toEqual(["fail", "pass"]);
    const numbers = (claims: typeof plain.claims) => claims.map(({ waiver: _, ...rest }) => rest);
    expect(numbers(waived.claims)).toEqual(numbers(plain.claims));
    expect(waived.waivers).toEqual([expect.objectContaining({ state: "holds", owner: "Ada", scorer })]);
  });

  test("is shown by every report, and turns no JUnit case red", async () => {
    const seen = await views(waiver());
    const options = { color: false, width: 100 };
    const xml = JSON.stringify(new XMLParser().parse(junit.render(seen, options)));
    expect(xml).toMatch(/waived until 9999-12-31.*FAIL/);
    expect(xml).not.toContain('"failure"');
    expect(github.render(seen, options)).toMatch(
      /\*\*Waivers\*\*\n\n- completeness\/correct-direction: FAIL/,
    );
    expect(github.notices!(seen)[0]).toMatch(/^::warning title=tare%3A waiver /);
    expect(terminal.render(seen, options)).toMatch(/WAIVERS\n {2}! completeness\/correct-direction: FAIL/);
  });

  test("is kept with a run that is given it, and goes when the run is given none", async () => {
    const row = () =>
      ask(
        file,
        `SELECT v.verdict, waived_until, waiver_owner, waiver_scorer, r.verdict AS gate
           FROM verdicts v JOIN runs r ON r.id = v.run WHERE claim = '${CLAIM}'`,
      )[0];
    await weigh(place.path, { models: [BREAKS], waivers: read(waiver()) });
    expect(row()).toEqual({
      ...{ verdict: "fail", gate: "pass" },
      ...{ waived_until: "9999-12-31", waiver_owner: "Ada", waiver_scorer: scorer },
    });
    await weigh(place.path, { models: [BREAKS] });
    expect(row()).toEqual({
      ...{ verdict: "fail", gate: "fail" },
      ...{ waived_until: null, waiver_owner: "", waiver_scorer: "" },
    });
  });

  test("ends by itself: an expired one is told, and the claim counts", async () => {
    expect((await gate(waiver({ expires: TODAY }))).verdict).toBe("pass");
    expect((await gate(waiver({ expires: "2026-06-29" }))).verdict).toBe("fail");
    const text = terminal.render(await views(waiver({ expires: "2026-06-29" })), {
      color: false,
      width: 200,
    });
    expect(text.replace(/\s+/g, " ")).toContain("its waiver EXPIRED on 2026-06-29, so it counts again");
  });

  test("is given to one scorer: another model's matches nothing, which is told", async () => {
    const { code, stdout, stderr } = await tell(
      waiver({ scorer: "0123456789ab" }),
      waiver({ claim: "completeness/effect" }),
      waiver({ claim: "ranking/accuracy" }),
    );
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

  test("may name its scorer by the first twelve digits of the key", async () => {
    expect((await gate(waiver({ scorer: scorer.slice(0, 12) }))).verdict).toBe("pass");
  });

  test("is never taken from a file that was not named", async () => {
    place.file("waivers.json", { waivers: [waiver()] });
    expect((await run(["gate"], { cwd: place.path })).code).toBe(3);
  });

  test("without an expiry is refused before anything is judged", async () => {
    expectRefusal(
      await tell(waiver({ expires: undefined })),
      "TARE_WAIVERS",
      /waivers\.json:1:\d+: waivers\[0\]\.expires: is missing/,
    );
  });
});
