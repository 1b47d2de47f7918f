import type { OpenAsking } from "../ask/open-asking.js";
import type { Asking } from "../asking.js";

/** Asks for a command that is nothing without its oracle: what ends the asking (no server, a wrong key) is thrown. */
export function endingAsk({ ask, stoppedBy }: Pick<OpenAsking, "ask" | "stoppedBy">): Asking["ask"] {
  return async (step, inputs, role) => {
    const asked = await ask(step, inputs, role);
    const ended = stoppedBy();
    if (ended !== undefined) throw ended;
    return asked;
  };
}
