/**
 * Works on all of `each`, `width` at a time, and takes the next one only when there is room for it. The first failure ends
 * it: no further one is begun, and those under way are waited for.
 */
export async function inTurn<T>(
  each: Iterable<T>,
  width: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const source = each[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    while (failures.length === 0) {
      try {
        const { value, done } = source.next();
        if (done === true) return;
        await work(value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, worker));
  if (failures.length > 0) throw failures[0];
}
