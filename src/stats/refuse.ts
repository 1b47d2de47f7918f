/** Refuses NaN and infinities: one of them would turn every later number into nonsense. */
export function requireFinite(values: readonly number[], name = "values"): void {
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) throw new RangeError(`${name}[${i}] is ${value}: give finite numbers`);
  });
}

export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, names: string): void {
  if (a.length !== b.length)
    throw new RangeError(`${names} differ in length: ${a.length} against ${b.length}`);
}

export function requireWithin(x: number, low: number, high: number, name: string): void {
  if (!(x >= low && x <= high)) throw new RangeError(`${name} is ${x}: give a number in [${low}, ${high}]`);
}

/** Open interval: for levels, alphas and powers, which mean nothing at their ends. */
export function requireInside(x: number, low: number, high: number, name: string): void {
  if (!(x > low && x < high)) throw new RangeError(`${name} is ${x}: give a number in (${low}, ${high})`);
}

export function requirePositive(x: number, name: string): void {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    throw new RangeError(`${name} is ${x}: give a positive number`);
}

export function requireCount(x: number, name: string): void {
  if (!(Number.isInteger(x) && x >= 0))
    throw new RangeError(`${name} is ${x}: give a whole number of 0 or more`);
}
