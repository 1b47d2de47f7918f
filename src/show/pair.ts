import { ledCommand } from "../reports/layout/command-lines.js";
import { count, counted, oneLine } from "../reports/layout/words.js";
import { wrap, wrapFacts } from "../reports/layout/wrap.js";
import type { StoredPair } from "../store/browse/read-pair.js";
import { changeLines } from "./change-lines.js";
import { driftLines } from "./drift-lines.js";
import { operatorLabel } from "./operator-label.js";
import { pairOracleLines } from "./oracle/pair-lines.js";
import { pairScoreLines } from "./pair-scores.js";
import { promptLines, promptText } from "./prompt-lines.js";
import type { Sheet } from "./sheet.js";
import { textLines } from "./text-lines.js";
import { expectationWords } from "./way.js";

/** Places of a pair in the data that are told one by one. */
const PLACES = 3;

/** Everything of one pair for the eye. `elsewhere`: what names the database in a command. */
export function pairLines(pair: StoredPair, sheet: Sheet, elsewhere: readonly string[]): string[] {
  return [
    ...headLines(pair, sheet),
    ...promptPart(pair, sheet),
    ...changePart("", pair.base.response, pair.variant.response, sheet),
    ...pairOracleLines(pair, sheet, elsewhere),
    ...pairScoreLines(pair, sheet),
    ...driftLines(pair, sheet),
    ...readerLines(pair, sheet),
    ...goOnLines(pair, sheet, elsewhere),
  ];
}

function headLines({ key, operator, places, suspect }: StoredPair, sheet: Sheet): string[] {
  const { width, paint, sign } = sheet;
  const facts = [
    `attribute ${oneLine(operator.attribute)}`,
    expectationWords(operator),
    `version ${operator.version}`,
    `seed ${operator.seed}`,
  ];
  const shown = places.slice(0, PLACES).map((place) => {
    const { item, position, role, style, subset } = place;
    const kind = [role, style].filter((word) => word !== "").map(oneLine);
    return `answer ${position + 1} (${kind.join(", ")}) of item ${oneLine(item).slice(0, 12)}${subset === "" ? "" : `, subset ${oneLine(subset)}`}`;
  });
  const more = places.length > PLACES ? [`and ${count(places.length - PLACES)} more places`] : [];
  return [
    paint.strong(`pair ${oneLine(key)}`),
    ...wrapFacts([operatorLabel({ ...operator, augmentation: operator.name }), ...facts], width).map(sign),
    ...wrapFacts([...shown, ...more], width).map((line) => paint.quiet(sign(line))),
    ...wrap(oneLine(operator.summary), width).map(paint.quiet),
    ...(suspect
      ? wrap(
          "! at least half of its readers contradict its label: it is left out of all statistics",
          width,
          2,
        )
      : []),
  ];
}

/** Where the operator changed the question, the change is shown in it. */
function promptPart({ base, variant }: StoredPair, sheet: Sheet): string[] {
  const [before, after] = [base, variant].map(({ messages }) => promptText(messages));
  if (before === after) return promptLines(base.messages, sheet);
  return changePart("OF THE PROMPT", before!, after!, sheet);
}

/** What became of one of the two: of the answer where `of` is empty. */
function changePart(of: string, before: string, after: string, sheet: Sheet): string[] {
  const { paint, sign, width } = sheet;
  if (before === after) return ["", paint.strong("ANSWER"), ...textLines(before, sheet)];
  const title = (words: string) => paint.strong(`${words} ${of}`.trim());
  const change = changeLines(before, after, sheet);
  if (change === undefined) {
    const note = "two different texts: they have too little in common to be compared word by word";
    return [
      ...["", title("BASE"), ...textLines(before, sheet), "", title("VARIANT"), ...textLines(after, sheet)],
      ...wrap(`    ↳ ${note}`, width, 6).map((line) => paint.quiet(sign(line))),
    ];
  }
  const { gone, fresh } = change.words;
  const said =
    gone + fresh === 0 ? "white space alone" : `${counted(gone, "word")} gone, ${count(fresh)} new`;
  const key = sheet.color ? `${sheet.gone("gone")} ${sheet.fresh("new")}` : "[-gone-] {+new+}";
  return ["", `${title("CHANGE")}  ${paint.quiet(said)}  ${key}`, ...change.lines];
}

/** What readers said of the pair, its label hidden. */
function readerLines({ judgements }: StoredPair, { width, paint }: Sheet): string[] {
  if (judgements.length === 0) return [];
  const lines = judgements.flatMap(({ reader, prefers, note, at }) => {
    const said = { base: "the base is better", variant: "the variant is better", tie: "neither is better" }[
      prefers
    ];
    const words = `${oneLine(reader)}, ${at.slice(0, 10)}: ${said ?? "the pair is broken"}${note === "" ? "" : ` (${oneLine(note)})`}`;
    return wrap(`  ${words}`, width, 4);
  });
  return ["", paint.strong("READ BLIND"), ...lines];
}

function goOnLines(
  { operator, places, scores }: StoredPair,
  sheet: Sheet,
  elsewhere: readonly string[],
): string[] {
  const { width, paint } = sheet;
  const [place] = places;
  const [score] = scores;
  const commands: (readonly [string, readonly string[]])[] = [
    ...(place === undefined ? [] : [["the item:", ["tare", "show", place.item.slice(0, 12)]] as const]),
    ...(score === undefined
      ? []
      : [
          ["its newest run:", ["tare", "show", score.run.slice(0, 12)]] as const,
          [
            "the worst of its kind:",
            [
              "tare",
              "query",
              "worst-pairs",
              "--param",
              `augmentation=${operator.name}`,
              "--param",
              `run=${score.run.slice(0, 12)}`,
            ],
          ] as const,
        ]),
  ];
  if (commands.length === 0) return [];
  return [
    "",
    ...commands
      .flatMap(([lead, words]) => ledCommand(lead, [...words, ...elsewhere].map(oneLine), width))
      .map(paint.quiet),
  ];
}
