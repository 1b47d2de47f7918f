import cliProgress from "cli-progress";
import type { Progress } from "../contract.js";
import { printNote } from "./terminal.js";

/** A bar with rate and ETA on a terminal, a plain line every few seconds elsewhere, nothing when quiet. */
export function makeProgress(quiet: boolean): Progress {
  if (quiet) return { update: () => {}, say: () => {}, end: () => {} };
  return process.stderr.isTTY === true ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  let stage = "";
  let bar: cliProgress.SingleBar | undefined;
  const stop = () => {
    bar?.stop();
    bar = undefined;
    stage = "";
  };
  const start = (name: string, total: number) => {
    stop();
    stage = name;
    const format =
      total > 0
        ? "{stage} {bar} {percentage}%  {value}/{total}  {note}  eta {eta_formatted}"
        : "{stage} {value}  {note}";
    const options = {
      format,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 200,
    };
    bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
    bar.start(total, 0, { stage: name, note: "" });
  };
  return {
    update(name, done, total, note = "") {
      if (name !== stage) start(name, total);
      bar?.update(done, { note });
    },
    say(line) {
      stop();
      printNote(line);
    },
    end: stop,
  };
}

const LINE_EVERY_MS = 5_000;

function lineProgress(): Progress {
  let stage = "";
  let began = 0;
  let first = 0;
  let said = 0;
  return {
    update(name, done, total, note = "") {
      const now = performance.now();
      if (name !== stage) {
        stage = name;
        [began, first, said] = [now, done, now];
        if (total > 0) printNote(`${name}: ${total}${note === "" ? "" : ` ${note}`}`);
        return;
      }
      if (now - said < LINE_EVERY_MS) return;
      said = now;
      const left =
        total > 0 && done > first
          ? ` · eta ${Math.ceil((((now - began) / (done - first)) * (total - done)) / 1000)} s`
          : "";
      printNote(`${name} ${done}${total > 0 ? `/${total}` : ""}${note === "" ? "" : ` · ${note}`}${left}`);
    },
    say: printNote,
    end: () => {},
  };
}
