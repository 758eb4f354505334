import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationLine } from '../../../src/api/conversation-messages.ts';
import { type HearkenServer, startHearken } from '../../support/hearken-server.ts';
import { tempDir } from '../../support/temp-dir.ts';

const httpLine = z.looseObject({ msg: z.literal('http interface'), url: z.string() });

/** The agent alone, on the data directory; `loss` 1 makes every device lose its commands. */
const start = (data: string, loss: 0 | 1) =>
  startHearken({ args: ['--only', 'handle', '--data', data, '--home-demo-loss', String(loss)] });

async function urlOf(server: HearkenServer): Promise<string> {
  for (;;) {
    for (const line of server.log) {
      const parsed = httpLine.safeParse(JSON.parse(line));
      if (parsed.success) return parsed.data.url;
    }
    await delay(20);
  }
}

/** Waits until the home is connected, then says the sentence; gives the last line of the answer. */
async function say(server: HearkenServer, data: string, turn: { text: string; turn_id: string }) {
  const url = await urlOf(server);
  while (!(await fetch(`${url}/health`)).ok) await delay(50);
  const response = await fetch(`${url}/api/v1/conversation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${(await readFile(join(data, 'token'), 'utf8')).trim()}` },
    body: JSON.stringify({ language: 'en', ...turn }),
  });
  const lines = (await response.text()).trim().split('\n');
  return conversationLine.parse(JSON.parse(lines.at(-1) ?? ''));
}

/** Waits until the turn is on record as begun. */
async function begun(data: string, turnId: string): Promise<void> {
  const file = new Database(join(data, 'hearken.db'), { readonly: true });
  const find = file.prepare('select outcome from turns where turn_id = ?');
  while (find.all(turnId).length === 0) await delay(5);
  expect(find.all(turnId)).toEqual([{ outcome: null }]);
  file.close();
}

describe('a program that is killed', () => {
  it('answers a finished turn as before and does not act on it again', async () => {
    await using dir = await tempDir();
    const turn = { text: 'turn on the kitchen lights', turn_id: 'finished' };
    const first = await start(dir.path, 0);
    const outcome = await say(first, dir.path, turn);
    first.kill('SIGKILL');
    await first.exited;
    await using second = await start(dir.path, 0);
    expect(await say(second, dir.path, { ...turn, text: 'turn off the kitchen lights' })).toEqual(outcome);
    const next = { text: 'are the kitchen lights on', turn_id: 'question' };
    expect(await say(second, dir.path, next)).toMatchObject({ speech: expect.stringMatching(/off|no/i) });
  });

  it('says of a turn that it was killed in that it does not know, and does not act again', async () => {
    await using dir = await tempDir();
    const turn = { text: 'turn on the kitchen lights', turn_id: 'cut' };
    const first = await start(dir.path, 1);
    const cut = say(first, dir.path, turn).catch((error: unknown) => error);
    await urlOf(first);
    await begun(dir.path, 'cut');
    first.kill('SIGKILL');
    await first.exited;
    expect(await cut).toBeInstanceOf(Error);
    await using second = await start(dir.path, 0);
    const answer = await say(second, dir.path, turn);
    expect(answer).toMatchObject({
      turn_id: 'cut',
      changes: [],
      speech: expect.stringContaining("don't know"),
    });
    const next = { text: 'are the kitchen lights on', turn_id: 'question' };
    expect(await say(second, dir.path, next)).toMatchObject({ speech: expect.stringMatching(/off|no/i) });
  });
});
