import { closeSync, openSync, writeSync } from "node:fs";
import { messageOf, TareError } from "../errors.js";

/** A JSONL file that is written value by value. Throws TARE_OUTPUT. */
export function openLines(path: string) {
  const orRefuse = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new TareError("TARE_OUTPUT", messageOf(error), { where: path, cause: error });
    }
  };
  const file = orRefuse(() => openSync(path, "w"));
  return {
    write: (value: unknown): void => {
      orRefuse(() => writeSync(file, `${JSON.stringify(value)}\n`));
    },
    close: () => closeSync(file),
  };
}
