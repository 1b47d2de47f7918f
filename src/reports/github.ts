import { defineReport, type Failure, type ReportOptions, type RunView } from "../contract.js";
import { fitBlocks, paragraph } from "./layout/blocks.js";
import { markdownBlocks } from "./layout/markdown-blocks.js";
import { cell } from "./layout/markdown-tables.js";
import { annotationOfFailure, annotationsOf } from "./machine/annotations.js";
import { STEP_SUMMARY_BYTES } from "./machine/step-summary.js";

export default defineReport({
  summary: "step summary of GitHub Actions (Markdown under 1 MiB), with annotations on standard error",
  render(views: readonly RunView[], { bytes = STEP_SUMMARY_BYTES }: ReportOptions): string {
    return fitBlocks(markdownBlocks(views), bytes);
  },
  renderFailure(
    { code, message, where, fix }: Failure,
    { bytes = STEP_SUMMARY_BYTES }: ReportOptions,
  ): string {
    const place = where === "" ? "" : `${where}: `;
    const said = [`## tare: no verdict · ${code}`, cell(`${place}${message}`), `What to do: ${cell(fix)}`];
    return fitBlocks(said.map(paragraph), bytes);
  },
  notices: (views: readonly RunView[], failure?: Failure): readonly string[] =>
    failure === undefined ? annotationsOf(views) : [annotationOfFailure(failure)],
});
