import { html } from "../../reports/html/markup.js";
import type { Piece } from "./document.js";
import { nameHidden } from "./name-hidden.js";

export interface Choice {
  readonly value: string;
  readonly name: string;
}

export const asChoices = (values: readonly string[]): Choice[] =>
  values.map((value) => ({ value, name: value }));

/** A list to choose one of; its first entry leaves the parameter out. */
export function renderSelect(
  label: string,
  name: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  any = "any",
): Piece {
  return html`<label>${label}<select name="${name}"><option value="">${any}</option>${choices.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === chosen ? html` selected` : ""}>${nameHidden(choice.name)}</option>`,
  )}</select></label>`;
}

export function renderCheck(label: string, name: string, checked: boolean): Piece {
  return html`<label class="check"><input type="checkbox" name="${name}" value="1"${checked ? html` checked` : ""}>${label}</label>`;
}

export function renderInput(label: string, name: string, value: string | undefined, hint = ""): Piece {
  return html`<label class="grow">${label}<input name="${name}" value="${value ?? ""}" placeholder="${hint}" autocomplete="off" spellcheck="false"></label>`;
}

/** A form whose fields become the address of the page that answers. */
export function renderFilter(action: string, fields: readonly Piece[], button = "Show"): Piece {
  return html`<form class="filter" action="${action}" method="get">${fields}<button class="main">${button}</button><a class="button" href="${action}">Clear</a></form>`;
}

/** What a form keeps of the address it was on. */
export function renderHidden(name: string, value: string | undefined): Piece {
  return value === undefined ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;
}
