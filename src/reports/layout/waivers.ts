import type { RunView, WaiverStanding } from "../../contract.js";
import { oneLine, VERDICT_WORDS } from "./words.js";

/** One line a waiver that concerns this model: what it waives with the verdict as it is, until when, who answers and why. */
export function waiverWords({ waivers = [], verdicts }: Pick<RunView, "waivers" | "verdicts">): string[] {
  return waivers
    .filter(({ state }) => state !== "another scorer")
    .map((waiver) => {
      const judged = verdicts.find(({ claim }) => claim.id === waiver.claim);
      const found =
        judged === undefined ? "" : ` ${VERDICT_WORDS[judged.verdict]} (${oneLine(judged.because)});`;
      const owner = waiver.owner ? `, ${oneLine(waiver.owner)} answers for it` : "";
      return `${oneLine(waiver.claim)}:${found} ${stateWords(waiver)}${owner}: ${oneLine(waiver.why)}`;
    });
}

function stateWords({ state, until: day }: WaiverStanding): string {
  const until = oneLine(day);
  if (state === "expired") return `its waiver EXPIRED on ${until}, so it counts again`;
  if (state === "not needed") return `waived until ${until} without need, since it passes`;
  if (state === "no claim") return `waived until ${until}, but the rubric makes no such claim`;
  return `WAIVED until ${until}`;
}
