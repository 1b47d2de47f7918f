import type { CommandModule } from "yargs";
import { TareError } from "../errors.js";
import { GATE_OPTIONS } from "./gate-options.js";
import { REPEATED, SHARED } from "./options.js";
import { tellVainWaivers } from "./tell-waivers.js";
import { printNote, printResult, writeResult } from "./terminal.js";
import { now } from "./today.js";
import { withStore } from "./with-store.js";

interface Args {
  run: string | undefined;
  db: string;
  out: string;
  key: string | undefined;
  also: string[];
  waivers: string | undefined;
}

export const attest: CommandModule<object, Args> = {
  command: "attest [run]",
  describe: "Write what a run's verdict is and rests on, signed, for whoever launches on it",
  builder: (yargs) =>
    yargs
      .positional("run", { ...SHARED.run, describe: "Run id or its beginning; the newest run if left out" })
      .option("db", SHARED.db)
      .option("out", {
        type: "string",
        demandOption: true,
        requiresArg: true,
        describe: "Write to this file; - is stdout",
      })
      .option("key", {
        type: "string",
        requiresArg: true,
        describe: "Ed25519 private key in PEM (PKCS #8); else the environment's TARE_SIGNING_KEY",
      })
      .option("also", {
        ...REPEATED,
        default: [] as string[],
        describe:
          "Vouch for this file or folder too, such as the PyTorch weights the graph was exported from; repeatable",
      })
      .option("waivers", GATE_OPTIONS.waivers)
      .example("$0 attest --out rm-v7.tare.json --key tare.key", "the newest run, signed")
      .example(
        "$0 attest 7f3a --out rm-v7.record.json",
        "without a key: a record, which nobody answers for",
      ) as never,
  async handler({ run: prefix, db, out, key, also, waivers }) {
    const { stateRun } = await import("../attest/statement.js");
    const { statementBytes } = await import("../attest/read.js");
    const { sealEnvelope } = await import("../attest/envelope.js");
    const { readWaivers } = await import("../waivers/read.js");
    const { selectRuns } = await import("../store/runs.js");
    const signer = await signingKey(key);
    const judging = { today: now(), waivers: readWaivers(waivers, process.cwd()) };
    const { digestAlso } = await import("../attest/also.js");
    const named = await digestAlso(also, process.cwd());
    const statement = await withStore(db, (store) => {
      const [run, ...others] = selectRuns(store, prefix, true);
      if (others.length > 0)
        throw new TareError(
          "TARE_NO_RUN",
          `the newest command weighed ${others.length + 1} models: name one run`,
        );
      return stateRun(store, run!, judging, named);
    });
    const sealed = signer === undefined ? statement : sealEnvelope(statementBytes(statement), signer);
    const text = `${JSON.stringify(sealed, null, 2)}\n`;
    if (out === "-") printResult(text);
    else writeResult(out, text);
    const { verdict, run, scorer } = statement.predicate;
    const what = signer === undefined ? "record" : "attestation";
    printNote(`${what} of run ${run.id.slice(0, 12)}: ${scorer.name}, ${verdict}`);
    if (signer === undefined)
      printNote("  not signed: a record, not an attestation; give --key FILE or TARE_SIGNING_KEY to sign it");
    tellVainWaivers([statement.predicate.waivers]);
  },
};

async function signingKey(file: string | undefined) {
  const { KEY_VARIABLE, privateKey, readKeyFile } = await import("../attest/keys.js");
  if (file !== undefined) return privateKey(readKeyFile(file, process.cwd()));
  const pem = process.env[KEY_VARIABLE] ?? "";
  return pem === "" ? undefined : privateKey({ pem, where: KEY_VARIABLE });
}
