import type { CoverageRow, RunDetails } from "../contract.js";
import { listQueries } from "../registry.js";
import { askOf } from "../store/details/ask.js";
import { readExamples } from "../store/details/examples.js";
import { readHeadNoise, readPlacement } from "../store/details/noise.js";
import { readProvenance } from "../store/details/provenance.js";
import { readHistograms, readMargins, readRankings } from "../store/details/scores.js";
import type { Store } from "../store/open.js";

/** What only a long report shows of a run: every pair of it is looked at. */
export function detailsOf(
  store: Store,
  run: string,
  { coverage, sample }: { readonly coverage: readonly CoverageRow[]; readonly sample: string },
): RunDetails {
  const queries = listQueries();
  const ask = askOf(store, queries, run);
  return {
    examples: readExamples(ask, coverage),
    histograms: readHistograms(ask, coverage),
    rankings: readRankings(ask),
    margins: readMargins(ask),
    noise: readHeadNoise(ask, sample),
    placement: readPlacement(ask),
    provenance: readProvenance(store, ask),
    queries: queries.map(({ name, title, parameters, sql }) => ({
      ...{ name, title, sql },
      parameters: parameters.map((one) => ({ name: one.name, standard: openToNull(one.standard) })),
    })),
  };
}

/** `latest` and `any` leave a parameter open. */
function openToNull(standard: string | undefined): string | null {
  return standard === undefined || standard === "latest" || standard === "any" ? null : standard;
}
