/** Where a started program's HTTP interface is, and its token: both are shown in its log once, at the first start. */
import { z } from 'zod';
import type { HearkenServer } from '../../support/hearken-server.ts';

export type HttpInterface = { readonly host: string; readonly port: number; readonly token: string };

const line = z.looseObject({ url: z.string().optional(), accessToken: z.string().optional() });

const timeoutMs = 10_000;

export async function httpInterface({ log }: HearkenServer): Promise<HttpInterface> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const parsed = log.filter((text) => text.startsWith('{')).map((text) => line.parse(JSON.parse(text)));
    const url = parsed.find((entry) => entry.url)?.url;
    const token = parsed.find((entry) => entry.accessToken)?.accessToken;
    if (url && token) {
      const { hostname, port } = new URL(url);
      return { host: hostname, port: Number(port), token };
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no HTTP interface in the log:\n${log.join('\n')}`);
}
