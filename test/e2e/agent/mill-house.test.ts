/** Short talk in a home with odd names: items after items, what was done, and stopping what was just begun. */
import { describe, expect, it } from 'vitest';
import { agentFor, say } from '../../support/agent/demo-agent.ts';
import { connectDemo } from '../../support/home/demo-home.ts';
import { millHouse } from '../../support/home/mill-house.ts';

async function talk(sentences: readonly string[]) {
  await using demo = await connectDemo({ house: millHouse });
  const agent = agentFor(demo.home);
  const spoken: string[] = [];
  const changed: string[] = [];
  for (const text of sentences) {
    const { speech, changes } = await say(agent, text, { conversationId: 'talk', areaId: 'parlour' });
    spoken.push(speech);
    changed.push(
      changes
        .filter(({ proof }) => proof !== 'already')
        .map(({ entityId, after }) => `${entityId} ${after}`)
        .join(', '),
    );
  }
  return { spoken, changed };
}

describe('after something was put on a list', () => {
  it.each([
    ['and biscuits', 'Biscuits added to the groceries list.'],
    ['and candles too', 'Candles added to the groceries list.'],
    ['also matches please', 'Matches added to the groceries list.'],
    ['and jam and olive oil', 'Jam and olive oil added to the groceries list.'],
  ])('"%s" is put there as well', async (text, reply) => {
    const { spoken } = await talk(['add bin bags to the groceries', text]);
    expect(spoken.at(-1)).toBe(reply);
  });

  it.each([
    'and turn on the samovar',
    'and the piano lamp',
    'and what else',
    'and she said no',
    'and the lights',
  ])('"%s" is no item', async (text) => {
    const { changed } = await talk(['add bin bags to the groceries', text]);
    expect(changed.at(-1)).toBe('');
  });

  it('so it is where that was there already', async () => {
    const { spoken } = await talk(['add milk to the groceries', 'and biscuits']);
    expect(spoken).toEqual([
      'Milk was already on the groceries list.',
      'Biscuits added to the groceries list.',
    ]);
  });

  it('nothing is put anywhere where no list was spoken of', async () => {
    const { changed } = await talk(['turn on the piano lamp', 'and biscuits']);
    expect(changed.at(-1)).toBe('');
  });
});

describe('an item is ticked off', () => {
  it.each(['tick off tea bags', 'cross tea bags off', 'check the tea bags off please'])(
    'by "%s"',
    async (text) => {
      const { spoken } = await talk([text]);
      expect(spoken).toEqual(['Tea bags ticked off.']);
    },
  );
});

describe('asked what was done', () => {
  it.each(['what did you do', 'what have you just done', 'what did you just do', 'what did you change'])(
    '"%s" is answered with the last action',
    async (text) => {
      const { spoken } = await talk(['turn on the reading corner', 'who is home', text]);
      expect(spoken.at(-1)).toBe('Reading corner on.');
    },
  );

  it('the home says how it is now', async () => {
    const { spoken } = await talk(['switch the kettle on', 'did it work', 'undo that', 'did that work']);
    expect(spoken.slice(1)).toEqual(['The kettle is on.', 'Kettle off.', 'The kettle is off.']);
  });

  it('that nothing was, where nothing was', async () => {
    const { spoken } = await talk(['who is home', 'what did you do']);
    expect(spoken.at(-1)).toBe("I haven't done anything in this conversation yet.");
  });
});

describe('a floor that is called by where it is', () => {
  it('is told without an article', async () => {
    const { spoken } = await talk(['turn off the lights downstairs', 'turn on the fans downstairs']);
    expect(spoken).toEqual([
      'Lights downstairs off.',
      'I found no fan downstairs that I could use for that.',
    ]);
  });
});

describe('stopped at once', () => {
  it.each(['stop it', 'stop that'])('"%s": a lamp that was just turned on goes off', async (text) => {
    const { changed } = await talk(['turn on the piano lamp', text]);
    expect(changed.at(-1)).toBe('light.piano off');
  });

  it.each([
    ['start harold', 'vacuum.harold returning'],
    ['play the gramophone', 'media_player.gramophone idle 40 %'],
  ])('what runs after "%s" stops', async (begun, after) => {
    const { changed } = await talk([begun, 'stop it']);
    expect(changed.at(-1)).toBe(after);
  });

  it('also when it was asked about between', async () => {
    const { changed } = await talk(['turn on the piano lamp', 'did it work', 'stop it']);
    expect(changed.at(-1)).toBe('light.piano off');
  });

  it('a question that waits is dropped, and nothing older is undone', async () => {
    const { changed } = await talk(['turn on the piano lamp', 'unlock the front door', 'stop it', 'yes']);
    expect(changed.slice(2)).toEqual(['', '']);
  });

  it('nothing happens where nothing was done', async () => {
    const { changed } = await talk(['who is home', 'stop it']);
    expect(changed.at(-1)).toBe('');
  });
});
