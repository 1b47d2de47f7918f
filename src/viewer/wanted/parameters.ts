import { TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";

/** Reads a parameter's value; throws a TareError that says what it wants. */
export type Reader<T> = (value: string) => T;

export type Readers = Readonly<Record<string, Reader<unknown>>>;

/** What a page was asked for: a parameter left out, or sent empty by a form, is undefined. */
export type Wanted<R extends Readers> = { readonly [K in keyof R]?: ReturnType<R[K]> };

/** Reads the parameters of an address. Throws TARE_VIEW_PARAMETER for one that is unknown, given twice, or wrong. */
export function readWanted<R extends Readers>(address: string, readers: R): Wanted<R> {
  const given = [...new URL(address).searchParams].filter(([, value]) => value !== "");
  const wanted: Record<string, unknown> = {};
  for (const [name, value] of given) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (reader === undefined) throw unknown(name, Object.keys(readers));
    if (Object.hasOwn(wanted, name)) throw wrong(name, "it is given twice");
    try {
      wanted[name] = reader(value);
    } catch (error) {
      throw error instanceof TareError ? wrong(name, error.message) : error;
    }
  }
  return wanted as Wanted<R>;
}

function unknown(name: string, known: readonly string[]): TareError {
  const takes = known.length === 0 ? "none" : known.join(", ");
  return wrong(name, `there is none of this name${didYouMean(name, known)}; the page takes: ${takes}`);
}

function wrong(name: string, what: string): TareError {
  return new TareError("TARE_VIEW_PARAMETER", what, { where: `parameter ${JSON.stringify(name)}` });
}
