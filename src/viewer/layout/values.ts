import { html } from "hono/html";
import type { VerdictWord } from "../../contract.js";
import type { Piece } from "./document.js";

/** A verdict as a word in its colour; runs without one say their state instead. */
export function renderVerdict(verdict: VerdictWord | null): Piece {
  return verdict === null
    ? html`<span class="faint">none yet</span>`
    : html`<span class="chip ${verdict}">${verdict}</span>`;
}

/** Four significant digits, a true minus sign, a dash for nothing. */
export function renderNumber(value: number | null): string {
  if (value === null) return "–";
  const text = Number.isInteger(value) ? value.toLocaleString("en-US") : String(Number(value.toPrecision(4)));
  return text.replace("-", "−");
}

/** 2026-01-31 12:00 UTC, as it is read; an id or a name that is no time stays as it is. */
export function renderTime(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2 UTC");
}
