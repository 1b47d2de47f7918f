import type { OracleReply, OracleStep } from "../../contract.js";
import type { Store } from "../open.js";

/** A stored answer by what was asked, to be replayed. */
export interface RecordedAnswer {
  readonly step: OracleStep;
  /** JSON: what the prompt file was filled with. */
  readonly inputs: string;
  /** As it came. */
  readonly text: string;
  readonly finish: OracleReply["finish"];
  /** Name of the model that was asked. */
  readonly model: string;
}

/**
 * Every answer that a database holds. What was asked several times (of several models, with several prompt files, or again
 * because the first answer could not be read) comes as the answer that was read, the latest of them.
 */
export function* readRecordedAnswers({ db }: Pick<Store, "db">): Generator<RecordedAnswer> {
  const rows = db.prepare<[], Omit<RecordedAnswer, "finish"> & { readonly outcome: string }>(
    `SELECT step, inputs, text, outcome, model FROM (
       SELECT t.step, c.inputs, c.answer AS text, c.outcome, o.model,
              row_number() OVER (PARTITION BY t.step, c.inputs ORDER BY c.outcome = 'read' DESC, c.at DESC, c.key) AS rank
         FROM oracle_calls c JOIN oracle_templates t ON t.digest = c.template JOIN oracles o ON o.key = c.oracle)
      WHERE rank = 1 ORDER BY step, inputs`,
  );
  for (const { outcome, ...row } of rows.iterate()) yield { ...row, finish: finishOf(outcome) };
}

function finishOf(outcome: string): OracleReply["finish"] {
  if (outcome === "truncated") return "length";
  return outcome === "refused" ? "refused" : "stop";
}
