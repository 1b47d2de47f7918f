import { text } from "node:stream/consumers";

/** The SQL of `--sql`; - reads it from stdin. */
export async function readSql(given: string): Promise<string> {
  return given === "-" ? text(process.stdin) : given;
}
