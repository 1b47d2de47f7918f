/** What a server says of a request that failed, in one line: the parameter it names, and its sentence. */
export function toldBy(body: string): string {
  return sentenceOf(parsed(body)).replace(/\s+/g, " ").trim();
}

/** The error's code, as in {"error": {"code": "content_filter"}}; empty where there is none. */
export function codeIn(body: string): string {
  const error = fieldOf(parsed(body), "error");
  const code = fieldOf(error, "code") ?? fieldOf(error, "type");
  return typeof code === "string" ? code : "";
}

/** OpenAI: error.message and error.param; FastAPI: detail with loc and msg; others: message. */
function sentenceOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(sentenceOf).join("; ");
  const inner = fieldOf(value, "error") ?? fieldOf(value, "detail");
  if (inner !== undefined && inner !== null) return sentenceOf(inner);
  const message = fieldOf(value, "message") ?? fieldOf(value, "msg");
  if (message === undefined) return JSON.stringify(value) ?? "";
  const place = fieldOf(value, "param") ?? fieldOf(value, "loc");
  const where = Array.isArray(place) ? place.join(".") : place;
  const said = sentenceOf(message);
  return typeof where === "string" && !said.includes(where) ? `${where}: ${said}` : said;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
