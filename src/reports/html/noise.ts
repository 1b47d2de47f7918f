import type { RunView } from "../../contract.js";
import { html, type Markup, NONE } from "./markup.js";
import { renderGround } from "./notes.js";
import { queryBlock } from "./query.js";
import { renderTable } from "./table.js";

/** How far a score moves by itself, and on what it was made. */
export function renderNoise(view: RunView, id: string): Markup {
  const { details, scorer } = view;
  const { noise = [], placement = [] } = details ?? {};
  const floors = renderTable({
    caption: "Noise floor: how far the score of the same text moves, raw",
    columns: [
      { head: "head" },
      { head: "texts", kind: "number" },
      { head: "scored again", kind: "number" },
      { head: "in mixed batches", kind: "number" },
      { head: "padded", kind: "number" },
      { head: "floor", kind: "number" },
      { head: "cause", kind: "text" },
    ],
    rows: noise.map((one) => [
      one.name === "" ? String(one.head) : one.name,
      ...[one.texts, one.repeat, one.batched, one.padded, one.floor, one.cause],
    ]),
  });
  const places = renderTable({
    caption: `Where it ran: ${scorer.provider}, ${scorer.dtype}`,
    columns: [
      { head: "machine" },
      { head: "tokens a batch", kind: "number" },
      { head: "threads", kind: "number" },
      { head: "measured by" },
      { head: "texts", kind: "number" },
      { head: "texts per second", kind: "number" },
      { head: "padding", kind: "number" },
    ],
    rows: placement.map((one) => [
      ...[one.machine, one.tokenBudget, one.threads, one.source, one.texts],
      perSecond(one.texts, one.milliseconds),
      one.tokens === null || one.padded === null
        ? null
        : `${((100 * one.padded) / (one.tokens + one.padded)).toFixed(0)} %`,
    ]),
  });
  return html`${renderGround(view)}
${noise.length === 0 ? html`<p>The noise floor was not measured.</p>` : floors}
${noise.length === 0 ? NONE : queryBlock(view, { name: "noise" }, `${id}-noise`)}
${placement.length === 0 ? html`<p>No machine is stored with this scorer: its scores were given, not made here, or its speed was not measured.</p>` : places}
${placement.length === 0 ? NONE : queryBlock(view, { name: "placement" }, `${id}-placement`)}`;
}

function perSecond(texts: number | null, milliseconds: number | null): number | null {
  return texts === null || milliseconds === null || milliseconds === 0 ? null : (1000 * texts) / milliseconds;
}
