import type { Audit } from "../audit/audit.js";

/** An audit, or part of one, as JSON. Sets hold digests, which say nothing to a reader: their size does. */
export function auditJson(found: Partial<Audit>): string {
  return JSON.stringify(found, (_, value) => (value instanceof Set ? value.size : value), 2);
}
