import pLimit, { type LimitFunction } from "p-limit";
import type { Message, Oracle, OracleReply } from "../../contract.js";
import { describeError, TareError } from "../../errors.js";
import { promptKey } from "../../keys.js";
import { type KnownCall, readCall } from "../../store/oracle/calls.js";
import type { Asked, NoAnswer } from "../asking.js";
import type { OracleBudget } from "./budget.js";
import { keepAnswer } from "./keep-answer.js";
import type { AskingOptions } from "./open-asking.js";
import type { Question } from "./question.js";
import { openSpending, type Spent, usageOf } from "./spending.js";
import type { Tally } from "./tally.js";

/** What is known of a question: the row of its answer, or why there is none. */
export type Put =
  | { readonly kind: "call"; readonly call: KnownCall }
  | { readonly kind: "none"; readonly reason: NoAnswer; readonly detail: string };

interface Putting {
  (question: Question): Promise<Put>;
  spent(): Spent;
  /** Why nothing is asked any more; undefined while questions are. */
  stopped(): string | undefined;
  /** The failure behind it. */
  stoppedBy(): TareError | undefined;
}

/** Nothing can be had from an oracle that fails so. */
const ENDS: ReadonlySet<string> = new Set([
  "TARE_ORACLE_UNREACHABLE",
  "TARE_ORACLE_KEY",
  "TARE_ORACLE_MODEL",
]);
/** These may be of one question alone. */
const PASSES: ReadonlySet<string> = new Set([
  "TARE_ORACLE_BUSY",
  "TARE_ORACLE_TIMEOUT",
  "TARE_ORACLE_ANSWER",
]);
/**
 * So many questions in a row without an answer, and the rest would have none either. A server that answers what is no
 * completion may do so of all questions to one prompt (too long for it): they count as one.
 */
const MOST_FAILURES = 5;

/**
 * Answers questions: from the store where they were asked before, else by asking, each once however often it is asked at
 * the same time. An answer is stored before anyone sees it; a failure is not, but holds for the questions of this command.
 */
export function openPutting(
  options: AskingOptions & { readonly budget: OracleBudget; readonly tally: Tally },
): Putting {
  const { store, around, budget, tally } = options;
  const spending = openSpending(budget);
  const limits = new Map<Oracle, LimitFunction>();
  const known = new Map<string, Promise<Put>>();
  let stopped: string | undefined;
  let stoppedBy: TareError | undefined;
  const failures = new Set<string>();

  const stop = (error: TareError, because = ""): void => {
    if (stopped !== undefined) return;
    stopped = `${because}${error.code}: ${error.message}`;
    stoppedBy = error;
    (around.warn ?? around.progress.say)(
      `${describeError(error)}${because === "" ? "" : `\n  (${because.trim()})`}`,
    );
  };
  const fail = (error: unknown, { key, inputs }: Question): Put => {
    if (!(error instanceof TareError)) throw error;
    const code: string = error.code;
    if (code === "TARE_ORACLE_NOT_RECORDED") return none("oracle-not-recorded", error.message);
    if (!ENDS.has(code) && !PASSES.has(code)) throw error;
    const { prompt } = inputs as { readonly prompt?: readonly Message[] };
    failures.add(code === "TARE_ORACLE_ANSWER" && prompt !== undefined ? promptKey(prompt) : key);
    if (ENDS.has(code)) stop(error);
    else if (failures.size >= MOST_FAILURES)
      stop(error, `${failures.size} questions in a row had no answer; the last: `);
    return none("oracle-unreachable", `${code}: ${error.message}`);
  };

  /** Asks: nobody has asked this before. */
  const send = async (question: Question): Promise<Put> => {
    const { oracle, request } = question;
    const price = oracle.identity.address === "" ? undefined : options.price;
    const room = await spending.room(request.messages, request.sampling, price);
    if (typeof room === "string") return none("oracle-over-budget", room);
    if (stopped !== undefined || around.signal.aborted) room("unsent");
    if (around.signal.aborted) throw interrupted();
    if (stopped !== undefined) return none("oracle-unreachable", stopped);
    tally.asked(request.step);
    let reply: OracleReply;
    try {
      reply = await oracle.ask(request, around.signal);
    } catch (error) {
      room("unanswered");
      return fail(error, question);
    }
    failures.clear();
    const usage = usageOf(request.messages, reply, price);
    room(usage);
    return { kind: "call", call: keepAnswer(store, question, reply, usage.cost, around.now()) };
  };

  const answer = async (question: Question): Promise<Put> => {
    const stored = readCall(store, question.key);
    if (stored !== undefined) {
      tally.taken(question.request.step);
      return { kind: "call", call: stored };
    }
    if (around.signal.aborted) throw interrupted();
    const { oracle } = question;
    const limit = limits.get(oracle) ?? pLimit(oracle.concurrency);
    limits.set(oracle, limit);
    return limit(() => send(question));
  };

  const put = (question: Question): Promise<Put> => {
    const before = known.get(question.key);
    if (before !== undefined) return before;
    const now = answer(question).then((put) => {
      if (put.kind === "call") known.delete(question.key);
      else tally.none(question.request.step, put.reason);
      return put;
    });
    known.set(question.key, now);
    return now;
  };
  return Object.assign(put, { spent: spending.spent, stopped: () => stopped, stoppedBy: () => stoppedBy });
}

function none(reason: NoAnswer, detail: string): Put {
  return { kind: "none", reason, detail };
}

function interrupted(): TareError {
  return new TareError("TARE_INTERRUPTED", "interrupted while an oracle was asked");
}

/** What a stored call says, `calls` aside. */
export function readOutcome<T>({ outcome, parsed, problem }: KnownCall): DistributiveOmit<Asked<T>, "calls"> {
  if (outcome === "read") return { kind: "answer", answer: JSON.parse(parsed!) as T };
  return { kind: "none", reason: `oracle-${outcome}`, detail: problem };
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
