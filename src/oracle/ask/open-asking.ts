import type { Oracle } from "../../contract.js";
import type { TareError } from "../../errors.js";
import type { Around } from "../../stages/around.js";
import type { Store } from "../../store/open.js";
import { writeOracle } from "../../store/oracle/oracles.js";
import { writeTemplate } from "../../store/oracle/templates.js";
import type { Asked, Asking } from "../asking.js";
import type { AnswerOf } from "../steps.js";
import { NO_BUDGET, type OracleBudget, type OraclePrice } from "./budget.js";
import { openPutting, type Put, readOutcome } from "./put-question.js";
import { askAgain, askFirst, type Question } from "./question.js";
import { type Prompts, readPrompts, shippedPrompts } from "./read-prompts.js";
import { type AskingTally, openTally } from "./tally.js";

export interface AskingOptions {
  readonly store: Store;
  readonly oracle: Oracle;
  /** Who verifies; the oracle itself if left out. */
  readonly verifier?: Oracle | undefined;
  /** Folder of the prompt files; those of the package if left out. */
  readonly prompts?: string | undefined;
  readonly seed: number;
  readonly budget?: OracleBudget | undefined;
  /** Of oracles that are served at an address; others cost nothing. */
  readonly price?: OraclePrice | undefined;
  readonly around: Pick<Around, "progress" | "warn" | "signal" | "now">;
}

export interface OpenAsking extends Asking {
  readonly prompts: Prompts;
  /** What came of it up to now. */
  tally(): AskingTally;
  /** The failure after which nothing was asked any more; for commands that are nothing without an oracle. */
  stoppedBy(): TareError | undefined;
}

/** Opens who asks the oracles of a command. Throws TARE_ORACLE_PROMPT; asking throws TARE_INTERRUPTED. */
export function openAsking(options: AskingOptions): OpenAsking {
  const { store, oracle, verifier = oracle, seed } = options;
  const prompts = readPrompts(options.prompts ?? shippedPrompts());
  for (const one of [oracle, verifier]) writeOracle(store, one);
  for (const prompt of Object.values(prompts)) writeTemplate(store, prompt);
  const tally = openTally();
  const put = openPutting({ ...options, budget: options.budget ?? NO_BUDGET, tally });
  const who = (role: "oracle" | "verifier" | undefined) => (role === "verifier" ? verifier : oracle);
  return {
    prompts,
    templates: Object.fromEntries(
      Object.entries(prompts).map(([step, { digest }]) => [step, digest]),
    ) as never,
    keyOf: (role) => who(role).key,
    async ask(step, inputs, role) {
      const first = askFirst(who(role), prompts[step], inputs, seed);
      const answered = await put(first);
      if (answered.kind === "none" || answered.call.outcome !== "unreadable")
        return asAsked([first], answered);
      const again = askAgain(first, answered.call.answer, answered.call.problem);
      return asAsked([first, again], await put(again));
    },
    tally: () => ({ ...tally.read(), ...put.spent(), stopped: put.stopped() }),
    stoppedBy: put.stoppedBy,
  };
}

function asAsked<S extends keyof Prompts>(asked: readonly Question<S>[], last: Put): Asked<AnswerOf<S>> {
  const keys = asked.map(({ key }) => key);
  // A question that got no answer leaves no row to refer to.
  if (last.kind === "none") return { ...last, calls: keys.slice(0, -1) };
  return { ...readOutcome<AnswerOf<S>>(last.call), calls: keys };
}
