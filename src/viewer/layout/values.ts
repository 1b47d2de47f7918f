import type { VerdictWord } from "../../contract.js";
import { renderChip } from "../../reports/html/chip.js";
import { html } from "../../reports/html/markup.js";
import { writeCell } from "../../reports/html/table.js";
import type { Piece } from "./document.js";

/** Runs without a verdict say so. */
export function renderVerdict(verdict: VerdictWord | null): Piece {
  return verdict === null ? html`<span class="faint">none yet</span>` : renderChip(verdict);
}

/** Four significant digits, a true minus sign, a dash for nothing. */
export function renderNumber(value: number | null): string {
  return value === null ? "—" : writeCell(value);
}

/** 2026-01-31 12:00 UTC, as it is read; what is no time stays as it is. */
export function renderTime(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC");
}
