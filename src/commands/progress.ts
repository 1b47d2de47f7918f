import cliProgress from "cli-progress";
import type { Progress } from "../contract.js";
import { startEta } from "./eta.js";
import { printNote } from "./terminal.js";

/** A bar with rate and ETA on a terminal, a plain line every few seconds elsewhere, nothing when quiet. */
export function makeProgress(quiet: boolean): Progress {
  if (quiet) return { update: () => {}, say: () => {}, end: () => {} };
  return process.stderr.isTTY === true ? barProgress() : lineProgress();
}

function barProgress(): Progress {
  let stage = "";
  let bar: cliProgress.SingleBar | undefined;
  let eta = startEta(0);
  const stop = () => {
    bar?.stop();
    bar = undefined;
    stage = "";
  };
  const start = (name: string, done: number, total: number, note: string) => {
    stop();
    stage = name;
    eta = startEta(done);
    const format =
      total > 0 ? "{stage} {bar} {percentage}%  {value}/{total}  {note}  {left}" : "{stage} {value}  {note}";
    const options = { format, stream: process.stderr, hideCursor: true, clearOnComplete: true };
    bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
    bar.start(total, done, { stage: name, note, left: "" });
  };
  return {
    update(name, done, total, note = "") {
      if (name !== stage) start(name, done, total, note);
      bar?.update(done, { note, left: eta(done, total) });
    },
    say(line) {
      stop();
      printNote(line);
    },
    end: stop,
  };
}

const LINE_EVERY_MS = 5_000;

/** `statistics: 12 parts`; notes begin with their noun in the plural, and of one thing it loses its s. */
export function headOf(name: string, total: number, note: string): string {
  const noun = total === 1 ? note.replace(/^([a-z]+)s\b/, "$1") : note;
  return `${name}: ${total}${noun === "" ? "" : ` ${noun}`}`;
}

function lineProgress(): Progress {
  let stage = "";
  let said = 0;
  let eta = startEta(0);
  return {
    update(name, done, total, note = "") {
      const now = performance.now();
      if (name !== stage) {
        [stage, said, eta] = [name, now, startEta(done)];
        if (total > 0) printNote(headOf(name, total, note));
        return;
      }
      if (now - said < LINE_EVERY_MS) return;
      said = now;
      const parts = [`${name} ${done}${total > 0 ? `/${total}` : ""}`, note, eta(done, total)];
      printNote(parts.filter((part) => part !== "").join(" · "));
    },
    say: printNote,
    end: () => {},
  };
}
