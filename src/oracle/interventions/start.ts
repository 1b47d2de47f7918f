import type { Item } from "../../contract.js";
import { leading } from "../../pairs/leading.js";
import { endOfOpening } from "../../text/left-alone.js";
import type { Intended } from "../operators.js";
import { type Refusal, refuse } from "./intervention.js";

/**
 * Index of the answer that a change starts from: the leading rejected one for an upgrade, else the leading chosen or
 * unranked one. Where an item has none, the answer that stands for it: its pair is counted as one that did not come about.
 */
export function startOf({ responses }: Pick<Item, "responses">, { kind }: Intended): number {
  const own = leading(responses, kind === "upgrade" ? ["rejected"] : ["chosen", "response"]);
  return own < 0 ? leading(responses) : own;
}

/** An answer without what a model said to itself before it, which stays as it is. */
export interface Answer {
  readonly opening: string;
  readonly text: string;
}

/** The answer at `startOf`, or why a change cannot start from it. */
export function answerAtStart(item: Item, intended: Intended): Answer | Refusal {
  const { role, text } = item.responses[startOf(item, intended)]!;
  if (intended.kind === "upgrade" && role !== "rejected") return refuse("no-rejected", "");
  if (intended.kind !== "upgrade" && role === "rejected") return refuse("no-chosen", "");
  return answerIn(text);
}

/** The leading rejected answer. */
export function rejectedAnswer({ responses }: Item): Answer | Refusal {
  const index = leading(responses, ["rejected"]);
  return index < 0 ? refuse("no-rejected", "") : answerIn(responses[index]!.text);
}

function answerIn(response: string): Answer | Refusal {
  const end = endOfOpening(response);
  const text = response.slice(end);
  return text.trim() === "" ? refuse("only-reasoning", "") : { opening: response.slice(0, end), text };
}
