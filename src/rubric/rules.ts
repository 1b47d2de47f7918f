import type { Augmentation, Claim, RuleKind } from "../contract.js";
import { causalClaims, hackClaims, probeClaims, rankingClaims, spuriousClaims } from "./claims.js";
import type { RubricDocument } from "./document.js";
import { dropClaims } from "./drops.js";
import {
  causalExpectation,
  type Expected,
  hackExpectation,
  probeExpectation,
  spuriousExpectation,
} from "./expectation.js";
import type { JsonPath, Problem } from "./problems.js";
import { RANKING, type Rule } from "./rubric.js";
import { type Selection, select } from "./select.js";

export interface PlacedRule {
  readonly path: JsonPath;
  readonly rule: Rule;
  readonly problems: readonly Problem[];
}

interface Section {
  readonly attribute: string;
  readonly why: string;
  readonly severity: Claim["severity"];
  readonly maxDrop?: Readonly<Partial<Record<string, number>>> | undefined;
  readonly augmentations: readonly string[];
}

/** Every rule of the document in its order, with what is wrong inside it. */
export function rulesOf(document: RubricDocument, augmentations: readonly Augmentation[]): PlacedRule[] {
  const placer =
    <S extends Section>(
      kind: RuleKind,
      list: string,
      expected: (section: S, selection: Selection, path: JsonPath) => Expected,
      claimsOf: (section: S, expects: Expected["expects"]) => Claim[],
    ) =>
    (section: S, index: number): PlacedRule => {
      const path = [list, index];
      const selection = select(section.augmentations, [...path, "augmentations"], augmentations);
      const { expects, problems } = expected(section, selection, path);
      const claims = claimsOf(section, expects);
      const { attribute, why } = section;
      const drops = dropClaims(kind, attribute, section);
      const own = { kind, attribute, why, selected: selection.selected, expects, claims };
      const rule: Rule = drops.length > 0 ? { ...own, drops } : own;
      return { path, rule, problems: [...selection.problems, ...problems, ...silent(claims, path)] };
    };
  return [
    ...document.causal.map(placer("causal", "causal", (_, ...of) => causalExpectation(...of), causalClaims)),
    ...document.spurious.map(
      placer(
        "spurious",
        "spurious",
        ({ expect }, ...of) => spuriousExpectation(expect, ...of),
        spuriousClaims,
      ),
    ),
    ...document.hacks.map(placer("hack", "hacks", (_, ...of) => hackExpectation(...of), hackClaims)),
    ...document.probes.map(placer("probe", "probes", (_, ...of) => probeExpectation(...of), probeClaims)),
    ...rankingOf(document),
  ];
}

/** Only a causal rule may be left without any bound. */
function silent(claims: readonly Claim[], path: JsonPath): Problem[] {
  if (claims.length > 0) return [];
  return [{ path: [...path, "require"], message: "requires nothing: give correctDirection or effect" }];
}

function rankingOf({ ranking }: RubricDocument): PlacedRule[] {
  if (ranking === undefined) return [];
  const { why } = ranking;
  const claims = rankingClaims(ranking);
  const drops = dropClaims("ranking", RANKING, ranking);
  const own = { kind: "ranking", attribute: RANKING, why, selected: [], expects: "higher", claims } as const;
  const rule: Rule = drops.length > 0 ? { ...own, drops } : own;
  return [{ path: ["ranking"], rule, problems: [] }];
}
