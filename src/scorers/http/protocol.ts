import type { Message } from "../../contract.js";

/** How a conversation becomes what is sent. `template` wants a tokenizer folder; `messages` leaves the work to the server. */
export type Rendering = "template" | "messages" | "pair" | "plain" | "response";

/** A text made ready to be sent. */
export type Rendered =
  | { readonly kind: "text"; readonly prompt: string; readonly text: string }
  | { readonly kind: "pair"; readonly prompt: string; readonly response: string }
  | { readonly kind: "messages"; readonly messages: readonly Message[] };

/** Raw scores, one row a text in the order they were sent; `heads` where the server names the columns. */
export interface Rows {
  readonly rows: readonly (readonly number[])[];
  readonly heads?: readonly string[];
}

/** A model server, as a protocol sees it. */
export interface Server {
  readonly model: string | undefined;
  /** The protocol's own options, as the user gave them. */
  readonly options: ReadonlyMap<string, string>;
  /**
   * Posts JSON to a path below the address (GETs without a body) and hands what comes back to `read`, whose plain errors
   * are told as TARE_HTTP_ANSWER. Errors: TARE_HTTP_*.
   */
  send<T>(path: string, body: unknown, read: (answer: unknown) => T): Promise<T>;
}

export interface Connection {
  score(batch: readonly Rendered[]): Promise<Rows>;
}

/** One file of protocols/ declares one; its name is the file's. */
export interface Protocol {
  readonly summary: string;
  /** Whether the request must name the model. */
  readonly needsModel: boolean;
  /** The renderings it can send. Where `pair` is among them, it is the one taken unasked. */
  readonly renderings: readonly Rendering[];
  /** Its own options, with what they mean. */
  readonly options: Readonly<Record<string, string>>;
  connect(server: Server): Connection | Promise<Connection>;
}

export type NamedProtocol = Protocol & { readonly name: string };

export function defineProtocol(protocol: Protocol): Protocol {
  return Object.freeze(protocol);
}

/** The strings of a batch that was rendered here. */
export function textsOf(batch: readonly Rendered[]): string[] {
  return batch.flatMap((text) => (text.kind === "text" ? [text.text] : []));
}
