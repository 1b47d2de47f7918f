/** SQL of the part of a composed operator that an oracle is asked for (oracle/operators.ts, oraclePart); `column` holds its name. */
export function firstPart(column: string): string {
  return `substr(${column} || '+', 1, instr(${column} || '+', '+') - 1)`;
}
