/** A function that keeps its results. Work that is asked for again and again is done once; memory stays bounded. */

/** After `limit` texts it forgets them all: those that are asked for often come back first. */
export function remembering<V extends object | string | boolean | null>(
  limit: number,
  work: (text: string) => V,
): (text: string) => V {
  const results = new Map<string, V>();
  return (text) => {
    const before = results.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (results.size >= limit) results.clear();
    results.set(text, result);
    return result;
  };
}
