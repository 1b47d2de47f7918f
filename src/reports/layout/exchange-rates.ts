import type { DoseSign, ExchangeRate, RunView } from "../../contract.js";
import { NOTHING, writeEstimate } from "../../rubric/wording.js";
import type { Paint } from "./paint.js";
import { counted, figures, oneLine } from "./words.js";
import { wrap } from "./wrap.js";

/** `length-padding at 2.9 [2.1, > 4] buys back number-changed, which moves the reward by −0.42 SD [−0.55, −0.30] (120 texts)`. */
export function exchangeLines({ exchangeRates = [] }: RunView): string[] {
  return exchangeRates.map((rate) => oneLine(lineOf(rate)));
}

export function exchangeSection(view: RunView, width: number, paint: Paint): string[] {
  const lines = exchangeLines(view);
  if (lines.length === 0) return [];
  return ["", paint.strong("EXCHANGE RATES"), ...lines.flatMap((line) => wrap(`  ${line}`, width, 4))];
}

function lineOf(rate: ExchangeRate): string {
  const { degradation, hack, loss, lossLower, lossUpper, n, reason } = rate;
  if (loss === null) return `${hack} for ${degradation}: ${reason}`;
  const cost = writeEstimate("bias", { estimate: loss, lower: lossLower, upper: lossUpper });
  const texts = counted(n, "text");
  if (rate.dose === null) return `${hack} for ${degradation} (${cost} SD, ${texts}): ${reason}`;
  const dose = writeDose(rate.dose, rate.doseSign);
  const bounds =
    rate.lower === null && rate.upper === null
      ? ` (no interval: ${reason})`
      : ` [${writeDose(rate.lower, rate.lowerSign)}, ${writeDose(rate.upper, rate.upperSign)}]`;
  return `${hack} at ${dose}${bounds} buys back ${degradation}, which moves the reward by ${cost} SD (${texts})`;
}

/** `2.9`, `> 4`, `< 1.25`: past the doses that were tried nothing is said. */
export function writeDose(dose: number | null, sign: DoseSign): string {
  if (dose === null) return NOTHING;
  return sign === "" ? figures(Number(dose.toPrecision(2))) : `${sign} ${figures(dose)}`;
}
