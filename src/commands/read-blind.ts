import { createInterface } from "node:readline";
import { readAnswer } from "../review/answer.js";
import { type BlindPair, shownFirst } from "../review/blind.js";
import { type Judged, judgedBy, writeJudgements } from "../store/judgements.js";
import type { Store } from "../store/open.js";
import { showBlind } from "./show-blind.js";

const ASK =
  "better answer?  1 first · 2 second · t tie · x invalid (broken) · s skip · q quit; words after it are kept as a note";

export interface Reading {
  readonly judged: number;
  /** Pairs of the drawing that this reader had judged before. */
  readonly before: number;
  /** Left for another time. */
  readonly left: number;
}

/**
 * Shows pairs on stderr one by one and takes judgements from stdin, line by line; each is stored before the next pair is
 * shown, so that a reader may stop at any time and go on later.
 */
export async function readBlind(
  store: Store,
  pairs: readonly BlindPair[],
  { reader, now, color }: { readonly reader: string; readonly now: () => string; readonly color: boolean },
): Promise<Reading> {
  const known = judgedBy(store, reader);
  const open = pairs.filter(({ pair }) => !known.has(pair));
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const typed = lines[Symbol.asyncIterator]();
  const say = (text: string) => process.stderr.write(text);
  let judged = 0;
  try {
    reading: for (const [index, pair] of open.entries()) {
      say(
        `${showBlind(pair, `${pairs.length - open.length + index + 1} of ${pairs.length}`, color)}\n${ASK}\n`,
      );
      for (;;) {
        say("> ");
        const { value, done } = await typed.next();
        if (done === true) break reading;
        const answer = readAnswer(value);
        if (answer?.kind === "quit") break reading;
        if (answer === undefined) {
          say(`"${value.trim()}" is none of 1, 2, t, x, s, q\n`);
          continue;
        }
        if (answer.kind !== "judgement") break;
        writeJudgements(store, [judgedOf(pair, answer, reader, now())]);
        judged++;
        break;
      }
    }
  } finally {
    lines.close();
  }
  return { judged, before: pairs.length - open.length, left: open.length - judged };
}

function judgedOf(
  { pair, seed }: BlindPair,
  { judgement, note }: Pick<Judged, "judgement" | "note">,
  reader: string,
  at: string,
): Judged {
  return { pair, reader, seed, shown: shownFirst(pair, seed), judgement, note, at };
}
