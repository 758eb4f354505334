/** One JSON object per line, each sent as it comes: a web stream's way to the socket costs a turn a millisecond. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/**
 * Writes all lines and ends the response. Ends the lines when the caller hangs up; a caller who reads slowly holds
 * them. Rejects as the lines do.
 */
export async function writeLines(
  lines: AsyncGenerator<unknown, void>,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const gone = new AbortController();
  const hangUp = (): void => gone.abort();
  response.once('close', hangUp);
  response.writeHead(200, {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    ...headers,
  });
  try {
    for await (const line of lines) {
      if (response.destroyed) return;
      if (response.write(`${JSON.stringify(line)}\n`)) continue;
      await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
  } finally {
    response.off('close', hangUp);
    response.end();
  }
}
