import { describe, expect, it } from 'vitest';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import type { AnnounceResult } from '../../../src/agent/ports/announcer.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { listeningAnnouncer } from '../../support/agent/listening-announcer.ts';

const kitchen: Partial<TurnRequest> = { channel: 'http', satelliteId: 'assist_satellite.kitchen' };

async function broadcast(result: AnnounceResult, announcementCount: number) {
  await using connected = await connectDemo();
  const { heard, until, announcer } = listeningAnnouncer(result);
  await using background = new Background(silentLogger);
  const agent = agentFor(connected.home, { late: { announcer, background, log: silentLogger } });
  const { speech } = await say(agent, 'broadcast dinner is ready', kitchen);
  await until(announcementCount);
  return { speech, heard };
}

describe('a message for everybody', () => {
  it('is said on every other satellite', async () => {
    const { speech, heard } = await broadcast({ kind: 'announced' }, 1);
    expect(speech).toBe("I'm telling the others.");
    expect(heard).toEqual([{ satelliteId: 'assist_satellite.office', text: 'dinner is ready' }]);
  });

  it('that nobody could hear comes back to the one who asked', async () => {
    const { heard } = await broadcast({ kind: 'failed', reason: 'unavailable' }, 2);
    expect(heard.at(-1)).toEqual({
      satelliteId: 'assist_satellite.kitchen',
      text: 'Your message could not be played anywhere.',
    });
  });
});
