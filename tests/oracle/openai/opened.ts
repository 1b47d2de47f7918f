import { afterEach } from "vitest";
import type { Oracle, OracleOptions } from "../../../src/contract.js";
import { openOracle } from "../../../src/oracle/open.js";
import { OPTIONS } from "../asked.js";
import { type ChatServer, type Said, type Seen, serveChat } from "./server.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

export interface Opened {
  readonly oracle: Oracle;
  readonly server: ChatServer;
  readonly warnings: readonly string[];
}

/** A server and an oracle that asks it; both are closed after the test. */
export async function opened(
  say: (seen: Seen, request: number) => Said,
  options: Partial<OracleOptions> & {
    readonly models?: readonly string[] | Said;
    readonly path?: string;
  } = {},
): Promise<Opened> {
  const { models, path = "", ...rest } = options;
  const server = await serveChat(say, models);
  open.push(server);
  const warnings: string[] = [];
  const warn = (text: string) => warnings.push(text);
  const oracle = await openOracle(`${server.url}${path}`, { ...OPTIONS, model: "m", warn, ...rest });
  open.push(oracle);
  return { oracle, server, warnings };
}
