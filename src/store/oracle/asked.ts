import type { Message, OracleIdentity, OracleSampling, OracleStep } from "../../contract.js";
import type { Store } from "../open.js";
import type { StoredCall } from "./calls.js";
import { readOracle } from "./oracles.js";

/** A question behind an intervention, and what came back. */
export interface AskedCall
  extends Omit<StoredCall, "oracle" | "inputs" | "schema" | "messages" | "sampling" | "parsed"> {
  /** Its step; of a verification with the order: `verify base first`, `verify variant first`. */
  readonly part: string;
  readonly step: OracleStep;
  /** Version of the prompt file. */
  readonly version: number;
  readonly oracle: OracleIdentity;
  readonly messages: readonly Message[];
  readonly sampling: OracleSampling;
  /** What was read in it; null where it could not be. */
  readonly parsed: unknown;
}

export interface InterventionPlace {
  readonly settings: string;
  readonly item: string;
  readonly operator: string;
}

interface Row extends Omit<AskedCall, "oracle" | "messages" | "sampling" | "parsed"> {
  readonly oracle: string;
  readonly messages: string;
  readonly sampling: string;
  readonly parsed: string | null;
}

/** The questions of one intervention, in order. */
export function readAsked(store: Store, { settings, item, operator }: InterventionPlace): AskedCall[] {
  const rows = store.db
    .prepare<[string, string, string], Row>(
      `SELECT c.key, n.part, t.step, t.version, c.template, c.oracle, c.served_model AS servedModel, c.repairs, c.messages, c.sampling,
              c.answer, c.outcome, c.parsed, c.problem, c.prompt_tokens AS promptTokens, c.completion_tokens AS completionTokens, c.cost,
              c.attempts, c.milliseconds, c.at
         FROM oracle_intervention_calls n JOIN oracle_calls c ON c.key = n.call JOIN oracle_templates t ON t.digest = c.template
        WHERE n.settings = ? AND n.item = ? AND n.operator = ? ORDER BY n.ordinal`,
    )
    .all(settings, item, operator);
  return rows.map((row) => ({
    ...row,
    oracle: readOracle(store, row.oracle)!,
    messages: JSON.parse(row.messages) as Message[],
    sampling: JSON.parse(row.sampling) as OracleSampling,
    parsed: row.parsed === null ? null : (JSON.parse(row.parsed) as unknown),
  }));
}
