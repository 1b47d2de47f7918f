import { defineReport, type Failure, type ReportOptions, type RunView } from "../contract.js";
import { fitBlocks, paragraph } from "./layout/blocks.js";
import { markdownBlocks } from "./layout/markdown-blocks.js";
import { cell } from "./layout/markdown-tables.js";
import { annotationOfFailure, annotationsOf } from "./machine/annotations.js";

/** What GitHub takes as the summary of one step; a longer one is refused whole. */
export const SUMMARY_BYTES = 1024 * 1024;

export default defineReport({
  summary: "step summary of GitHub Actions (Markdown under 1 MiB), with annotations on standard error",
  render(views: readonly RunView[], { bytes = SUMMARY_BYTES }: ReportOptions): string {
    return fitBlocks(markdownBlocks(views), bytes);
  },
  renderFailure({ code, message, where, fix }: Failure, { bytes = SUMMARY_BYTES }: ReportOptions): string {
    const place = where === "" ? "" : `${where}: `;
    const said = [`## tare: no verdict · ${code}`, cell(`${place}${message}`), `What to do: ${cell(fix)}`];
    return fitBlocks(said.map(paragraph), bytes);
  },
  notices: (views: readonly RunView[], failure?: Failure): readonly string[] =>
    failure === undefined ? annotationsOf(views) : [annotationOfFailure(failure)],
});
