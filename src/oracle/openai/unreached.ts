import type { Oracle, OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";
import { oracleKey } from "../../keys.js";
import type { Address } from "./address.js";

/** What keeps a server from saying which model it has, and may have passed when the same is asked again. */
const PASSES: ReadonlySet<string> = new Set([
  "TARE_ORACLE_UNREACHABLE",
  "TARE_ORACLE_KEY",
  "TARE_ORACLE_BUSY",
  "TARE_ORACLE_TIMEOUT",
]);

/**
 * Stands for a server that could not be asked which model it has: every question fails for that reason, as it would of a
 * model that was named, so that whoever asks goes on with what there is. Throws errors that the command line is at fault for.
 */
export function unreachedOracle(error: unknown, { shown }: Address, { concurrency }: OracleOptions): Oracle {
  if (!(error instanceof TareError) || !PASSES.has(error.code)) throw error;
  const identity = { kind: "openai", model: "", address: shown, files: {}, note: "" };
  return {
    key: oracleKey(identity),
    identity,
    concurrency: concurrency ?? 1,
    ask: () => Promise.reject(error),
    close: () => Promise.resolve(),
  };
}
