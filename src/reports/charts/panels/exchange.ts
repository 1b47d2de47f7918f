import type { ExchangeRate, RunView } from "../../../contract.js";
import { writeEstimate } from "../../../rubric/wording.js";
import { writeDose } from "../../layout/exchange-rates.js";
import type { Chart } from "../plot/chart.js";
import { eachView } from "../plot/each-view.js";
import { label } from "../plot/label.js";
import { stack } from "../plot/stack.js";
import { exchangeBlock } from "./exchange-block.js";

/** Which dose of a hack buys back a degradation: one axis a hack, since doses of different hacks are different things. */
export function exchangeRates(views: readonly RunView[]): Chart[] {
  return eachView(views, "exchange", (view) => {
    const rates = view.exchangeRates ?? [];
    if (rates.length === 0) return undefined;
    const all = views.flatMap(({ exchangeRates = [] }) => exchangeRates);
    const doses = views.flatMap(({ curves }) => curves);
    const plots = [...new Set(rates.map(({ hack }) => hack))].map((hack) =>
      exchangeBlock(
        hack,
        rates.filter((rate) => rate.hack === hack),
        [
          ...all
            .filter((rate) => rate.hack === hack)
            .flatMap(({ dose, lower, upper }) => [dose, lower, upper]),
          ...doses.filter(({ augmentation }) => augmentation === hack).map(({ dose }) => dose),
        ],
      ),
    );
    return {
      title: "Exchange rates",
      summary: summaryOf(rates),
      plots: stack(plots),
      table: {
        columns: [
          "degradation",
          "hack",
          "loss (SD)",
          "loss lower",
          "loss upper",
          "dose",
          "lower",
          "upper",
          "texts",
          "prompts",
          "reason",
        ],
        rows: rates.map((rate) => [
          ...[label(rate.degradation), label(rate.hack), rate.loss, rate.lossLower, rate.lossUpper],
          ...[
            exact(rate.dose, rate.doseSign),
            exact(rate.lower, rate.lowerSign),
            exact(rate.upper, rate.upperSign),
          ],
          ...[rate.n, rate.clusters, rate.reason],
        ]),
      },
      query: { name: "exchange-rate", parameters: { run: view.run } },
    };
  });
}

/** A number where it is one; past the doses that were tried only the side is known. */
function exact(dose: number | null, sign: ExchangeRate["doseSign"]): string | number | null {
  return dose === null || sign === "" ? dose : `${sign} ${dose}`;
}

function summaryOf(rates: readonly ExchangeRate[]): string {
  const [cheapest] = rates
    .filter(({ dose, doseSign }) => dose !== null && doseSign !== ">")
    .sort((a, b) => a.dose! - b.dose!);
  const many = `Of ${rates.length} ${rates.length === 1 ? "trade" : "trades"}`;
  if (cheapest === undefined) return `${many} none has a dose that buys the degradation back.`;
  const { degradation, hack, dose, doseSign, loss, lossLower, lossUpper } = cheapest;
  const cost = writeEstimate("bias", { estimate: loss, lower: lossLower, upper: lossUpper });
  return `${many} the smallest dose is ${label(hack)} at ${writeDose(dose, doseSign)}, which buys back ${label(degradation)} (${cost} SD).`;
}
