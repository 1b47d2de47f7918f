import { z } from "zod";
import { TareError } from "../../errors.js";
import { didYouMean } from "../../nearest.js";
import type { Came, Connection } from "./connection.js";
import type { Failures } from "./failures.js";
import { codeIn, toldBy } from "./told.js";

const SHOWN = 20;
const list = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The only model of a server. Errors: TARE_ORACLE_MODEL where it has none or several, and those of the connection. */
export async function onlyModel(connection: Connection, failures: Failures, where: string): Promise<string> {
  const came = await connection.models(new AbortController().signal);
  if (came.status < 200 || came.status > 299) throw failures.of(came);
  const names = modelsIn(came);
  if (names === undefined) throw failures.unread("no list of models, and no model was named", came);
  if (names.length === 1) return names[0]!;
  throw new TareError("TARE_ORACLE_MODEL", `no model was named; it ${offer(names)}`, { where });
}

/**
 * What to say of a 404, or of another status that speaks of the model: undefined unless the server lists its models and
 * this is none of them.
 */
export async function missingModel(
  came: Came,
  model: string,
  connection: Connection,
  { where, signal }: { readonly where: string; readonly signal: AbortSignal },
): Promise<TareError | undefined> {
  if (came.status !== 404 && !speaksOfModel(came)) return undefined;
  const listed = await connection.models(signal).catch(() => undefined);
  if (signal.aborted) throw new TareError("TARE_INTERRUPTED", "given up while the oracle was asked");
  const names = listed?.status === 200 ? modelsIn(listed) : undefined;
  if (names === undefined) {
    if (!speaksOfModel(came)) return undefined;
    return new TareError("TARE_ORACLE_MODEL", `it has no model "${model}", and lists none`, { where });
  }
  if (names.includes(model)) return undefined;
  const what = `it has no model "${model}"${didYouMean(model, names)}; it ${offer(names)}`;
  return new TareError("TARE_ORACLE_MODEL", what, { where });
}

function speaksOfModel({ status, body }: Came): boolean {
  if (![400, 404, 422].includes(status)) return false;
  const told = toldBy(body);
  return (
    /model_not_found/.test(codeIn(body)) ||
    /\bmodel\b[^.;]{0,80}\b(not found|not exist|not available|not supported)\b|\b(no such|unknown|invalid) model\b/i.test(
      told,
    )
  );
}

function modelsIn({ body }: Came): readonly string[] | undefined {
  try {
    const { data } = list.parse(JSON.parse(body));
    return [...new Set(data.map(({ id }) => id))];
  } catch {
    return undefined;
  }
}

function offer(names: readonly string[]): string {
  if (names.length === 0) return "lists none";
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  return `offers ${names.slice(0, SHOWN).join(", ")}${more}`;
}
