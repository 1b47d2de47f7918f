import type { Prepared, Scorer } from "../contract.js";

/** Batches on their way where the scorer names no number: one running, the others waiting at the session's door. */
const IN_FLIGHT = 3;

type Logits = readonly (readonly number[])[];

interface Sent {
  readonly batch: readonly Prepared[];
  readonly answer: Promise<Logits>;
  arrived: Logits | undefined;
}

export interface Pipeline {
  /** Sends a batch; waits only while the pipeline is full. Throws what an earlier batch threw. */
  send(batch: readonly Prepared[]): Promise<void>;
  /** Writes what is still on its way; when aborted, only what has arrived. */
  drain(): Promise<void>;
}

/** A bounded first-in, first-out queue before the scorer: `write` sees batches in the order they were sent. */
export function openPipeline(
  scorer: Scorer,
  write: (batch: readonly Prepared[], logits: Logits) => void,
  signal: AbortSignal,
): Pipeline {
  const most = Math.max(1, scorer.inFlight ?? IN_FLIGHT);
  const flight: Sent[] = [];
  const aborted = new Promise<void>((stop) => {
    if (signal.aborted) stop();
    signal.addEventListener("abort", () => stop(), { once: true });
  });
  const giveUp = (): void => {
    flight.length = 0;
  };
  const settleFirst = async (): Promise<void> => {
    const first = flight[0]!;
    try {
      await Promise.race([first.answer, aborted]);
      if (first.arrived === undefined) return giveUp();
      write(first.batch, first.arrived);
      flight.shift();
    } catch (error) {
      giveUp();
      throw error;
    }
  };
  return {
    send: async (batch) => {
      const sent: Sent = { batch, answer: scorer.score(batch), arrived: undefined };
      // Whoever waits for an earlier batch must still hear of this one's failure, but in turn.
      sent.answer.then(
        (logits) => {
          sent.arrived = logits;
        },
        () => {},
      );
      flight.push(sent);
      if (flight.length >= most) await settleFirst();
    },
    drain: async () => {
      while (flight.length > 0) await settleFirst();
    },
  };
}
