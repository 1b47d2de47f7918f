import type { RunView } from "../../contract.js";
import type { Panel } from "../charts/panel.js";
import { worst } from "../layout/groups.js";
import { distinctNames } from "../layout/side-by-side.js";
import { legend, VERDICT_WORDS } from "../layout/words.js";
import { renderComparison } from "./compare.js";
import { renderCoverage } from "./coverage.js";
import { renderDocument } from "./document.js";
import { eachModel } from "./each-model.js";
import { renderHead } from "./head.js";
import { html, type Markup, NONE } from "./markup.js";
import { renderNoise } from "./noise.js";
import { renderWarnings } from "./notes.js";
import { renderOperators } from "./operators.js";
import { oracleSection } from "./oracle.js";
import { renderPairs } from "./pairs.js";
import { renderPanels } from "./panels.js";
import { renderProvenance } from "./provenance.js";
import { renderRules } from "./rules.js";
import { renderContents, renderSection, type Section } from "./section.js";
import { shown } from "./text.js";
import { trainingSection } from "./training.js";

export interface PageOptions {
  /** Most bytes of the page. Pairs are left out, and counted, until it holds; nothing else is. */
  readonly bytes?: number | undefined;
  /** Stands above the page: the navigation of a server that the page is part of. */
  readonly navigation?: Markup;
  /** Address of a page for one pair, where there is one. */
  readonly pairAddress?: (run: string, pair: string) => string;
}

/** Opens at once in a browser and goes through mail. */
export const PAGE_BYTES = 4_800_000;

/** The page of one run, or of several models side by side. */
export function renderRunPage(
  views: readonly RunView[],
  panels: readonly Panel[],
  options: PageOptions = {},
): string {
  const { bytes = PAGE_BYTES, navigation = NONE, pairAddress } = options;
  if (views.length === 0) return renderDocument({ title: "No run · tare", navigation, main: NO_RUN });
  const title = titleOf(views);
  const head = html`${renderHead(views)}${views.map(renderWarnings)}`;
  const frame = (sections: readonly Section[]) =>
    renderDocument({
      title,
      navigation,
      contents: renderContents(sections),
      main: html`${head}${sections.map(renderSection)}`,
    });
  const sections = sectionsOf(views, panels);
  const room = { bytes: bytes - Buffer.byteLength(frame(sections)), address: pairAddress };
  const pairs = renderPairs(views, room);
  return frame(sections.map((section) => (section.id === "pairs" ? { ...section, body: pairs } : section)));
}

const NO_RUN = html`<div class="verdict"><h1>There is no run to show.</h1></div>`;

function titleOf(views: readonly RunView[]): string {
  const word = worst(views.map(({ verdict }) => verdict)) ?? "inconclusive";
  return `${VERDICT_WORDS[word]}: ${distinctNames(views).join(", ")} · tare`;
}

function sectionsOf(views: readonly RunView[], panels: readonly Panel[]): Section[] {
  const several = views.length > 1;
  return [
    { id: "rules", title: "What decided it", body: eachModel(views, "rules", renderRules) },
    ...(panels.length === 0 ? [] : [{ id: "charts", title: "Charts", body: renderPanels(views, panels) }]),
    {
      id: "operators",
      title: "Effects",
      body: html`${eachModel(views, "operators", renderOperators)}${legendOf(views)}`,
    },
    ...trainingSection(views),
    { id: "coverage", title: "Coverage", body: eachModel(views, "coverage", renderCoverage) },
    ...oracleSection(views),
    { id: "noise", title: "Noise and placement", body: eachModel(views, "noise", renderNoise) },
    { id: "pairs", title: "Worst pairs", body: NONE },
    ...(several
      ? [{ id: "compare", title: "Models compared", body: renderComparison(views, "compare") }]
      : []),
    { id: "provenance", title: "Provenance", body: eachModel(views, "provenance", renderProvenance) },
  ];
}

const legendOf = (views: readonly RunView[]) => html`<p class="faint">${shown(legend(views))}</p>`;
