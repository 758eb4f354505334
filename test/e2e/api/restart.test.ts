import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { startHearken } from '../../support/hearken-server.ts';
import { apiUrlOf, sayTo } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** The agent alone, on the data directory; `loss` 1 makes every device lose its commands. */
const start = (data: string, loss: 0 | 1) =>
  startHearken({ args: ['--only', 'handle', '--data', data, '--home-demo-loss', String(loss)] });

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
    const outcome = await sayTo(first, dir.path, turn);
    first.kill('SIGKILL');
    await first.exited;
    await using second = await start(dir.path, 0);
    expect(await sayTo(second, dir.path, { ...turn, text: 'turn off the kitchen lights' })).toEqual(outcome);
    const next = { text: 'are the kitchen lights on', turn_id: 'question' };
    expect(await sayTo(second, dir.path, next)).toMatchObject({ speech: expect.stringMatching(/off|no/i) });
  });

  it('says of a turn that it was killed in that it does not know, and does not act again', async () => {
    await using dir = await tempDir();
    const turn = { text: 'turn on the kitchen lights', turn_id: 'cut' };
    const first = await start(dir.path, 1);
    const cut = sayTo(first, dir.path, turn).catch((error: unknown) => error);
    await apiUrlOf(first);
    await begun(dir.path, 'cut');
    first.kill('SIGKILL');
    await first.exited;
    expect(await cut).toBeInstanceOf(Error);
    await using second = await start(dir.path, 0);
    const answer = await sayTo(second, dir.path, turn);
    expect(answer).toMatchObject({
      turn_id: 'cut',
      changes: [],
      speech: expect.stringContaining("don't know"),
    });
    const next = { text: 'are the kitchen lights on', turn_id: 'question' };
    expect(await sayTo(second, dir.path, next)).toMatchObject({ speech: expect.stringMatching(/off|no/i) });
  });
});
