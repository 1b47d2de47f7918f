import type { ExamplePair, Excerpt } from "../../contract.js";
import { counted } from "../layout/words.js";
import { html, type Markup, NONE } from "./markup.js";
import { shown } from "./text.js";
import { diffWords, type Stretch } from "./word-diff.js";

/** Unchanged text around a change that is kept, in characters, and from where on the rest is folded. */
const AROUND = 160;
const FOLDED = 480;

/** What was changed, as insertions and deletions within one text, or as two texts where they have little in common. */
export function renderTexts({ base, variant }: Pick<ExamplePair, "base" | "variant">): Markup {
  const stretches = diffWords(base.text, variant.text);
  if (stretches !== undefined)
    return html`<div class="prose" dir="auto">${leftOut(base.before, "before")}${stretches.map(renderStretch)}${afterOf(base, variant)}</div>`;
  return html`<div class="sides"><div><p class="label">Base</p>${renderAlone(base)}</div>
<div><p class="label">Variant</p>${renderAlone(variant)}</div></div>`;
}

/** An excerpt as it is. */
export function renderAlone(excerpt: Excerpt): Markup {
  return html`<div class="prose" dir="auto">${leftOut(excerpt.before, "before")}${shown(excerpt.text)}${leftOut(excerpt.after, "after")}</div>`;
}

function renderStretch({ kind, text }: Stretch, at: number, all: readonly Stretch[]): Markup {
  if (kind === "gone") return html`<del>${shown(text)}</del>`;
  if (kind === "new") return html`<ins>${shown(text)}</ins>`;
  const [lead, tail] = [at === 0 ? 0 : AROUND, at === all.length - 1 ? 0 : AROUND];
  const folded = text.length - lead - tail;
  if (text.length < FOLDED || folded < AROUND) return shown(text);
  return html`${shown(text.slice(0, lead))}<span class="cut"> […${counted(folded, "character")} unchanged…] </span>${shown(tail === 0 ? "" : text.slice(-tail))}`;
}

function afterOf(base: Excerpt, variant: Excerpt): Markup {
  if (base.after === variant.after) return leftOut(base.after, "after");
  return html`${leftOut(base.after, "after in the base")}${leftOut(variant.after, "after in the variant")}`;
}

function leftOut(units: number, where: string): Markup {
  return units === 0
    ? NONE
    : html`<span class="cut"> […${counted(units, "character")} ${where} left out…] </span>`;
}
