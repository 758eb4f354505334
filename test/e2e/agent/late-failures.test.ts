import { describe, expect, it } from 'vitest';
import type { TurnRequest } from '../../../src/agent/agent.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';
import { listeningAnnouncer } from '../../support/agent/listening-announcer.ts';

const office: Partial<TurnRequest> = { channel: 'http', satelliteId: 'assist_satellite.office' };

function talkTo({ home }: ConnectedDemo) {
  const { heard, until, announcer } = listeningAnnouncer();
  const background = new Background(silentLogger);
  const agent = agentFor(home, { late: { announcer, background, log: silentLogger } });
  const talk = (text: string, more: Partial<TurnRequest> = office) => say(agent, text, more);
  return { talk, heard, until, background };
}

/** As the device itself reports it: half-way, at rest. */
const stuck = { state: 'open', attributes: { current_position: 40 } };

describe('a slow device', () => {
  it('that stops on its way is told of on the satellite that asked', async () => {
    await using connected = await connectDemo({ pace: 1 });
    const { talk, heard, until, background } = talkTo(connected);
    await using _ = background;
    expect((await talk('open the sliding door')).speech).toBe('The sliding door is opening.');
    connected.demo.world.report('cover.sliding_door', stuck);
    await until(1);
    expect(heard).toEqual([
      {
        satelliteId: 'assist_satellite.office',
        text: expect.stringMatching(/^The sliding door stopped on the way/),
      },
    ]);
  });

  it('that arrives is not spoken of', async () => {
    await using connected = await connectDemo({ pace: 0.02 });
    const { talk, heard, background } = talkTo(connected);
    await talk('open the sliding door');
    await connected.home.until('cover.sliding_door', ({ state }) => state === 'open', {
      signal: AbortSignal.timeout(5_000),
    });
    await background[Symbol.asyncDispose]();
    expect(heard).toEqual([]);
  });

  it.each([
    ['is sent elsewhere meanwhile', 'close the sliding door', office],
    ['was asked for where nobody listens', undefined, { channel: 'http' }],
  ] as const)('that %s is not spoken of', async (_, next, more) => {
    await using connected = await connectDemo({ pace: 1 });
    const { talk, heard, background } = talkTo(connected);
    await talk('open the sliding door', more);
    if (next) await talk(next);
    else connected.demo.world.report('cover.sliding_door', stuck);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await background[Symbol.asyncDispose]();
    expect(heard).toEqual([]);
  });

  it('is followed no longer when the program stops', async () => {
    await using connected = await connectDemo({ pace: 1 });
    const { talk, heard, background } = talkTo(connected);
    await talk('open the sliding door');
    await background[Symbol.asyncDispose]();
    connected.demo.world.report('cover.sliding_door', stuck);
    expect(heard).toEqual([]);
  });
});
