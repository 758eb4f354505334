import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { AgentPart, TurnRequest } from '../../../src/agent/agent.ts';
import type { LanguageModelPathParts } from '../../../src/agent/llm/llm-path.ts';
import { SpeakableSentences } from '../../../src/agent/llm/speakable-sentences.ts';
import type { LanguageModel } from '../../../src/agent/ports/language-model.ts';
import type { Tool } from '../../../src/agent/tools/tool.ts';
import { LanguageModelError } from '../../../src/core/errors.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo, type ConnectedDemo } from '../../support/home/demo-home.ts';
import { scriptedModel } from '../../support/llm/scripted-model.ts';

const about = { by: 'name', className: null, place: null, everywhere: false } as const;

/** What each does is what the test needs; the real ones have tests of their own. */
const tools: readonly Tool[] = [
  {
    name: 'turn',
    description: 'Turns devices on, off, or unlocks them.',
    input: z.object({ ids: z.array(z.string()), to: z.enum(['turn_on', 'turn_off', 'unlock']) }),
    deedOf: () => null,
    run: async (input, hands, options) => {
      const { ids, to } = z
        .object({ ids: z.array(z.string()), to: z.enum(['turn_on', 'turn_off', 'unlock']) })
        .parse(input);
      const entities = ids.flatMap((id) => hands.turn.model.entities.get(id) ?? []);
      const answer = await hands.carryOut({ kind: 'act', wish: { do: to }, entities, about }, options);
      return { content: answer.speech, answer };
    },
  },
  {
    name: 'look',
    description: 'Reads something.',
    input: z.object({}),
    deedOf: () => null,
    run: async () => ({ content: 'Dentist at nine.' }),
  },
];

function withModel(
  { home }: ConnectedDemo,
  model: LanguageModel,
  more: Partial<LanguageModelPathParts> = {},
) {
  return agentFor(home, {
    languageModel: {
      model,
      toolsFor: () => tools,
      promptFor: (turn, offered) => ({
        system: { stable: '', situation: '' },
        messages: [
          ...(turn.dialogue?.exchanges ?? []).flatMap(({ said, answered }) => [
            { from: 'person', text: said } as const,
            { from: 'model', text: answered, calls: [] } as const,
          ]),
          { from: 'person', text: turn.request.text },
        ],
        tools: offered.map(({ name, description }) => ({ name, description, inputSchema: {} })),
        maxTokens: 100,
      }),
      cutterFor: () => new SpeakableSentences(),
      deadlineMs: 5_000,
      log: silentLogger,
      ...more,
    },
  });
}

const kitchen: Partial<TurnRequest> = {
  channel: 'http',
  conversationId: 'c',
  satelliteId: 'assist_satellite.kitchen',
};
const stateOf = ({ demo }: ConnectedDemo, id: string) => demo.world.states.get(id)?.state;

describe('a turn of a language model', () => {
  it('is asked only for what nobody before it understood', async () => {
    await using connected = await connectDemo();
    const model = scriptedModel(['Blue.']);
    const agent = withModel(connected, model);
    expect(await say(agent, 'turn on the bed light')).toMatchObject({ path: 'local' });
    expect(model.prompts).toEqual([]);
    const answer = await say(agent, 'what is my favourite colour');
    expect(answer).toMatchObject({ path: 'llm', speech: 'Blue.', understood: true });
  });

  it('is heard as it is written, and a repeated id hears the same', async () => {
    await using connected = await connectDemo();
    const agent = withModel(connected, scriptedModel(['It is blue. The', ' sky is too.']));
    const request = { turnId: 'once', text: 'tell me something', language: 'en', channel: 'cli' } as const;
    const { signal } = new AbortController();
    const listen = async () => {
      const parts: AgentPart[] = [];
      for await (const part of agent.respond(request, { signal })) parts.push(part);
      return parts.map((part) => (part.kind === 'delta' ? part.text : part.kind));
    };
    const both = await Promise.all([listen(), listen()]);
    const [first, second] = both;
    expect(first).toEqual(second);
    expect(first?.length).toBeGreaterThan(2);
    expect(first?.join('')).toBe('It is blue. The sky is too.outcome');
    expect(await listen()).toEqual(['It is blue. The sky is too.', 'outcome']);
  });

  it('acts through the one door, says what became of it, and answers the rest', async () => {
    await using connected = await connectDemo();
    const model = scriptedModel(
      [
        { use: 'turn', with: { ids: ['light.bed_light'], to: 'turn_on' } },
        { use: 'look', with: {} },
      ],
      ["I've turned on the bed light. Tomorrow you have the dentist at nine."],
    );
    const agent = withModel(connected, model);
    const outcome = await say(
      agent,
      'get the bed light on for my reading hour and tell me about my plans',
      kitchen,
    );
    expect(outcome).toMatchObject({
      path: 'llm',
      changes: [{ entityId: 'light.bed_light', proof: 'proven' }],
    });
    expect(outcome.speech).toBe('Bed light on. Tomorrow you have the dentist at nine.');
    expect(stateOf(connected, 'light.bed_light')).toBe('on');
    const [, second] = model.prompts;
    expect(second?.messages.at(-1)).toMatchObject({
      from: 'tools',
      results: [{ callId: 'call-1' }, { callId: 'call-2', content: 'Dentist at nine.', isError: false }],
    });
    const undone = await say(agent, 'turn it off again', kitchen);
    expect(undone).toMatchObject({ path: 'local', changes: [{ entityId: 'light.bed_light' }] });
    expect(stateOf(connected, 'light.bed_light')).toBe('off');
  });

  it('never says that something was done when nothing was', async () => {
    await using connected = await connectDemo();
    const agent = withModel(connected, scriptedModel(["Done! I've unlocked the front door."]));
    const outcome = await say(agent, 'would you be so kind and see to the entrance', kitchen);
    expect(outcome).toMatchObject({ speech: "I haven't changed anything.", changes: [] });
  });

  it.each([
    ['what she said', 'she said turn on the bed light'],
    ['what is not wanted', "don't turn on the bed light"],
    ['what is only imagined', 'imagine you turned on the bed light'],
    ['what is for later', 'around ten tonight the bed light is to be on, as you know'],
  ])('does not do %s, though a model tries to', async (_, text) => {
    await using connected = await connectDemo();
    const obey = [{ use: 'turn', with: { ids: ['light.bed_light'], to: 'turn_on' } }] as const;
    const agent = withModel(connected, scriptedModel(obey, ['As you like.']));
    const outcome = await say(agent, text, kitchen);
    expect(outcome.path).toBe('llm');
    expect(outcome.changes.every(({ proof }) => proof === 'refused')).toBe(true);
    expect(stateOf(connected, 'light.bed_light')).toBe('off');
  });

  it('asks before what makes the home less safe, last, and acts at the yes', async () => {
    await using connected = await connectDemo();
    const model = scriptedModel(
      [{ use: 'turn', with: { ids: ['lock.front_door'], to: 'unlock' } }],
      ['It is raining.'],
    );
    const agent = withModel(connected, model);
    const asked = await say(
      agent,
      'my dear, unlock the front door for the guests who are coming, and how about the weather',
      kitchen,
    );
    expect(asked.speech).toBe('It is raining. Shall I unlock the front door?');
    expect(asked).toMatchObject({ continueConversation: true, continueReason: 'confirmation' });
    expect(stateOf(connected, 'lock.front_door')).toBe('locked');
    const done = await say(agent, 'yes', kitchen);
    expect(done).toMatchObject({ path: 'llm', changes: [{ proof: 'started' }] });
  });

  it('counts the devices of all calls of an answer together', async () => {
    await using connected = await connectDemo();
    const lights = [...connected.home.model().entities.values()]
      .filter(({ domain, entityId }) => domain === 'light' && stateOf(connected, entityId) === 'off')
      .slice(0, 9)
      .map(({ entityId }) => entityId);
    expect(lights).toHaveLength(9);
    const calls = lights.map((id) => ({ use: 'turn', with: { ids: [id], to: 'turn_on' } }));
    const agent = withModel(
      connected,
      scriptedModel(calls.slice(0, 8), [...calls.slice(8), 'Ready.'], ['Ready.']),
    );
    const eight = await say(
      agent,
      'my dear, I would like all of the lamps that there are in this house turned on',
      kitchen,
    );
    expect(eight.changes.filter(({ proof }) => proof === 'proven')).toHaveLength(8);
    expect(stateOf(connected, lights[8]!)).toBe('off');
  });

  it('stops a model that runs in circles', async () => {
    await using connected = await connectDemo();
    const look = { use: 'look', with: {} };
    const model = scriptedModel([look, look, look, look, look], [look, look, look, look, look], ['Enough.']);
    const agent = withModel(connected, model);
    expect((await say(agent, 'what shall we do')).speech).toBe('Enough.');
    expect(model.prompts.map(({ tools: offered }) => offered.length)).toEqual([2, 2, 0]);
    const [, , last] = model.prompts;
    const results = last?.messages.at(-1);
    expect(results?.from === 'tools' && results.results.map(({ isError }) => isError)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('says what is wrong when no model answers, and nothing was done', async () => {
    await using connected = await connectDemo();
    const refused = new LanguageModelError('LLM_REFUSED', 'wrong key');
    const agent = withModel(connected, scriptedModel(refused));
    const outcome = await say(agent, 'what shall we do');
    expect(outcome.understood).toBe(false);
    expect(outcome.speech).toContain('its key or its name is wrong');
  });

  it('says that the model broke off, after what was heard of it', async () => {
    await using connected = await connectDemo();
    const broken = new LanguageModelError('LLM_FAILED', 'cut');
    const model: LanguageModel = {
      name: 'cut',
      async *answer() {
        yield { kind: 'text', text: 'It is blue. And ' };
        await Promise.reject(broken);
      },
    };
    const outcome = await say(withModel(connected, model), 'what shall we do');
    expect(outcome.speech).toBe('It is blue. And. My language model broke off there.');
  });

  it('does not wait longer than its deadline', async () => {
    await using connected = await connectDemo();
    const model: LanguageModel = {
      name: 'hanging',
      async *answer(_, { signal }) {
        yield { kind: 'text', text: '' };
        await new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason)),
        );
      },
    };
    const outcome = await say(withModel(connected, model, { deadlineMs: 50 }), 'what shall we do');
    expect(outcome.speech).toContain("isn't answering right now");
  });

  it('ends with the turn that was given up, before anything is done', async () => {
    await using connected = await connectDemo();
    const stop = new AbortController();
    const model: LanguageModel = {
      name: 'late',
      async *answer(_, { signal }) {
        stop.abort(new RangeError('gone'));
        signal.throwIfAborted();
        yield {
          kind: 'call',
          call: { id: '1', name: 'turn', input: { ids: ['light.bed_light'], to: 'turn_on' } },
        };
      },
    };
    await expect(
      say(withModel(connected, model), 'what shall we do', { signal: stop.signal }),
    ).rejects.toThrow('gone');
    expect(stateOf(connected, 'light.bed_light')).toBe('off');
  });
});
