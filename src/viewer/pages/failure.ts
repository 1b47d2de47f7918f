import { messageOf, TareError } from "../../errors.js";
import { html } from "../../reports/html/markup.js";
import { shown } from "../../reports/html/text.js";
import { type Piece, renderDocument } from "../layout/document.js";
import type { Viewing } from "../viewing.js";

/** A failure as a page: its code, what happened, and what to do. */
export function showFailure(viewing: Viewing, failure: TareError): Piece {
  return renderDocument(
    viewing,
    failure.code,
    undefined,
    html`<h1>${failure.code}</h1>
<div class="notice fail" role="alert"><p>${failure.where === "" ? "" : html`${shown(failure.where)}: `}${shown(failure.message)}</p>
<p><b>What to do:</b> ${shown(failure.fix)}</p></div>
<p><a href="/">To the runs</a></p>`,
  );
}

/** Anything thrown, as a failure with a code. */
export function asFailure(error: unknown): TareError {
  return error instanceof TareError ? error : new TareError("TARE_BUG", messageOf(error), { cause: error });
}
