import { digestOf } from "../../keys.js";
import { asksForForm } from "../../text/asked-form.js";
import { attributeSlug } from "../operators.js";
import { sameAttribute } from "../same-attribute.js";
import type { AnswerOf, Attribute } from "../steps.js";
import { type Keeps, wrongWith } from "./check-text.js";
import { type Draft, isRefusal, type Refusal, refuse } from "./intervention.js";
import { answerAtStart } from "./start.js";
import type { Trail } from "./trail.js";

const WANTS = { degrade: "strong", upgrade: "weak" } as const;

/** The answer moved along one attribute: down where it is strong, up where it is weak. */
export async function causal(
  intended: { readonly kind: "degrade" | "upgrade"; readonly attribute: string | undefined },
  trail: Trail,
): Promise<Draft | Refusal> {
  const { prompt, promptKey } = trail.item;
  const { kind } = intended;
  const answer = answerAtStart(trail.item, intended);
  if (isRefusal(answer)) return answer;
  const attributes = await trail.attributes();
  if (isRefusal(attributes)) return attributes;
  const graded = await trail.ask("grade", { prompt, answer: answer.text, attributes });
  if (isRefusal(graded)) return graded;
  const fit = attributes.filter((one) => gradeOf(graded, one) === WANTS[kind]);
  const eligible = intended.attribute === undefined ? fit : fit.filter(isNamed(intended.attribute));
  const rank = ({ name }: Attribute) => digestOf(["oracle", kind, promptKey, digestOf(answer.text), name]);
  const [attribute] = [...eligible].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  if (attribute === undefined) return refuse(`oracle-not-${WANTS[kind]}`, gradesTold(attributes, graded));
  const keep = attributes.filter((one) => one !== attribute).map(({ name }) => name);
  const made = await trail.ask(kind, { prompt, answer: answer.text, attribute, keep });
  if (isRefusal(made)) return { ...made, attribute: attribute.name };
  const pair = { base: answer.opening + answer.text, variant: answer.opening + made.rewritten };
  const wrong = wrongWith(answer.text, made.rewritten, { length: true, ...formatKept(attribute) });
  if (wrong !== undefined) return { ...wrong, attribute: attribute.name, pair };
  return { ...pair, moved: { attribute: attribute.name, better: kind === "upgrade" }, detail: made.change };
}

/** Where the attribute is the form itself (one paragraph, no bullets), the form is what was to change. */
function formatKept({ name, why }: Attribute): Keeps {
  return asksForForm([{ role: "user", content: `${name} ${why}` }]) ? {} : { format: "all" };
}

function isNamed(slug: string): (attribute: Attribute) => boolean {
  return ({ name }) => attributeSlug(name) === slug;
}

/** Undefined where the oracle left it out, or gave it two grades. */
function gradeOf({ grades }: AnswerOf<"grade">, { name }: Attribute): "strong" | "weak" | undefined {
  const own = new Set(
    grades.filter(({ attribute }) => sameAttribute(attribute, name)).map(({ grade }) => grade),
  );
  return own.size === 1 ? [...own][0] : undefined;
}

function gradesTold(attributes: readonly Attribute[], graded: AnswerOf<"grade">): string {
  return attributes.map((one) => `${one.name} ${gradeOf(graded, one) ?? "not graded"}`).join(", ");
}
