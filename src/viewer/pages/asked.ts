import type { ContentfulStatusCode } from "hono/utils/http-status";
import { TareError } from "../../errors.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { ask } from "../../store/ask/ask.js";
import { statusOf } from "../door/status.js";
import { renderAnswer } from "../layout/answer.js";
import type { Piece } from "../layout/document.js";
import type { Viewing } from "../viewing.js";

/** Rows and characters that one page shows. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 2_000_000;

export interface Asked {
  readonly result: Piece;
  readonly status: ContentfulStatusCode;
}

/** Asks the database and shows the rows, or the failure in their place. */
export async function askAndShow(
  { store, queryMs }: Viewing,
  sql: string,
  values: () => Readonly<Record<string, string | number | null>>,
): Promise<Asked> {
  try {
    const limits = { timeoutMs: queryMs, maxRows: MOST_ROWS, maxCharacters: MOST_CHARACTERS };
    return { result: renderAnswer(await ask(store.path, sql, limits, values())), status: 200 };
  } catch (error) {
    if (!(error instanceof TareError)) throw error;
    return { result: renderFailed(error), status: statusOf(error.code) };
  }
}

/** A failure beside what can still be shown. */
export function renderFailed({ code, where, message, fix }: TareError): Piece {
  return html`<div class="notice fail" role="alert"><p><b>${code}</b> ${where === "" ? "" : html`${shown(where)}: `}${shown(message)}</p><p>${shown(fix)}</p></div>`;
}
