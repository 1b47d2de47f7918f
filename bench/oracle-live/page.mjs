import { ORACLE_STEPS } from "../../dist/src/contract.js";

const SHOWN = 320;
const whole = (value) => Math.round(value ?? 0).toLocaleString("en");
const row = (cells) => `| ${cells.join(" | ")} |`;

function table(head, rows) {
  return [row(head), row(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(row)].join(
    "\n",
  );
}

const shortened = (text) => (text.length > SHOWN ? `${text.slice(0, SHOWN)} […]` : text);
/** A fence that the text cannot end. */
const fenced = (text) => `~~~text\n${shortened(text).replaceAll("~~~", "~ ~ ~")}\n~~~`;

function counts({ steps }) {
  return table(
    ["command", "ended with", "seconds", "requests counted"],
    steps.map(({ what, ended, seconds, requests }) => [what, ended, whole(seconds), requests]),
  );
}

function asked(rows) {
  const head = [
    "step",
    "asked",
    "read",
    "repaired",
    "refused",
    "truncated",
    "unreadable",
    "tokens sent",
    "written",
    "seconds",
  ];
  return table(
    head,
    rows.map((one) => [
      ...[one.step, one.asked, one.read, one.repaired, one.refused, one.truncated, one.unreadable],
      ...[whole(one.sent), whole(one.written), whole(one.seconds)],
    ]),
  );
}

function operators(rows) {
  return [
    "| operator | tried | accepted | verified | verifier's agreement | refused because |",
    "|---|---:|---:|---:|---:|---|",
    ...rows.map(({ operator, tried, accepted, verified, agreement, reasons }) =>
      row([
        ...[`\`${operator}\``, tried, accepted, verified, agreement === null ? "" : agreement.toFixed(2)],
        reasons.map(({ reason, times }) => `${reason} ${times}`).join(", "),
      ]),
    ),
  ].join("\n");
}

function shownAnswers(rows) {
  const steps = [...new Set(rows.map(({ step }) => step))];
  return steps.flatMap((step) => [
    `### ${step}`,
    ...rows
      .filter((one) => one.step === step)
      .flatMap(({ inputs, answer, outcome, problem, again }) => {
        const { answer: worked, a } = JSON.parse(inputs);
        const text = worked ?? a;
        const of =
          text === undefined ? [] : [`${a === undefined ? "Of the answer" : "Answer A"}:`, fenced(text)];
        const what =
          problem === ""
            ? outcome
            : `${outcome}: ${problem.replaceAll(/[\\`*_<>[\]|]/g, "\\$&").replaceAll("\n", " ")}`;
        return [...of, `It said (${again ? "told what was wrong; " : ""}${what}):`, fenced(answer)];
      }),
  ]);
}

function shownPairs(rows) {
  return rows.flatMap(({ operator, outcome, reason, base, variant }) => [
    `\`${operator}\`: ${outcome}${reason === "" ? "" : ` (${reason})`}`,
    fenced(base),
    fenced(variant),
  ]);
}

/** The whole page below the hand-written reading. */
export function asPage({ facts, chain, steps, operators: made, examples, pairs }) {
  const { counted, inFlight, same } = chain;
  const failed = chain.steps.filter(({ error }) => error !== "");
  const unasked = ORACLE_STEPS.filter((name) => !steps.some(({ step }) => step === name));
  return [
    "Written by `npm run bench:oracle -- --write`.",
    table(["", ""], Object.entries(facts)),
    "## Nothing is asked twice",
    "A proxy of its own stood before the server and counted the questions that reached it, by the digest of the whole request.",
    counts(chain),
    `The run was killed with SIGKILL while ${inFlight} of its questions had no answer yet. Up to its end ${counted.requests} requests were sent for ${counted.questions} different questions: ${counted.again} ${counted.again === 1 ? "was" : "were"} sent twice, no more than those. The same command again sent none. The replay from the database, into an empty one, sent none and came to the same ${same.count} outcomes, pair by pair and refusal by refusal (digest of the verified pairs ${same.digest.slice(0, 12)}).`,
    ...failed.map(({ what, error }) => `\`${what}\` ended with an error: ${error.replaceAll(/[`|<>]/g, "")}`),
    "## What was asked and answered",
    "All commands together. What was asked to mend an answer counts with the question; its tokens and seconds are added. Seconds are those of single questions, two of which were open at a time.",
    asked(steps),
    ...(unasked.length === 0
      ? []
      : [`Never asked, since what goes before could not be read: ${unasked.join(", ")}.`]),
    "## What became pairs",
    "Tried: items times operators. Accepted: the new text passed the checks and went to the verifier. Verified: it became a pair of a run. Both runs of the chain are here; `oracle:irrelevant-query` is made of verified degradations and upgrades, and asks nothing.",
    operators(made),
    "## Examples of answers",
    "Three of each step, of different outcomes where there are any; shortened to 320 characters.",
    ...shownAnswers(examples),
    "## Examples of pairs",
    "Base and variant; verified ones first.",
    ...shownPairs(pairs),
  ].join("\n\n");
}
