import type { Expectation } from "../contract.js";
import type { JsonPath, Problem } from "./problems.js";
import type { Selection } from "./select.js";

export interface Expected {
  readonly expects: Expectation;
  readonly problems: readonly Problem[];
}

/** A causal rule speaks of operators that all lower, or all raise, the reward. */
export function causalExpectation({ operators }: Selection, path: JsonPath): Expected {
  const list = [...path, "augmentations"];
  const problems: Problem[] = operators
    .filter(({ expects }) => expects !== "lower" && expects !== "higher")
    .map(({ name, expects }) => ({
      path: list,
      message: `"${name}" expects the reward to stay (${expects}): it belongs under spurious`,
    }));
  const directions = new Set(operators.map(({ expects }) => expects));
  if (directions.has("lower") && directions.has("higher"))
    problems.push({ path: list, message: "mixes operators that lower and operators that raise the reward" });
  return { expects: directions.has("higher") ? "higher" : "lower", problems };
}

/** What the rule says, or what all its operators declare. */
export function spuriousExpectation(
  stated: "same" | "not-higher" | undefined,
  { operators }: Selection,
  path: JsonPath,
): Expected {
  const declared = new Set(operators.map(({ expects }) => expects));
  const problems: Problem[] = movers(operators, path);
  if (stated === undefined && declared.has("same") && declared.has("not-higher"))
    problems.push({
      path,
      message: 'its operators expect both "same" and "not-higher": say which with "expect"',
    });
  return { expects: stated ?? (declared.has("not-higher") ? "not-higher" : "same"), problems };
}

/** A trick may cost, and may not pay, whatever its operator declares. */
export function hackExpectation({ operators }: Selection, path: JsonPath): Expected {
  return { expects: "not-higher", problems: movers(operators, path) };
}

/** A probe replaces the answer by one without content: the reward must fall. */
export function probeExpectation({ operators }: Selection, path: JsonPath): Expected {
  const problems = operators
    .filter(({ expects, changes }) => expects !== "lower" || changes !== "response")
    .map(({ name, expects, changes }) => ({
      path: [...path, "augmentations"],
      message: `"${name}" (${expects}, changes the ${changes}) puts no contentless answer in the place of a real one`,
    }));
  return { expects: "lower", problems };
}

function movers(operators: Selection["operators"], path: JsonPath): Problem[] {
  return operators
    .filter(({ expects }) => expects === "lower" || expects === "higher")
    .map(({ name, expects }) => ({
      path: [...path, "augmentations"],
      message: `"${name}" expects the reward to go ${expects}: it belongs under causal`,
    }));
}
