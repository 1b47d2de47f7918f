import type { RunView } from "../../contract.js";
import { count, counted } from "../layout/words.js";
import { renderChip } from "./chip.js";
import { byRank, type PairGroup, pairGroups } from "./choose-pairs.js";
import { renderFilter } from "./filter.js";
import { html, type Markup, NONE, raw, textOf } from "./markup.js";
import { renderPair } from "./pair.js";
import { queryBlock } from "./query.js";
import { inline } from "./text.js";

export interface PairsRoom {
  /** Most bytes that the pairs may take. */
  readonly bytes: number;
  readonly address?: ((run: string, pair: string) => string) | undefined;
}

/** Bytes of the sentences around the pairs, with some to spare for longer counts. */
const WORDS = 2000;

/** The worst pairs of every operator, as many as there is room for; what is left out is counted. */
export function renderPairs(views: readonly RunView[], room: PairsRoom): Markup {
  const groups = pairGroups(views);
  if (views.every(({ details }) => details === undefined))
    return html`<p>The pairs did not come with this page.</p>`;
  if (groups.length === 0) return html`<p>There is no valid pair to show.</p>`;
  const filter = renderFilter(groups, views.length > 1);
  const taken = Buffer.byteLength(textOf(filter)) + WORDS;
  const drawn = drawWithin(groups, { ...room, bytes: room.bytes - taken });
  const all = groups.reduce((sum, { of }) => sum + of.pairs, 0);
  const kept = [...drawn.values()].reduce((sum, pairs) => sum + pairs.length, 0);
  const left = groups.reduce((sum, { of }) => sum + of.shown.length, 0) - kept;
  return html`<p>The pairs that went most against what their operator expects: ${counted(kept, "pair")} of ${count(all)} valid ones, the worst of each operator${left === 0 ? "" : `; ${count(left)} more were left out so that the page stays small`}. All others are in the database.</p>
<p class="faint" id="marks"><del>Struck out</del>: only in the base. <ins>Underlined</ins>: only in the variant. SD: move of the reward from base to variant, in standard deviations of the ruler.</p>
${filter}
${groups.map((group, at) => renderGroup(group, drawn.get(group) ?? [], { at, several: views.length > 1 }))}`;
}

function drawWithin(groups: readonly PairGroup[], { bytes, address }: PairsRoom): Map<PairGroup, string[]> {
  const drawn = new Map<PairGroup, string[]>();
  let free = bytes;
  for (const { group, pair } of byRank(groups)) {
    const { model, attribute, verdict, view, of } = group;
    if (!drawn.has(group))
      free -= Buffer.byteLength(textOf(renderGroup(group, [""], { at: 0, several: true })));
    const facts = { model, attribute, verdict, address: address?.(view.run, pair.pair) };
    const text = textOf(renderPair(pair, of, facts));
    free -= Buffer.byteLength(text);
    if (free < 0) break;
    drawn.set(group, [...(drawn.get(group) ?? []), text]);
  }
  return drawn;
}

function renderGroup(
  { view, model, of, verdict, attribute }: PairGroup,
  pairs: readonly string[],
  { at, several }: { readonly at: number; readonly several: boolean },
): Markup {
  if (pairs.length === 0) return NONE;
  const asked = { augmentation: of.augmentation, limit: String(pairs.length) };
  return html`<details class="operator" data-group${at === 0 ? html` open` : NONE}><summary><h3>${several ? html`${inline(model)}: ` : NONE}${inline(of.augmentation)}</h3>
<span class="faint">${inline(attribute)}</span> ${verdict === "not claimed" ? html`<span class="faint">not claimed</span>` : renderChip(verdict)} <span class="faint">${counted(pairs.length, "pair")} of ${count(of.pairs)}</span></summary>
${raw(pairs.join(""))}
${queryBlock(view, { name: "worst-pairs", parameters: asked }, `pairs-${at}`)}
</details>
`;
}
