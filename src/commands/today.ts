/** The day (UTC), as YYYY-MM-DD: waivers end. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
