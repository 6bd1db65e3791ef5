export type Sort = { key: string; descending: boolean };

/** Reads an order such as "due" or "-due" (descending) from the address; null when there is none. */
export function parseSort(text: string | null | undefined): Sort | null {
  if (!text || text === "-") return null;
  return text.startsWith("-") ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** The query string that sorts by `key`, turning the direction round when already sorted by it; pages start anew. */
export function sortQuery(query: string, param: string, key: string, current: Sort | null): string {
  const next = new URLSearchParams(query);
  next.set(param, current?.key === key && !current.descending ? `-${key}` : key);
  next.delete("after");
  next.delete("before");
  return `?${next}`;
}
