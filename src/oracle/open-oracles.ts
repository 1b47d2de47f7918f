import { resolve } from "node:path";
import type { Oracle, OracleOptions } from "../contract.js";
import type { Around } from "../stages/around.js";
import { type OracleBudget, type OraclePrice, parseOracleBudget, parseOraclePrice } from "./ask/budget.js";
import { openOracle } from "./open.js";

/** Who is asked and how much; as on the command line. */
export interface OracleAsked {
  /** A URL, or KIND:REST. */
  readonly oracle?: string | undefined;
  readonly oracleModel?: string | undefined;
  /** Another one that verifies; the oracle itself if left out. */
  readonly verifier?: string | undefined;
  /** Its model; without `verifier`, another model at the oracle's address. */
  readonly verifierModel?: string | undefined;
  /** `500calls,200000tokens,5cost` */
  readonly oracleBudget?: string | undefined;
  /** `0.15/0.6`: what a million tokens of question and of answer cost. */
  readonly oraclePrice?: string | undefined;
  /** Most questions that are open at once. */
  readonly oracleConcurrency?: number | undefined;
  /** Seconds to wait for an answer. */
  readonly oracleTimeout?: number | undefined;
  /** Of an oracle that runs here. */
  readonly oracleDevice?: string | undefined;
  readonly oracleDtype?: string | undefined;
  /** Folder of prompt files in place of those of the package. */
  readonly oraclePrompts?: string | undefined;
}

export interface OpenOracles {
  readonly oracle: Oracle;
  /** The oracle itself where there is no other. */
  readonly verifier: Oracle;
  readonly prompts: string | undefined;
  readonly budget: OracleBudget | undefined;
  readonly price: OraclePrice | undefined;
  close(): Promise<void>;
}

/** Opens an oracle and its verifier. Throws TARE_ORACLE_BUDGET, TARE_ORACLE_SPEC and the kinds' own errors. */
export async function openOracles(
  spec: string,
  asked: Omit<OracleAsked, "oracle">,
  { cwd, progress, warn = progress.say }: Pick<Around, "cwd" | "progress" | "warn">,
): Promise<OpenOracles> {
  const price = asked.oraclePrice === undefined ? undefined : parseOraclePrice(asked.oraclePrice);
  const budget = asked.oracleBudget === undefined ? undefined : parseOracleBudget(asked.oracleBudget, price);
  const { oraclePrompts, verifier: other, verifierModel } = asked;
  const options: OracleOptions = {
    ...{ cwd, warn, model: asked.oracleModel },
    ...{ concurrency: asked.oracleConcurrency, timeout: asked.oracleTimeout },
    ...{ device: asked.oracleDevice, dtype: asked.oracleDtype },
  };
  const oracle = await openOracle(spec, options);
  try {
    const verifier = await openVerifier(oracle, spec, options, other, verifierModel);
    let closed = false;
    return {
      ...{ oracle, verifier, budget, price },
      prompts: oraclePrompts === undefined ? undefined : resolve(cwd, oraclePrompts),
      async close() {
        if (closed) return;
        closed = true;
        await oracle.close();
        if (verifier !== oracle) await verifier.close();
      },
    };
  } catch (error) {
    await oracle.close();
    throw error;
  }
}

function openVerifier(
  oracle: Oracle,
  spec: string,
  options: OracleOptions,
  other: string | undefined,
  model: string | undefined,
): Promise<Oracle> | Oracle {
  if (other !== undefined) return openOracle(other, { ...options, model, keyFrom: "TARE_VERIFIER_KEY" });
  return model === undefined ? oracle : openOracle(spec, { ...options, model });
}
