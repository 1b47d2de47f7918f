import type { ExamplePair, OperatorExamples, RunView, VerdictWord } from "../../contract.js";
import { worst } from "../layout/groups.js";
import { distinctNames } from "../layout/side-by-side.js";

/** Worst pairs of one operator under one model, with how its attribute was judged. */
export interface PairGroup {
  readonly view: RunView;
  readonly model: string;
  readonly of: OperatorExamples;
  readonly attribute: string;
  readonly verdict: VerdictWord | "not claimed";
}

const ORDER = ["fail", "inconclusive", "pass", "not claimed"];

/** Those of attributes that failed first, then the open ones. */
export function pairGroups(views: readonly RunView[]): PairGroup[] {
  const names = distinctNames(views);
  const groups = views.flatMap((view, at) =>
    (view.details?.examples ?? []).map((of): PairGroup => {
      const words = view.verdicts
        .filter(({ claim }) => claim.attribute === of.attribute)
        .map(({ verdict }) => verdict);
      const verdict = worst(words) ?? "not claimed";
      return { view, model: names[at]!, of, attribute: of.attribute, verdict };
    }),
  );
  return groups.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

/** The pairs in the order in which they are given room: the worst of every operator before the second worst of any. */
export function byRank(
  groups: readonly PairGroup[],
): { readonly group: PairGroup; readonly pair: ExamplePair }[] {
  const most = Math.max(0, ...groups.map(({ of }) => of.shown.length));
  return Array.from({ length: most }, (_, rank) => rank).flatMap((rank) =>
    groups.flatMap((group) => {
      const pair = group.of.shown[rank];
      return pair === undefined ? [] : [{ group, pair }];
    }),
  );
}
