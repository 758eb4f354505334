import { describe, expect, it } from 'vitest';
import type { HandOverRequest, HandedOver } from '../../../../src/agent/act/hand-over.ts';
import type { TurnRequest } from '../../../../src/agent/agent.ts';
import { createHomeAssistantPath } from '../../../../src/agent/home-assistant/home-assistant-path.ts';
import type { Reading } from '../../../../src/agent/path.ts';
import type { Turn } from '../../../../src/agent/turn.ts';
import { english } from '../../../../src/agent/reply/en/pack.ts';
import { packFor } from '../../../../src/agent/reply/packs.ts';
import { speakerOf } from '../../../../src/agent/speaker.ts';
import { HomeError } from '../../../../src/core/errors.ts';
import type { SentenceReading, SentenceToRead } from '../../../../src/home/model/sentence-reading.ts';
import type { HomeStatus } from '../../../../src/home/model/home-status.ts';
import { demoModel } from '../../../support/home/demo-model.ts';
import { quietWork } from '../../../support/agent/quiet-work.ts';

const model = demoModel();
const { signal } = new AbortController();

const intent = (
  name: string,
  slots: Readonly<Record<string, unknown>> = {},
  more: Partial<Extract<SentenceReading, { readonly kind: 'intent' }>> = {},
): SentenceReading => ({
  kind: 'intent',
  intent: name,
  source: 'builtin',
  template: '',
  slots: new Map(Object.entries(slots).map(([key, value]) => [key, { value, text: '' }])),
  targets: [],
  ...more,
});

const answered: HandedOver = { kind: 'answered', speech: 'Fatto', isError: false };

/** A home whose agent makes this of every sentence. */
async function ask(
  text: string,
  language: string,
  read: SentenceReading | HomeError,
  { answer = answered, status = 'connected' }: { answer?: HandedOver; status?: HomeStatus } = {},
  more: Partial<TurnRequest> = {},
) {
  const handed: HandOverRequest[] = [];
  const asked: SentenceToRead[] = [];
  const path = createHomeAssistantPath({
    agent: {
      languages: () => (status === 'connected' ? ['en', 'de', 'it'] : []),
      read: async (sentence) => {
        asked.push(sentence);
        if (read instanceof HomeError) throw read;
        return read;
      },
    },
    home: { status: () => status },
    handOver: async (request) => {
      handed.push(request);
      return answer;
    },
  });
  const request: TurnRequest = { turnId: 't', text, language, channel: 'http', ...more };
  const turn: Turn = {
    request,
    model,
    isHomeAway: status !== 'connected',
    areaId: request.areaId ?? null,
    speaker: speakerOf(request),
    dialogue: undefined,
    pending: null,
    pack: packFor(language) ?? english,
  };
  const reading: Reading = await path.read(turn, { signal });
  const said = reading.kind === 'run' ? await reading.run(quietWork(turn, 'ha'), { signal }) : reading;
  return { reading, said, handed, asked };
}

describe('the path through Home Assistant', () => {
  it('plans what an intent means, and hands nothing over', async () => {
    const { reading, handed } = await ask('schalte ein', 'de', intent('HassTurnOn', { name: 'Desk Lamp' }));
    expect(reading).toMatchObject({ kind: 'plan', plan: { kind: 'act', wish: { do: 'turn_on' } } });
    expect(handed).toEqual([]);
  });

  it('hands over the sentences that the household wrote, and nothing that is known of them', async () => {
    for (const read of [
      { kind: 'trigger', template: 'film' } as const,
      intent('CosyEvening', {}, { source: 'custom' }),
    ]) {
      const { said, handed } = await ask('film', 'de', read);
      expect(said).toMatchObject({ kind: 'said', speech: 'Fatto', language: 'de', understood: true });
      expect(handed).toMatchObject([{ text: 'film', wishes: null }]);
    }
  });

  it('runs no sentence with a "not" that only its wildcard takes', async () => {
    const wild = await ask('bitte nicht den film starten', 'de', {
      kind: 'trigger',
      template: '{was} film starten',
    });
    expect(wild).toMatchObject({ handed: [], said: { kind: 'said', understood: false } });
    const meant = await ask('bitte nicht stören', 'de', {
      kind: 'trigger',
      template: '[bitte] nicht stören',
    });
    expect(meant.handed).toHaveLength(1);
  });

  it('plans a household sentence for an intent we know', async () => {
    const read = intent('HassTurnOn', { name: 'Desk Lamp' }, { source: 'custom' });
    expect((await ask('leuchte', 'de', read)).reading).toMatchObject({ kind: 'plan' });
  });

  it('lets no negated sentence through, whatever was read', async () => {
    const read = intent('HassTurnOn', { name: 'Desk Lamp' });
    const { said } = await ask('schalte Desk Lamp nicht ein', 'de', read);
    expect(said).toMatchObject({ kind: 'said', understood: false, language: 'de' });
  });

  it('tells which name or room it does not know', async () => {
    const partly = (unknown: Readonly<Record<string, string>>): SentenceReading => ({
      kind: 'partly',
      intent: 'HassTurnOn',
      slots: new Map(),
      unknown: new Map(Object.entries(unknown)),
    });
    expect((await ask('x', 'de', partly({ area: 'Oppos' }))).reading).toMatchObject({
      plan: { kind: 'unlinked', why: { kind: 'unknown-place', said: 'Oppos' } },
    });
    expect((await ask('x', 'de', partly({ name: 'Foo', area: 'Bar' }))).reading).toMatchObject({
      kind: 'passed',
    });
    expect((await ask('x', 'de', partly({ name: 'schalte Desk Lamp' }))).reading).toMatchObject({
      kind: 'passed',
    });
    expect((await ask('x', 'en', partly({ name: 'Foo' }))).reading).toMatchObject({ kind: 'passed' });
  });

  it('is honest about an intent it can do nothing with', async () => {
    const { said } = await ask('hallo', 'de', intent('HassRespond'));
    expect(said).toMatchObject({ kind: 'said', speech: packFor('de')?.unsupported });
  });

  it('says that the home is away when it is, or does not answer', async () => {
    const away = { kind: 'said', speech: packFor('de')?.homeAway, language: 'de' };
    expect((await ask('x', 'de', { kind: 'none' }, { status: 'disconnected' })).said).toMatchObject(away);
    const slow = new HomeError('HOME_UNREACHABLE', 'slow');
    expect((await ask('x', 'de', slow)).said).toMatchObject(away);
    expect((await ask('x', 'en', slow)).said).toMatchObject({ kind: 'passed' });
  });

  it('has nothing to say in a language that the home does not read', async () => {
    expect((await ask('x', 'ja', { kind: 'none' })).said).toMatchObject({ kind: 'passed', speech: null });
  });

  it('reads a sentence as if it came from the room it was said in', async () => {
    const { asked } = await ask('x', 'de', { kind: 'none' }, {}, { areaId: 'kitchen' });
    expect(model.devices.get(asked[0]?.deviceId ?? '')?.areaId).toBe('kitchen');
    const other = await ask('x', 'it', { kind: 'none' }, {}, { areaId: 'kitchen' });
    expect(other.asked[0]?.deviceId).toBeNull();
  });
});

const refusedLamp =
  "I turn on the desk lamp only after a confirmation, and I can't ask for one here. Nothing was changed.";

describe('a language without words of ours', () => {
  it("hands over what it means, and reports Home Assistant's word", async () => {
    const read = intent('HassTurnOn', { name: 'Desk Lamp' });
    const { said, handed } = await ask('accendi', 'it', read);
    expect(said).toMatchObject({ speech: 'Fatto', language: 'it', understood: true });
    expect(handed).toMatchObject([{ wishes: [{ wish: { do: 'turn_on' } }] }]);
  });

  it('hands nothing over that it can not see through', async () => {
    const targets = [{ entityId: 'lock.back_door', matched: true }];
    for (const read of [
      intent('HassTurnOff', { name: 'Back Door' }, { targets }),
      intent('HassNewThing', {}, { targets }),
    ]) {
      const { said, handed } = await ask('apri', 'it', read);
      expect(handed).toEqual([]);
      expect(said).toMatchObject({ kind: 'said', speech: english.unsupported, language: 'en' });
    }
  });

  it.each([
    [{ kind: 'refused', why: 'less-safe' }, refusedLamp],
    [{ kind: 'silent' }, english.homeSilent],
    [{ kind: 'not-run' }, english.homeAway],
    [{ kind: 'running' }, english.homeRan],
    [{ kind: 'answered', speech: '', isError: false }, english.homeRan],
  ] as const)('claims nothing when the answer is %o', async (answer, speech) => {
    const { said } = await ask('accendi', 'it', intent('HassTurnOn', { name: 'Desk Lamp' }), { answer });
    expect(said).toMatchObject({ speech, language: 'en' });
  });
});
