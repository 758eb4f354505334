import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '../../support/home/demo-server.ts';
import { type HearkenServer, startHearken } from '../../support/hearken-server.ts';
import { sayTo } from '../../support/served-turn.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** The agent alone, on the data directory, in a home that goes on when the program is killed. */
function start(data: string, { demo, url }: DemoServer): Promise<HearkenServer> {
  const env = { HEARKEN_HOME_TOKEN: demo.token };
  return startHearken({ args: ['--only', 'handle', '--data', data, '--home-url', url], env });
}

const say = (server: HearkenServer, data: string, text: string, turnId: string) =>
  sayTo(server, data, { text, turn_id: turnId, conversation_id: 'c', user: { id: 'ada' } });

/** How often the front door set out to unlock. */
function countUnlocks({ demo }: DemoServer): () => number {
  let count = 0;
  demo.world.watch((event) => {
    if (event.kind === 'state' && event.entityId === 'lock.front_door' && event.after.state === 'unlocking')
      count += 1;
  });
  return () => count;
}

describe('a program that is killed while a confirmation waits', () => {
  it('still knows its question, and the yes acts once', async () => {
    await using home = await startDemoServer();
    await using dir = await tempDir();
    const unlocks = countUnlocks(home);
    const first = await start(dir.path, home);
    expect(await say(first, dir.path, 'unlock the front door', 'ask')).toMatchObject({
      continue_conversation: true,
      continue_reason: 'confirmation',
    });
    first.kill('SIGKILL');
    await first.exited;
    await using second = await start(dir.path, home);
    expect(await say(second, dir.path, 'yes', 'yes')).toMatchObject({ changes: [{ proof: 'started' }] });
    expect(await say(second, dir.path, 'yes', 'again')).toMatchObject({ changes: [] });
    expect(unlocks()).toBe(1);
  });

  it.each([0, 2, 5, 10, 20, 50])(
    'acts at most once when it dies %i ms after the yes, whatever is said to the next one',
    async (afterMs) => {
      await using home = await startDemoServer({ pace: 0.2 });
      await using dir = await tempDir();
      const unlocks = countUnlocks(home);
      const first = await start(dir.path, home);
      await say(first, dir.path, 'unlock the front door', 'ask');
      const cut = say(first, dir.path, 'yes', 'yes').catch((error: unknown) => error);
      await delay(afterMs);
      first.kill('SIGKILL');
      await Promise.all([first.exited, cut]);
      await using second = await start(dir.path, home);
      await say(second, dir.path, 'yes', 'yes');
      await say(second, dir.path, 'yes', 'another');
      await say(second, dir.path, 'yes', 'a third');
      expect(unlocks()).toBeLessThanOrEqual(1);
    },
  );
});
