/** A real HTTP server with ranges for download tests; what it serves and how it misbehaves is set per path. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type ServedFile = {
  readonly body: Uint8Array;
  /** Answers with this status and no body. */
  readonly status?: number;
  /** Stops after so many bytes of the body, for the first so many requests, until `cut()` breaks the connection. */
  readonly stall?: { readonly afterBytes: number; readonly times: number };
  /** Ignores ranges, as a plain proxy does. */
  readonly noRanges?: boolean;
  /** Without it the file has no validator. */
  readonly etag?: boolean;
};

export type SeenRequest = { readonly path: string; readonly range: string | undefined };

export type FileServer = AsyncDisposable & {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Requests so far, in order. */
  readonly requests: readonly SeenRequest[];
  serve(path: string, file: ServedFile): void;
  /** Breaks the connections that stalled. */
  cut(): void;
};

export async function openFileServer(): Promise<FileServer> {
  const files = new Map<string, ServedFile>();
  const served = new Map<string, number>();
  const requests: SeenRequest[] = [];
  const stalled: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const count = (served.get(path) ?? 0) + 1;
    served.set(path, count);
    requests.push({ path, range: request.headers.range });
    const file = files.get(path);
    if (file) answer(request, response, file, count, stalled);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    serve: (path, file) => void files.set(path, file),
    cut: () => stalled.splice(0).forEach((response) => response.destroy()),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  count: number,
  stalled: ServerResponse[],
): void {
  const { body, status, stall, noRanges = false, etag = true } = file;
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 8)}"`;
  const match = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '');
  const validator = request.headers['if-range'];
  const isFresh = validator === undefined || validator === tag;
  const start = match && isFresh && !noRanges ? Number(match[1]) : 0;
  if (start > 0 && start >= body.byteLength) {
    response.writeHead(416, { 'content-range': `bytes */${body.byteLength}` }).end();
    return;
  }
  response.writeHead(start > 0 ? 206 : 200, {
    'content-length': body.byteLength - start,
    ...(etag ? { etag: tag } : {}),
    ...(start > 0 ? { 'content-range': `bytes ${start}-${body.byteLength - 1}/${body.byteLength}` } : {}),
  });
  if (stall && count <= stall.times) {
    response.write(body.subarray(start, stall.afterBytes));
    stalled.push(response);
    return;
  }
  response.end(body.subarray(start));
}
