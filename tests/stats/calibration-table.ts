import { readFileSync } from "node:fs";
import { packagePath } from "../../src/paths.js";

/** A row of bench/CALIBRATION.md. */
export interface Row {
  readonly family: "mean" | "rms" | "share" | "net share";
  readonly shape: string;
  readonly icc: number;
  readonly prompts: number;
  readonly samples: number;
  /** Coverage of the lower and of the upper bound, by method. */
  readonly coverage: Readonly<Record<string, readonly [number, number]>>;
  readonly falsePass: number;
  readonly falseFail: number;
  /** Of the rule `within`; undefined where there is none. */
  readonly within: readonly [number, number] | undefined;
  readonly notSignificant: number;
  readonly verdict: string;
}

const FAMILIES: readonly (readonly [RegExp, Row["family"]])[] = [
  [/^A mean:/, "mean"],
  [/^A root mean square:/, "rms"],
  [/^A share:/, "share"],
  [/^A share less its placebo:/, "net share"],
];

const TEXT = readFileSync(packagePath("bench", "CALIBRATION.md"), "utf8");
const cellsOf = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((text) => text.trim());
const number = (text: string) => Number(text.replace("✗", "").trim());
const pair = (text: string) => text.split("/").map(number) as [number, number];

export function readTable(): Row[] {
  return TEXT.split(/^## /m).flatMap((section) => {
    const family = FAMILIES.find(([title]) => title.test(section))?.[1];
    if (family === undefined) return [];
    const [heads, _, ...rows] = section
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map(cellsOf);
    return rows.map((cells) => {
      const at = (head: string) => cells[heads!.indexOf(head)]!;
      const methods = heads!.filter((head) => head.endsWith(": lower / upper"));
      const within = heads!.find((head) => head.startsWith("within"));
      return {
        family,
        shape: at("values"),
        icc: number(at("ICC")),
        prompts: number(at("prompts")),
        samples: number(at("samples")),
        coverage: Object.fromEntries(
          methods.map((head) => [head.replace(": lower / upper", ""), pair(at(head))]),
        ),
        falsePass: number(at("false pass")),
        falseFail: number(at("false fail")),
        within: within === undefined ? undefined : pair(at(within)),
        notSignificant: number(at("not significant")),
        verdict: at("verdict"),
      };
    });
  });
}

/** Metric and smallest number of prompts, as the table of choices has them. */
export function readChoices(): Map<string, { readonly method: string; readonly minimumPrompts: number }> {
  const [, section = ""] = TEXT.split("## What follows from it");
  const lines = section
    .split(/^## /m)[0]!
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  return new Map(
    lines.map((line) => {
      const [metric, method, prompts] = cellsOf(line) as [string, string, string];
      return [metric.replaceAll("`", ""), { method, minimumPrompts: Number(prompts) }];
    }),
  );
}
