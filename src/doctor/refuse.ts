import { TareError } from "../errors.js";
import type { Examination } from "./examine.js";

/** Throws what makes the examined model unfit: what broke the examination off, a mismatch, or TARE_MODEL_UNFIT. */
export function refuseUnfit({ model, problems, failures }: Examination): void {
  if (failures[0] !== undefined) throw failures[0];
  const mismatch = problems.find(({ code }) => code === "reference-mismatch");
  if (mismatch !== undefined) throw new TareError("TARE_REFERENCE_MISMATCH", mismatch.what, { where: model });
  const fatal = problems.find(({ severity }) => severity === "fatal");
  if (fatal !== undefined)
    throw new TareError("TARE_MODEL_UNFIT", `${fatal.code}: ${fatal.what}`, { where: model, fix: fatal.fix });
}
