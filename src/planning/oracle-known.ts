import { MAY_COME } from "../oracle/asking.js";
import { oracleOperators } from "../pairs/oracle-operators.js";
import type { Survey } from "./survey.js";

/** How much is known of the pairs that an oracle is to make. */
export interface OracleKnown {
  /** Answers of items, times operators. */
  readonly of: number;
  /** Those with a pair, or with a reason for there being none that stands. */
  readonly known: number;
}

/** Undefined where no operator is asked of an oracle. */
export function oracleKnown({ operators }: Pick<Survey, "operators">): OracleKnown | undefined {
  const own = operators.filter(({ selected }) => oracleOperators([selected]).length > 0);
  if (own.length === 0) return undefined;
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const skipped = own.flatMap((one) => [...one.skipped]);
  const unknown = sum(skipped.filter(([reason]) => MAY_COME.has(reason)).map(([, count]) => count));
  const of = sum(own.flatMap(({ pairs }) => pairs)) + sum(skipped.map(([, count]) => count));
  return { of, known: of - unknown };
}
