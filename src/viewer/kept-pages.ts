/** Pages that take long to make, kept for the next time they are asked for. */
export type KeptPages = (key: string, make: () => Promise<string>) => Promise<string>;

/** Keeps so many pages, those asked for last; two that ask at once wait for the same page, and a failure is not kept. */
export function keepPages(most: number): KeptPages {
  const pages = new Map<string, Promise<string>>();
  return (key, make) => {
    const page = pages.get(key) ?? make();
    pages.delete(key);
    pages.set(key, page);
    page.catch(() => pages.delete(key));
    for (const old of [...pages.keys()].slice(0, -most)) pages.delete(old);
    return page;
  };
}
