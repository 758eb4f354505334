/** Whether the addresses the program listens on can be had. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { toError } from '../core/errors.ts';
import type { Finding } from './finding.ts';

export type Listener = { readonly host: string; readonly port: number; readonly flag: string };

/** @param isOurs tells whether a running Hearken answers there; then the port is as it should be. */
export async function judgePort(
  { host, port, flag }: Listener,
  isOurs: (listener: Listener) => Promise<boolean>,
): Promise<Finding> {
  const place = `${host}:${port}`;
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return { topic: 'port', verdict: 'ok', message: `${place} is free` };
  } catch (cause) {
    const error = toError(cause);
    const code = 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') {
      if (await isOurs({ host, port, flag }))
        return { topic: 'port', verdict: 'ok', message: `Hearken runs on ${place}` };
      const fix = `stop the other program (ss -ltnp "sport = :${port}" names it), or choose another port with ${flag}`;
      return { topic: 'port', verdict: 'problem', message: `${place} is taken by another program`, fix };
    }
    const fix = `choose another address with --host, or another port with ${flag}`;
    return {
      topic: 'port',
      verdict: 'problem',
      message: `${place} can not be opened: ${error.message}`,
      fix,
    };
  } finally {
    server.close();
  }
}
