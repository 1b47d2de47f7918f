import { TareError } from "../../errors.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import {
  type ItemPair,
  readItem,
  type StoredItem,
  type StoredResponse,
} from "../../store/browse/read-item.js";
import { renderCommand } from "../layout/command.js";
import { type Piece, renderDocument } from "../layout/document.js";
import { pathTo } from "../layout/link.js";
import { renderMessages } from "../layout/messages.js";
import { renderRows } from "../layout/rows.js";
import { renderNumber } from "../layout/values.js";
import type { Viewing } from "../viewing.js";
import { readWanted } from "../wanted/parameters.js";

/** `/item/ID`: its prompt, its answers with their scores, and every pair made of them. Throws TARE_VIEW_PAGE. */
export function showItem(viewing: Viewing, id: string, address: string): Piece {
  readWanted(address, {});
  const item = readItem(viewing.store, id);
  if (item === undefined)
    throw new TareError("TARE_VIEW_PAGE", `the database holds no item ${id.slice(0, 64)}`);
  const { subset, rollout } = item;
  const asked = [...item.pairs, ...item.skips].some(({ augmentation }) => augmentation.startsWith("oracle:"));
  return renderDocument(
    viewing,
    `Item ${id.slice(0, 8)}`,
    "/pairs",
    html`<h1>Item <code>${id.slice(0, 12)}</code></h1>
<dl class="facts">${subset === "" ? "" : html`<div><dt>Subset</dt><dd>${shown(subset)}</dd></div>`}${rollout === null ? "" : html`<div><dt>Rollout</dt><dd>${shown(rollout.checkpoint)}${rollout.step === null ? "" : `, step ${rollout.step}`}</dd></div>`}<div><dt>Id</dt><dd class="mono">${id}</dd></div></dl>
<h2>Prompt</h2>${renderMessages(item.messages)}
<h2>Answers</h2>${item.responses.map(renderResponse)}
<h2>Pairs</h2>${renderPairs(item)}
<h2>Where no pair came of it</h2>
${renderRows(
  "Operators that do not apply, or whose pair a guard refused",
  ["Operator", "Answer", "Model", "Stage", "Reason", "Detail"],
  item.skips.map((skip) => [
    `${skip.augmentation}${skip.dose === null ? "" : `@${skip.dose}`}`,
    ...[String(skip.position + 1), skip.model, skip.stage, skip.reason, skip.detail],
  ]),
)}
${asked ? html`<p class="faint">What an oracle was asked and answered for it:</p>${renderCommand(["tare", "explain", id.slice(0, 12), "--db", viewing.store.path])}` : ""}`,
  );
}

function renderResponse({ position, role, style, text, logged, scores }: StoredResponse): Piece {
  const rewards = Object.entries(logged).map(
    ([name, reward]) => `${name} ${renderNumber(reward)} in the data`,
  );
  return html`<h3>${position + 1} · ${role}${style === "" ? "" : html` · ${shown(style)}`}</h3>
<p class="faint">${scores.map(
    ({ model, score, tokens, truncated }, index) =>
      html`${index === 0 ? "" : " · "}${shown(model)} <b>${renderNumber(score)}</b>, ${renderNumber(tokens)} tokens${truncated ? ", truncated" : ""}`,
  )}${rewards.length === 0 ? "" : ` · ${rewards.join(" · ")}`}</p>
<div class="prose">${shown(text)}</div>`;
}

/** A row a pair, a column a run: how many SDs it moved. */
function renderPairs({ pairs }: StoredItem): Piece {
  const runs = new Map(pairs.flatMap(({ scores }) => scores.map(({ run, model }) => [run, model] as const)));
  const zOf = ({ scores }: ItemPair, run: string): Piece => {
    const score = scores.find((one) => one.run === run);
    if (score === undefined) return html`–`;
    return html`${renderNumber(score.z)}${score.truncated ? html` <span class="faint">truncated</span>` : ""}`;
  };
  return renderRows(
    "How far each moved the reward, z",
    [
      "Pair",
      "Operator",
      "Attribute",
      "Answer",
      "Expects",
      ...[...runs].map(([run, model]) => `#${model} ${run.slice(0, 4)}`),
    ],
    pairs.map((pair) => [
      html`<a class="mono" href="${pathTo("pair", pair.pair)}">${pair.pair.slice(0, 8)}</a>`,
      `${pair.augmentation}${pair.dose === null ? "" : `@${pair.dose}`}`,
      ...[pair.attribute, String(pair.position + 1), pair.expects],
      ...[...runs.keys()].map((run) => zOf(pair, run)),
    ]),
  );
}
