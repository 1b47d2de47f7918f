import { defineReport, type ReportOptions, type RunView } from "../contract.js";
import { fitBlocks, writeBlocks } from "./layout/blocks.js";
import { markdownBlocks } from "./layout/markdown-blocks.js";

export default defineReport({
  summary: "for a pull request: the claims in sight, the operators folded away",
  render(views: readonly RunView[], { bytes }: ReportOptions): string {
    const blocks = markdownBlocks(views);
    return bytes === undefined ? writeBlocks(blocks) : fitBlocks(blocks, bytes);
  },
});
