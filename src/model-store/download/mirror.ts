/** Downloads from a server of one's own. */

/**
 * The address on the mirror: `https://example.org/a/b` becomes `<mirror>/example.org/a/b`, so that a plain copy of
 * the upstream files (`wget -x`) or a caching proxy works. Without a mirror the address itself.
 */
export function mirrored(url: string, mirror: string | undefined): string {
  if (mirror === undefined || mirror === '') return url;
  const { host, pathname, search } = new URL(url);
  return `${mirror.replace(/\/+$/u, '')}/${host}${pathname}${search}`;
}
