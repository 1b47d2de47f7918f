import { defineOracle, type Oracle, type OracleRequest } from "../../contract.js";
import { TareError } from "../../errors.js";
import { oracleKey } from "../../keys.js";
import { didYouMean } from "../../nearest.js";
import { BEHAVIOURS } from "../scripted/behaviours.js";

/** Raised where a rule answers differently than before: stored answers of the old rules are another oracle's. */
const VERSION = 1;

async function open(spec: string): Promise<Oracle> {
  const names = Object.keys(BEHAVIOURS);
  if (!Object.hasOwn(BEHAVIOURS, spec))
    throw new TareError(
      "TARE_ORACLE_SPEC",
      `there is no behaviour "${spec}"${didYouMean(spec, names)}; there are ${names.join(", ")}`,
      { where: "scripted" },
    );
  const behaviour = BEHAVIOURS[spec]!;
  const note = `rules of tare, version ${VERSION}: no language model`;
  const identity = { kind: "scripted", model: spec, address: "", files: {}, note };
  return {
    key: oracleKey(identity),
    identity,
    concurrency: 8,
    async ask(request: OracleRequest, signal: AbortSignal) {
      if (signal.aborted) throw new TareError("TARE_INTERRUPTED", "given up while the oracle was asked");
      const { text, finish = "stop" } = behaviour.reply(request);
      const counted = { promptTokens: null, completionTokens: null, attempts: 1, milliseconds: 0 };
      return { text, finish, servedModel: "", ...counted };
    },
    close: async () => {},
  };
}

export default defineOracle({
  summary: "Rules that stand for a language model: for tests, dry runs and documentation.",
  usage: "scripted:BEHAVIOUR, as in scripted:good",
  details: Object.entries(BEHAVIOURS).map(([name, { summary }]) => `${name.padEnd(14)}${summary}`),
  open,
});
