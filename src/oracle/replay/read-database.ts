import { hash } from "node:crypto";
import type { OracleReply } from "../../contract.js";
import { TareError } from "../../errors.js";
import { canonicalJson, digestOf } from "../../keys.js";
import { didYouMean } from "../../nearest.js";
import { openUntouched } from "../../store/open-untouched.js";
import { answeringOracles, type RecordedCall, rawAnswer, recordedCalls } from "../../store/oracle/answers.js";
import { type Question, questionKey, type Recording } from "./recorded.js";

interface Held {
  readonly call: string;
  /** Digest of the messages that were sent. */
  readonly sent: string;
  /** Digest of what was said. */
  readonly said: string;
  readonly outcome: RecordedCall["outcome"];
}

const FINISH: Readonly<Record<RecordedCall["outcome"], OracleReply["finish"]>> = {
  read: "stop",
  unreadable: "stop",
  refused: "refused",
  truncated: "length",
};

/**
 * The answers that a tare database holds, of one model or of all; it is only read, and stays open. Its digest is that of
 * questions and answers: replaying a database into itself does not change it. Errors: TARE_ORACLE_REPLAY,
 * TARE_ORACLE_MODEL, TARE_DB_….
 */
export function readRecorded(path: string, model: string | undefined): Recording {
  const store = openUntouched(path);
  try {
    const who = answeringOracles(store);
    if (who.length === 0)
      throw new TareError("TARE_ORACLE_REPLAY", "the database holds no answer of an oracle", { where: path });
    const chosen = who.filter((one) => model === undefined || one.model === model);
    if (chosen.length === 0) throw strange(model!, who, path);
    const questions = new Map<string, Held[]>();
    recordedCalls(store, model, ({ key, step, inputs, messages, outcome, said }) => {
      const question = questionKey(step, JSON.parse(inputs));
      const held = { call: key, sent: digestOf(JSON.parse(messages)), said: saidOf(said), outcome };
      questions.set(question, [...(questions.get(question) ?? []), held]);
    });
    return {
      model: distinct(chosen.map((one) => one.model)).join(", "),
      note: distinct(chosen.map(({ note }) => note).filter((note) => note !== "")).join("; "),
      digest: digestOfAll(questions),
      find(question) {
        const held = choose(questions.get(questionKey(question.step, question.inputs)) ?? [], question, path);
        return held && { ...rawAnswer(store, held.call), finish: FINISH[held.outcome] };
      },
      close: () => store.db.close(),
    };
  } catch (error) {
    store.db.close();
    throw error;
  }
}

/**
 * The answer to these very messages, so that a mended answer follows the one it mends; else, where the prompt file has
 * been edited since, the answer that could be read to the same question. Errors: TARE_ORACLE_NOT_RECORDED.
 */
function choose(held: readonly Held[], { step, messages }: Question, path: string): Held | undefined {
  const sent = digestOf(messages);
  const exact = held.filter((one) => one.sent === sent);
  const read = held.filter(({ outcome }) => outcome === "read");
  const candidates = [exact, read, held].find((some) => some.length > 0) ?? [];
  if (distinct(candidates.map(({ said }) => said)).length <= 1) return candidates[0];
  throw new TareError(
    "TARE_ORACLE_NOT_RECORDED",
    `the database holds ${candidates.length} answers to this ${step} question that differ`,
    {
      where: path,
      fix: "Say whose answers are meant with --oracle-model (of a verifier: --verifier-model).",
    },
  );
}

function saidOf(said: string): string {
  try {
    return digestOf(JSON.parse(said));
  } catch {
    return digestOf(said);
  }
}

function digestOfAll(questions: ReadonlyMap<string, readonly Held[]>): string {
  const lines = [...questions].flatMap(([question, held]) =>
    held.map(({ sent, said, outcome }) => canonicalJson([question, sent, said, outcome])),
  );
  return hash("sha256", distinct(lines).join("\n"), "hex");
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function strange(model: string, who: readonly { readonly model: string }[], path: string): TareError {
  const models = distinct(who.map((one) => one.model));
  return new TareError(
    "TARE_ORACLE_MODEL",
    `"${model}" answered nothing in it${didYouMean(model, models)}; there are answers of ${models.join(", ")}`,
    { where: path },
  );
}
