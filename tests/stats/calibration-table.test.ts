import { describe, expect, it } from "vitest";
import { CALIBRATED, type Calibrated } from "../../src/stats/calibrated.js";
import { type Row, readChoices, readTable } from "./calibration-table.js";

const ROWS = readTable();
/** What a rate of .05 may reach by the simulation's own error: three standard errors, for there are hundreds of cells. */
const allowed = (samples: number) => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / samples) + 0.0005;
/** 199 resamples, drawn here, stand at 95.5 % where a gate's 10,000 stand at 95.0 %. */
const FEW_RESAMPLES = 0.005;
const minimumOf = (family: Calibrated["family"]) =>
  Object.values(CALIBRATED).find((one) => one.family === family)!.minimumPrompts;
const show = ({ family, shape, icc, prompts }: Row) => `${family}, ${shape}, ICC ${icc}, ${prompts} prompts`;

describe("bench/CALIBRATION.md", () => {
  it("holds every cell that is simulated, once", async () => {
    const { CELLS } = await import(String(new URL("../../bench/calibration-cells.mjs", import.meta.url)));
    expect(CELLS.length).toBeGreaterThan(400);
    const { nameOf } = await import(String(new URL("../../bench/calibration-cells.mjs", import.meta.url)));
    expect(ROWS.map(nameOf).sort()).toEqual(CELLS.map(nameOf).sort());
    for (const row of ROWS) expect(row.samples).toBeGreaterThanOrEqual(row.prompts >= 2000 ? 250 : 600);
  });

  it("says what the code does: method and fewest prompts of every metric", () => {
    const choices = Object.entries(CALIBRATED).map(([metric, { method, minimumPrompts }]) => [
      metric,
      { method, minimumPrompts },
    ]);
    expect([...readChoices()]).toEqual(choices);
    for (const row of ROWS)
      expect(row.verdict, show(row)).toBe(row.prompts >= minimumOf(row.family) ? "given" : "none");
  });

  it("wherever a verdict is given, false passes and false fails stay at 5 %, within simulation error", () => {
    const given = ROWS.filter(({ verdict }) => verdict === "given");
    expect(given.length).toBeGreaterThan(350);
    const broken = given.filter(({ samples, falsePass, falseFail, within, coverage }) => {
      const misses = coverage.tare!.map((held) => 1 - held);
      return [falsePass, falseFail, ...(within ?? []), ...misses].some(
        (rate) => !(rate + FEW_RESAMPLES <= allowed(samples)),
      );
    });
    expect(broken.map(show)).toEqual([]);
  });

  it("asks for no more prompts than that takes", () => {
    for (const family of ["mean", "rms", "share", "net share"] as const) {
      const minimum = minimumOf(family);
      const smaller = ROWS.filter((row) => row.family === family && row.prompts < minimum);
      const next = Math.max(...smaller.map(({ prompts }) => prompts));
      const misses = smaller.filter(
        ({ prompts, samples, coverage }) =>
          prompts === next && coverage.tare!.some((held) => 1 - held + FEW_RESAMPLES > allowed(samples)),
      );
      if (smaller.length > 0) expect(misses.length, family).toBeGreaterThan(0);
    }
  });

  it("shows what taking prompts' values for independent does, and what not significant would have let through", () => {
    const clustered = ROWS.filter(({ icc, prompts }) => icc === 0.6 && prompts >= 40);
    const missed = clustered.filter(({ coverage, samples }) =>
      coverage["i.i.d."]!.some((held) => 1 - held > allowed(samples)),
    );
    expect(missed.length / clustered.length).toBeGreaterThan(0.8);
    const waved = ROWS.filter(({ family }) => family !== "mean").map(({ notSignificant }) => notSignificant);
    expect(Math.min(...waved)).toBeGreaterThan(0.5);
  });
});
