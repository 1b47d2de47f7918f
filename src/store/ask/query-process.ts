import { TareError } from "../../errors.js";
import { childFile } from "./child-file.js";
import type { FromChild, ToChild } from "./protocol.js";
import { startTied } from "./tied-process.js";

export interface QueryProcess {
  /** One question at a time. Throws TARE_QUERY_DIED. */
  say(message: ToChild): Promise<FromChild>;
  /** False once it has ended, of itself too. */
  isThere(): boolean;
  close(): Promise<void>;
}

/** Starts the process that runs one query; it ends with `close`, and with this process at the latest. */
export function startProcess(): QueryProcess {
  const { child, kill, complaint, untie } = startTied(childFile());
  let ended: TareError | undefined;
  let refuse: (error: TareError) => void = () => {};
  const exited = new Promise<void>((done) => {
    const end = (how: string) => {
      untie();
      const words = complaint().trim() === "" ? "" : `; its last words: ${complaint().trim()}`;
      ended ??= new TareError("TARE_QUERY_DIED", `the process of the query ended (${how})${words}`);
      refuse(ended);
      done();
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  return {
    say: (message) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        refuse = reject;
        child.once("message", (answer) => resolve(answer as FromChild));
        // A failed send is followed by "close", which rejects what waits.
        child.send(message, () => {});
      }),
    isThere: () => ended === undefined,
    close: async () => {
      kill();
      await exited;
    },
  };
}
