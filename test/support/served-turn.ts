/** One turn over HTTP with a program in another process. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type ConversationRequest, conversationLine } from '../../src/api/conversation-messages.ts';
import type { HearkenServer } from './hearken-server.ts';

const httpLine = z.looseObject({ msg: z.literal('http interface'), url: z.string() });

export async function apiUrlOf(server: HearkenServer): Promise<string> {
  for (;;) {
    for (const line of server.log) {
      const parsed = httpLine.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data.url;
    }
    await delay(20);
  }
}

/** Waits until the home is connected, then says the sentence; gives the last line of the answer. */
export async function sayTo(server: HearkenServer, dataDir: string, turn: ConversationRequest) {
  const url = await apiUrlOf(server);
  while (!(await fetch(`${url}/health`)).ok) await delay(50);
  const response = await fetch(`${url}/api/v1/conversation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${(await readFile(join(dataDir, 'token'), 'utf8')).trim()}` },
    body: JSON.stringify({ language: 'en', ...turn }),
  });
  const lines = (await response.text()).trim().split('\n');
  return conversationLine.parse(JSON.parse(lines.at(-1) ?? ''));
}
