import { messageOf, TareError } from "../errors.js";

/** What `step` gives, or its failure with its place: what is no TareError is the format's own fault. */
export function attempt<T>(
  place: string,
  step: () => T,
): { readonly value: T } | { readonly error: TareError } {
  try {
    return { value: step() };
  } catch (error) {
    return { error: placed(error, place) };
  }
}

function placed(error: unknown, place: string): TareError {
  if (error instanceof TareError) return error.where === "" ? error.at(place) : error;
  return new TareError("TARE_BUG", `the format failed: ${messageOf(error)}`, { where: place, cause: error });
}
