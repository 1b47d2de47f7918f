import { spanWords } from "../../reports/layout/oracle.js";
import { count, oneLine } from "../../reports/layout/words.js";
import { wrapFacts } from "../../reports/layout/wrap.js";
import type { AskedCall } from "../../store/oracle/asked.js";
import type { Sheet } from "../sheet.js";
import { textLines } from "../text-lines.js";
import { readLines } from "./read-lines.js";

/** One question: who was asked with which prompt file, what was sent, what came back, and what was read in it. */
export function callLines(
  call: AskedCall,
  { number, before }: { readonly number: number; readonly before: AskedCall | undefined },
  sheet: Sheet,
): string[] {
  const { paint, sign, width } = sheet;
  const inner = { ...sheet, width: width - 2 };
  const label = (words: string) => `  ${paint.quiet(words)}`;
  // A mending question repeats the whole conversation.
  const again = call.repairs !== null && call.repairs === before?.key;
  const own = again ? call.messages.slice(before.messages.length) : call.messages;
  return [
    "",
    paint.strong(
      `${number} ${oneLine(call.part).toUpperCase()}${call.repairs === null ? "" : ", to mend the answer before"}`,
    ),
    ...wrapFacts(factsOf(call), width - 2).map((line) => label(sign(line))),
    ...(again ? [label("sent: what was sent before, and then")] : []),
    ...own.flatMap(({ role, content }) => [
      label(`sent, ${oneLine(role)}:`),
      ...inset(textLines(content, inner)),
    ]),
    label(`answered${call.outcome === "truncated" ? ", cut at its most tokens" : ""}:`),
    ...inset(call.answer === "" ? ["  (nothing)"] : textLines(call.answer, inner)),
    ...(call.outcome === "read"
      ? [label("read:"), ...inset(readLines(call, inner))]
      : wrapFacts([whyNot(call)], width - 2).map((line) => `  ${line}`)),
  ];
}

const inset = (lines: readonly string[]) => lines.map((line) => (line === "" ? "" : `  ${line}`));

function factsOf(call: AskedCall): string[] {
  const { promptTokens, completionTokens, cost, attempts, servedModel, oracle, sampling } = call;
  const tokens =
    promptTokens === null || completionTokens === null
      ? "tokens not counted"
      : `${count(promptTokens)} tokens sent, ${count(completionTokens)} written`;
  const served =
    servedModel === "" || servedModel === oracle.model ? "" : `, served as ${oneLine(servedModel)}`;
  return [
    `prompt file ${call.step}.md, version ${call.version}, ${call.template.slice(0, 12)}`,
    `asked of ${oneLine(oracle.model === "" ? oracle.kind : oracle.model)}${served}`,
    `temperature ${sampling.temperature}, at most ${count(sampling.maxTokens)} tokens`,
    tokens,
    ...(cost === null ? [] : [`cost ${cost}`]),
    `${spanWords(call.milliseconds / 1000)}${attempts > 1 ? ` in ${attempts} requests` : ""}`,
  ];
}

function whyNot({ outcome, problem }: AskedCall): string {
  return `not read, ${outcome}${problem === "" ? "" : `: ${oneLine(problem)}`}`;
}
