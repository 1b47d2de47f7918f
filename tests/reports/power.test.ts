import { expect, it } from "vitest";
import type { RunView } from "../../src/contract.js";
import markdown from "../../src/reports/markdown.js";
import terminal from "../../src/reports/terminal.js";
import { BAD } from "./views.js";

const options = { color: false, width: 132 };
const view: RunView = { ...BAD, power: { asEstimated: 0.342, atNoEffect: 0.91, least: 0.1, most: 0.78 } };
const flat = (text: string) => text.replace(/\s+/g, " ");

it.each([terminal, markdown])("the joint power is told with what it assumes: %#", (report) => {
  const text = flat(report.render([view], options));
  expect(text).toContain(
    "with a chance of 34 % if the truth is as estimated (claims independent; 10 % to 78 % whatever their dependence), 91 % if nothing spurious moves",
  );
  const unknown = { ...view, power: { asEstimated: null, atNoEffect: null, least: null, most: null } };
  expect(report.render([unknown], options)).not.toContain("power:");
});

it.each([terminal, markdown])("a waived claim says until when, a part of the data which: %#", (report) => {
  const [first, ...rest] = BAD.verdicts;
  const waiver = { claim: first!.claim.id, until: "2026-12-31", why: "w" };
  const claim = { ...first!.claim, stratum: { kind: "length" as const, value: "long" } };
  const text = flat(report.render([{ ...BAD, verdicts: [{ ...first!, claim, waiver }, ...rest] }], options));
  expect(text).toContain("waived until 2026-12-31");
  expect(text).toContain("right way, length long");
});
