import { didYouMean } from "../nearest.js";
import { RULE_LISTS } from "./document.js";
import type { Layer } from "./layers.js";
import type { JsonPath, Problem, Source } from "./problems.js";
import { RANKING } from "./rubric.js";

type Raw = Readonly<Record<string, unknown>>;
type List = (typeof RULE_LISTS)[number] | typeof RANKING;

/** A rule as one of the files has it. */
interface Entry {
  readonly list: List;
  readonly attribute: string;
  readonly raw: Raw;
  readonly source: Source;
  readonly path: JsonPath;
}

export interface Merged {
  /** One document, without `extends` and `remove`. */
  readonly raw: Raw;
  readonly problems: readonly Problem[];
  /** The place, in the file that says it, of a path in `raw`. */
  placeOf(problem: Problem): Problem;
}

/**
 * The layers as one: a rule replaces the inherited one of its attribute, in its place where it is of the same kind;
 * figures of a later layer go before; waivers add up.
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  const problems: Problem[] = [];
  let entries: readonly Entry[] = [];
  for (const layer of layers) {
    problems.push(...vainRemovals(layer, entries));
    const removed = new Set(removalsOf(layer));
    entries = override(
      entries.filter(({ attribute }) => !removed.has(attribute)),
      entriesOf(layer),
    );
  }
  const raws = layers.map(({ raw }) => raw);
  const { extends: _, remove: __, ...figures } = Object.assign({}, ...raws) as Record<string, unknown>;
  const of = (list: List) => entries.filter((entry) => entry.list === list);
  const lists = Object.fromEntries(RULE_LISTS.map((list) => [list, of(list).map(({ raw }) => raw)]));
  const ranking = of(RANKING)[0];
  const { ranking: ___, ...others } = figures;
  const raw = {
    ...others,
    ...lists,
    ...(ranking === undefined ? {} : { ranking: ranking.raw }),
    waivers: waiversOf(raws),
  };
  const placeOf = (problem: Problem): Problem => {
    const [list, index] = problem.path;
    const own = (one: Source) => ({ ...problem, source: problem.source ?? one });
    const rules = of(list as List);
    const entry = list === RANKING ? rules[0] : typeof index === "number" ? rules[index] : undefined;
    // A figure stands in the last file that has it.
    if (entry === undefined)
      return own((layers.findLast(({ raw: one }) => String(list) in one) ?? layers.at(-1)!).source);
    const rest = problem.path.slice(list === RANKING ? 1 : 2);
    return { ...own(entry.source), path: [...entry.path, ...rest] };
  };
  return { raw, problems, placeOf };
}

function entriesOf({ source, raw }: Layer): Entry[] {
  const listed = RULE_LISTS.flatMap((list) =>
    ((raw[list] ?? []) as Raw[]).map((rule, index): Entry => {
      const attribute = String(rule.attribute ?? "probe");
      return { list, attribute, raw: rule, source, path: [list, index] };
    }),
  );
  if (raw[RANKING] === undefined) return listed;
  return [
    ...listed,
    { list: RANKING, attribute: RANKING, raw: raw[RANKING] as Raw, source, path: [RANKING] },
  ];
}

function override(inherited: readonly Entry[], own: readonly Entry[]): Entry[] {
  const heir = (entry: Entry) => own.find(({ attribute }) => attribute === entry.attribute);
  const kept = inherited.flatMap((entry) => {
    const mine = heir(entry);
    return mine === undefined ? [entry] : mine.list === entry.list ? [mine] : [];
  });
  return [...kept, ...own.filter((entry) => !kept.includes(entry))];
}

function removalsOf({ raw }: Layer): readonly string[] {
  return (raw.remove ?? []) as string[];
}

function vainRemovals(layer: Layer, inherited: readonly Entry[]): Problem[] {
  const known = inherited.map(({ attribute }) => attribute);
  return removalsOf(layer).flatMap((name, index) => {
    if (known.includes(name)) return [];
    const hint = didYouMean(name, known) || (known.length === 0 ? "" : `: it has ${known.join(", ")}`);
    const nothing =
      layer.raw.extends === undefined ? "the rubric extends none" : `no rule of "${name}"${hint}`;
    const message = `nothing to remove: ${nothing}`;
    return [{ path: ["remove", index], message, source: layer.source }];
  });
}

function waiversOf(raws: readonly Raw[]): unknown[] {
  const all = raws.flatMap((raw) => (raw.waivers ?? []) as { readonly claim: string }[]);
  return all.filter(({ claim }, index) => !all.slice(index + 1).some((later) => later.claim === claim));
}
