/** Pages that take long to make, kept for the next time they are asked for. */
export type KeptPages = (key: string, make: () => Promise<string>) => Promise<string>;

/** A page that asks again each second is to be told of a failure, and not to have the same work begun anew for ever. */
const FAILED_MS = 5_000;

/** Keeps so many pages, those asked for last; two that ask at once wait for the same page. A failure is kept `failedMs` long. */
export function keepPages(most: number, failedMs = FAILED_MS): KeptPages {
  const pages = new Map<string, Promise<string>>();
  return (key, make) => {
    const page = pages.get(key) ?? make();
    pages.delete(key);
    pages.set(key, page);
    page.catch(() => setTimeout(() => pages.get(key) === page && pages.delete(key), failedMs).unref());
    for (const old of [...pages.keys()].slice(0, -most)) pages.delete(old);
    return page;
  };
}
