import type { Item } from "../../contract.js";
import type { Intended } from "../operators.js";
import type { Attribute } from "../steps.js";
import { can } from "./can.js";
import { causal } from "./causal.js";
import { type Draft, type Intervention, isRefusal, type Refusal } from "./intervention.js";
import { paraphrase } from "./paraphrase.js";
import { double, rewrite, rewriting, translation } from "./rewrites.js";
import { startOf } from "./start.js";
import { type AskOnce, openTrail, type Trail } from "./trail.js";
import { verify } from "./verify.js";

/** What an oracle is asked to make. (An irrelevant query takes up what was made for a degradation or an upgrade.) */
export type Making = Exclude<Intended, { readonly kind: "irrelevant-query" }>;

/** Has one change made to an answer of an item, looks at it, and has it verified. `given`: the attributes of a rubric. */
export async function intervene(
  operator: string,
  intended: Making,
  {
    item,
    ask,
    given,
  }: { readonly item: Item; readonly ask: AskOnce; readonly given?: readonly Attribute[] | undefined },
): Promise<Intervention> {
  const trail = openTrail(item, ask, given);
  const draft = await draftOf(intended, trail);
  const came = isRefusal(draft) ? refused(draft) : await judged(draft, trail);
  return { operator, position: startOf(item, intended), ...came, behind: trail.behind };
}

function draftOf(intended: Making, trail: Trail): Promise<Draft | Refusal> {
  switch (intended.kind) {
    case "degrade":
    case "upgrade":
      return causal(intended, trail);
    case "paraphrase":
      return paraphrase(trail);
    case "can":
      return can(trail);
    case "rewrite":
      return rewrite(intended.to, trail);
    case "double":
      return double(intended.to, trail);
    case "rewriting":
      return rewriting(intended.to, trail);
    case "translation":
      return translation(trail);
  }
}

type Came = Omit<Intervention, "operator" | "position" | "behind">;

async function judged(draft: Draft, trail: Trail): Promise<Came> {
  const { base, variant, moved, detail: change } = draft;
  const made = { attribute: moved?.attribute ?? "", pair: { base, variant } };
  const attributes = await trail.attributes();
  const seen = isRefusal(attributes) ? attributes : await verify(draft, attributes, trail);
  if (isRefusal(seen)) return { ...refused(seen), ...made };
  const { reason, detail, agreement } = seen;
  return { ...made, reason, detail: reason === "" ? change : detail, agreement };
}

function refused({ refused: reason, detail, attribute = "", pair }: Refusal): Came {
  return { attribute, reason, detail, pair: differing(pair), agreement: undefined };
}

/** A text that is none, or the same, makes no pair that could be shown. */
function differing(pair: Refusal["pair"]): Came["pair"] {
  return pair === undefined || pair.variant.trim() === "" || pair.base === pair.variant ? undefined : pair;
}
