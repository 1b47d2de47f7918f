import type { VerdictWord } from "../contract.js";
import { ledCommand } from "../reports/layout/command-lines.js";
import {
  count,
  counted,
  figures,
  MARKS,
  oneLine,
  scaleWords,
  tally,
  VERDICT_WORDS,
} from "../reports/layout/words.js";
import { padEnd, wrap } from "../reports/layout/wrap.js";
import type { StoredRun } from "../store/browse/read-run.js";
import type { Sheet } from "./sheet.js";

const LABEL = 9;

/** A run as a card: what it is, how far it came, and where to go on. */
export function runLines(run: StoredRun, sheet: Sheet, elsewhere: readonly string[]): string[] {
  const { width, paint, sign } = sheet;
  const verdict = run.verdict === null ? [] : [paint.verdict(run.verdict, VERDICT_WORDS[run.verdict])];
  const rows = rowsOf(run).flatMap(([label, text]) =>
    wrap(`  ${padEnd(label, LABEL)} ${text}`, width, LABEL + 3).map(sign),
  );
  return [
    [paint.strong(`run ${oneLine(run.run)}`), run.state, ...verdict].join("  "),
    ...rows,
    ...claimLines(run, sheet),
    "",
    ...commandsOf(run).flatMap(([lead, words]) =>
      ledCommand(lead, ["tare", ...words, ...elsewhere].map(oneLine), width).map(paint.quiet),
    ),
  ];
}

function rowsOf({ scorer, rubric, data, seed, ...run }: StoredRun): [string, string][] {
  const kind = [scorer.kind, scorer.architecture, scorer.dtype, scorer.provider].filter(
    (word) => word !== "",
  );
  const { texts, scale, noiseFloor } = run;
  return [
    ["model", oneLine(`${scorer.name} (${kind.join(", ")})`)],
    ["scorer", `${oneLine(scorer.key).slice(0, 12)}, reward ${oneLine(run.reward)}`],
    ["rubric", oneLine(`${rubric.name} (${rubric.digest.slice(0, 12)})`)],
    ["data", data.files.length === 0 ? "no file known" : data.files.map(oneLine).join(", ")],
    ["", `${counted(data.items, "item")} on ${counted(data.prompts, "prompt")}, seed ${seed}`],
    [
      "begun",
      `${run.begun.slice(0, 16).replace("T", " ")}${run.judgedBy === null ? "" : `, judged by tare ${oneLine(run.judgedBy)}`}`,
    ],
    ["pairs", `${count(run.pairs)}; ${count(run.skipped)} more asked for came to nothing`],
    ["texts", `${count(texts.scored)} of ${count(texts.total)} scored, ${count(texts.truncated)} truncated`],
    ...(scale.used === null
      ? []
      : [["ruler", scaleWords({ scale: { ...scale, used: scale.used } })] as [string, string]]),
    ...(noiseFloor === null ? [] : [["noise", `floor ${figures(noiseFloor)}`] as [string, string]]),
  ];
}

/** The tally, and the claims by verdict, the worst first. */
function claimLines({ verdicts }: StoredRun, { width, paint, sign }: Sheet): string[] {
  if (verdicts.length === 0) return [];
  const words: readonly VerdictWord[] = ["fail", "inconclusive", "pass"];
  const lines = words.flatMap((word) => {
    const names = verdicts
      .filter(({ verdict }) => verdict === word)
      .map(({ claim }) => `${oneLine(claim.id)}${claim.severity === "warn" ? " (warns only)" : ""}`);
    if (names.length === 0) return [];
    const [first, ...others] = wrap(`  ${MARKS[word]} ${names.join(", ")}`, width, 4);
    return [paint.verdict(word, sign(first!)), ...others.map(sign)];
  });
  const [head, ...rest] = wrap(`CLAIMS  ${tally(verdicts)}`, width, 2);
  return ["", paint.strong(head!), ...rest, ...lines];
}

function commandsOf({ run, state, verdicts }: StoredRun): [string, string[]][] {
  const id = run.slice(0, 12);
  if (state !== "complete") return [["what there is:", ["list", "runs"]]];
  const failed = verdicts.find(({ verdict }) => verdict === "fail");
  return [
    ["the whole report:", ["report", "--run", id]],
    ["on a page:", ["report", "--run", id, "--report", "html=tare.html"]],
    ...(failed === undefined
      ? []
      : [["effects by operator:", ["query", "effects", "--param", `run=${id}`]] as [string, string[]]]),
    ["what was skipped:", ["query", "skipped-by-reason", "--param", `run=${id}`]],
  ];
}
