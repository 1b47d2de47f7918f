/** Names of an answer's columns, each there once: a second `run` becomes `run_2`, so that a list of objects loses none. */
export function columnNames(given: readonly string[]): string[] {
  const taken = new Set(given);
  const used = new Set<string>();
  return given.map((name) => {
    let own = name;
    for (let n = 2; used.has(own); n++) own = taken.has(`${name}_${n}`) ? own : `${name}_${n}`;
    used.add(own);
    return own;
  });
}
