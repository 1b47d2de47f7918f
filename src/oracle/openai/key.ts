import type { OracleOptions } from "../../contract.js";
import { TareError } from "../../errors.js";

export interface Key {
  /** The environment variable it is read from. */
  readonly from: NonNullable<OracleOptions["keyFrom"]>;
  /** Undefined where none is set: then none is sent. Stored and shown nowhere. */
  readonly secret: string | undefined;
}

/** The key of a served model, from its own variable and from no other. Errors: TARE_ORACLE_KEY, without the key. */
export function readKey({ keyFrom = "TARE_ORACLE_KEY" }: OracleOptions): Key {
  const secret = process.env[keyFrom] || undefined;
  if (secret === undefined || /^[\x21-\x7e]+$/.test(secret)) return { from: keyFrom, secret };
  throw new TareError("TARE_ORACLE_KEY", `${keyFrom} holds a character that no header may have`);
}
