/** The day (UTC), as YYYY-MM-DD: waivers end. */
export function today(): string {
  return now().slice(0, 10);
}

/** The time, ISO-8601 (UTC). */
export function now(): string {
  return new Date().toISOString();
}
