import { describe, expect, it } from 'vitest';
import type { Agent, TurnRequest } from '../../src/agent/agent.ts';
import { directEngines } from '../support/engines/direct-engines.ts';
import { Peer, audioStop, chunkOf, speechStart } from '../support/peer.ts';
import { echoAgent, startVoiceServer } from '../support/voice-server.ts';

describe('what speech-to-text knew of a sentence', () => {
  it('reaches the agent beside the text, on whatever connection it comes', async () => {
    const requests: TurnRequest[] = [];
    const agent: Agent = {
      languages: echoAgent.languages,
      respond: (request, options) => {
        requests.push(request);
        return echoAgent.respond(request, options);
      },
    };
    await using server = await startVoiceServer(await directEngines(), { agent });
    await using ears = await Peer.open(server.uri);
    await ears.send({ type: 'transcribe', data: { language: 'en' } }, speechStart);
    await ears.send(chunkOf(new Int16Array(8_000).fill(1_000)), audioStop);
    const { text } = (await ears.next('transcript')).data;
    for (const said of [text, 'typed words']) {
      await using mouth = await Peer.open(server.uri);
      await mouth.send({ type: 'transcript', data: { text: said, language: 'en' } });
      await mouth.next('handled');
    }
    const [spoken, typed] = requests;
    expect(spoken).toMatchObject({ text, heard: { language: 'en', audioMs: 500 } });
    expect(spoken?.heard?.energyDb).toBeCloseTo(-30.3, 1);
    expect(typed).not.toHaveProperty('heard');
  });
});
