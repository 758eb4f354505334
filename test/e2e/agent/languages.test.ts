/** Languages in a home whose own agent can not be asked: the demo home. */
import { describe, expect, it } from 'vitest';
import { keepHomeAssistantAgent } from '../../../src/app/agent/home-assistant-agent.ts';
import { Background } from '../../../src/core/background.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { packs } from '../../../src/agent/reply/packs.ts';
import { readAgentLanguages, readSentence } from '../../../src/home/read-sentence.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';

const { signal } = new AbortController();

describe('languages in the demo home', () => {
  it('are English alone, because it reads no sentences', async () => {
    await using connected = await connectDemo();
    await using background = new Background(silentLogger);
    const homeAssistant = keepHomeAssistantAgent(connected.home, { background, log: silentLogger });
    expect(await readAgentLanguages(connected.home, { signal })).toEqual([]);
    expect(agentFor(connected.home, { homeAssistant }).languages).toEqual(['en']);
  });

  it.each(packs.filter(({ language }) => language !== 'en'))(
    'says in $language that it does not understand it, and changes nothing',
    async ({ language, languageUnknown }) => {
      await using connected = await connectDemo();
      await using background = new Background(silentLogger);
      const homeAssistant = keepHomeAssistantAgent(connected.home, { background, log: silentLogger });
      const outcome = await say(agentFor(connected.home, { homeAssistant }), 'Desk Lamp', { language });
      expect(outcome).toMatchObject({ speech: languageUnknown, language, understood: false, changes: [] });
    },
  );

  it('refuses to read a sentence with the code of an unknown command', async () => {
    await using connected = await connectDemo();
    const read = readSentence(connected.home, { text: 'x', language: 'de', deviceId: null }, { signal });
    await expect(read).rejects.toMatchObject({ code: 'HOME_REFUSED' });
  });

  it('says that the home is away when it is', async () => {
    await using connected = await connectDemo();
    const away = { languages: () => [], read: async () => ({ kind: 'none' }) as const };
    const home = { ...connected.home, status: () => 'disconnected' as const };
    const outcome = await say(agentFor(home, { homeAssistant: away }), 'schalte ein', { language: 'de' });
    expect(outcome.speech).toBe(packs.find(({ language }) => language === 'de')?.homeAway);
  });
});
