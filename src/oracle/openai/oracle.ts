import type { Oracle, OracleOptions, OracleReply, OracleRequest } from "../../contract.js";
import { messageOf } from "../../errors.js";
import { oracleKey } from "../../keys.js";
import { stopwatch } from "../stopwatch.js";
import { readCompletion } from "./completion.js";
import type { Came, Connection } from "./connection.js";
import { type Failures, isDeclined } from "./failures.js";
import { BEST, concede, concessions, type Manners, requestBody } from "./manners.js";
import { missingModel } from "./models.js";

/** Few: a small server answers one by one, and the others wait for it while their time-out runs. */
const CONCURRENCY = 4;

interface Parts {
  readonly model: string;
  readonly address: string;
  readonly where: string;
  readonly connection: Connection;
  readonly failures: Failures;
  readonly options: OracleOptions;
}

type Answer = Omit<OracleReply, "attempts" | "milliseconds">;

export function servedOracle({ model, address, where, connection, failures, options }: Parts): Oracle {
  const identity = { kind: "openai", model, address, files: {}, note: "" };
  const told = new Set<string>();
  let manners = BEST;
  /** Whether it has taken the present `manners`. */
  let proven = false;

  const learn = (used: Manners): void => {
    for (const text of concessions(BEST, used).filter((one) => !told.has(one))) {
      told.add(text);
      options.warn?.(`${where}: ${text}`);
    }
    // What one question alone had to be asked without, the others are not.
    if (!proven) manners = used;
    proven = true;
  };

  const ask = async (request: OracleRequest, signal: AbortSignal): Promise<OracleReply> => {
    const started = stopwatch();
    let attempts = 0;
    const reply = (answer: Answer): OracleReply => ({
      ...answer,
      attempts,
      milliseconds: Math.round(stopwatch() - started),
    });
    for (let used: Manners | undefined = manners; ; ) {
      const came: Came = await connection.complete(requestBody(model, request, used), signal);
      attempts += came.attempts;
      if (came.status >= 200 && came.status < 300) {
        const answer = readOr(came, failures);
        learn(used);
        return reply(answer);
      }
      if (isDeclined(came)) return reply(declined(came, failures));
      const other: Manners | undefined = concede(used, came, proven && used === manners);
      if (other === undefined)
        throw (await missingModel(came, model, connection, { where, signal })) ?? failures.of(came);
      used = other;
    }
  };

  return {
    key: oracleKey(identity),
    identity,
    concurrency: options.concurrency ?? CONCURRENCY,
    ask,
    close: async () => connection.close(),
  };
}

function readOr(came: Came, failures: Failures): Answer {
  try {
    return readCompletion(came.body);
  } catch (error) {
    throw failures.unread(messageOf(error), came);
  }
}

function declined(came: Came, { told }: Failures): Answer {
  return {
    text: told(came),
    finish: "refused",
    servedModel: "",
    promptTokens: null,
    completionTokens: null,
  };
}
