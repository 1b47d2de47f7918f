import { html } from "../../reports/html/markup.js";
import { listDoses, listFilterNames } from "../../store/names-seen.js";
import type { Store } from "../../store/open.js";
import type { Piece } from "../layout/document.js";
import {
  asChoices,
  renderCheck,
  renderFilter,
  renderHidden,
  renderInput,
  renderSelect,
} from "../layout/fields.js";
import { runChoices } from "../layout/run-choices.js";
import type { PairsWanted } from "./pairs.js";

/** The form above the pairs. Doses can be chosen once an operator is. */
export function renderPairFilter(store: Store, wanted: PairsWanted): Piece {
  const names = listFilterNames(store);
  const doses = wanted.augmentation === undefined ? [] : listDoses(store, wanted.augmentation);
  const dose = wanted.dose === undefined ? undefined : String(wanted.dose);
  return renderFilter("/pairs", [
    renderSelect("Run", "run", runChoices(store, wanted.run), wanted.run, "the newest"),
    renderSelect("Operator", "augmentation", asChoices(names.operators), wanted.augmentation),
    doses.length === 0 ? html`` : renderSelect("Dose", "dose", asChoices(doses.map(String)), dose),
    renderSelect("Attribute", "attribute", asChoices(names.attributes), wanted.attribute),
    renderSelect("Expects", "expects", asChoices(["same", "lower", "higher", "not-higher"]), wanted.expects),
    renderSelect("Role", "role", asChoices(["chosen", "rejected", "response"]), wanted.role),
    names.moreSubsets
      ? renderInput("Subset", "subset", wanted.subset, "whole name")
      : renderSelect("Subset", "subset", asChoices(names.subsets), wanted.subset),
    renderInput("Words in either text", "search", wanted.search, 'all of them; "side by side" in quotes'),
    renderCheck("broken only", "broken", wanted.broken === true),
    renderCheck("truncated only", "truncated", wanted.truncated === true),
    renderHidden("sort", wanted.sort),
    renderHidden("order", wanted.order),
  ]);
}
