import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpeakableText, speakableOf } from '../../../../src/agent/llm/speakable.ts';

/** Pushed in these pieces. */
function inPieces(pieces: readonly string[]): string {
  const speakable = new SpeakableText();
  return pieces.map((piece) => speakable.push(piece)).join('') + speakable.end();
}

describe('markdown', () => {
  it.each([
    [
      'emphasis',
      'The **front door** is *locked*, __really__ and _truly_.',
      'The front door is locked, really and truly.',
    ],
    ['struck text', 'It is ~~19~~ 21 degrees.', 'It is 19 21 degrees.'],
    ['a heading', '## Lights\n\nAll are off.', 'Lights. All are off.'],
    [
      'a list',
      'Open are:\n\n- the garage\n- the **gate**\n* a window',
      'Open are: the garage. the gate. a window',
    ],
    ['ticked items', '- [x] Milk\n- [ ] Bread', 'Milk. Bread'],
    ['numbers of a list, which are words', 'First:\n1. Milk\n2. Bread', 'First: 1. Milk. 2. Bread'],
    ['a date that looks like a list', '3. Mai um neun Uhr.', '3. Mai um neun Uhr.'],
    ['a quote', '> It rains.\n> It snows.', 'It rains. It snows.'],
    ['code in a line', 'Say `lights off` now.', 'Say lights off now.'],
    ['a name with underscores', 'It is light.kitchen_ceiling_lamp.', 'It is light.kitchen ceiling lamp.'],
    ['a block of code', 'Here:\n```yaml\nalias: test\n```\nThat is it.', 'Here: That is it.'],
    ['a block of code that never ends', 'Here:\n~~~\nsecret', 'Here:'],
    [
      'a table',
      '| Room | Now |\n|------|:---:|\n| Den | 20 |\n| Hall | 19 |\n\nWarm enough.',
      'Room, Now. Den, 20. Hall, 19. Warm enough.',
    ],
    ['a ruler', 'One.\n\n---\n\nTwo.', 'One. Two.'],
    ['an underlined heading', 'Lights\n======\nAll off.', 'Lights. All off.'],
    ['a link', 'See [the manual](https://example.com/a_(b)?c=d "Manual") now.', 'See the manual now.'],
    ['a link by reference', 'See [the manual][1] now.', 'See the manual now.'],
    ['sources and footnotes', 'It rains [1], a lot [^2].', 'It rains, a lot.'],
    [
      'what a link leads to',
      'See [it][1].\n\n[1]: https://example.com "It"\n[^2]: A book.\n[it]: /a',
      'See it.',
    ],
    ['a word in brackets at the beginning', '[Kitchen]: 20 degrees', 'Kitchen: 20 degrees'],
    ['a table without edges', 'Room | Now\n--- | ---\nDen | 20', 'Room, Now. Den, 20'],
    ['words for signs', 'Salt &amp; pepper&nbsp;&gt; sugar, it&#39;s R&B', "Salt & pepper sugar, it's R&B"],
    ['a picture', 'So: ![a cat](cat.png).', 'So: a cat.'],
    ['marks that are escaped', '5\\. May and \\*not bold\\*', '5. May and not bold'],
  ])('is said without its marks: %s', (_, text, said) => expect(speakableOf(text)).toBe(said));

  it.each([
    'It is -5 degrees outside.',
    '-5 degrees.',
    'That is 2 - 3 hours, or ~4.',
    'Open to 40 %: the blind (left) is stuck!',
    "It's 7 p.m., isn't it?",
    'A & B, or A/B at 50 km/h; 21.5 °C.',
    'Five is > 4 and < 6.',
    '#1 in the charts.',
    'Bonjour ! Ça va ?',
    'Où est-ce ? « Ici ».',
    'Write to example.com.',
  ])('leaves plain text as it is: %s', (text) => expect(speakableOf(text)).toBe(text));

  it('multiplies where a star stands between numbers', () => {
    expect(speakableOf('That is 2 * 3 or 2*3.')).toBe('That is 2 × 3 or 2×3.');
  });

  it('goes on with a sentence that was wrapped', () => {
    expect(speakableOf('The light in\nthe kitchen\r\nis on')).toBe('The light in the kitchen is on');
  });
});

describe('addresses', () => {
  it.each([
    ['See https://example.com/a?b=c#d.', 'See.'],
    ['See (https://example.com) for more.', 'See for more.'],
    ['<https://example.com> knows.', 'knows.'],
    ['It is at www.example.com, they say.', 'It is at, they say.'],
    ['Go to example.com/lights/2 now!', 'Go to example.com now!'],
    ['Mail mailto:me@example.com or HTTP://EXAMPLE.COM', 'Mail or'],
  ])('are left out of "%s"', (text, said) => expect(speakableOf(text)).toBe(said));
});

describe('pictures', () => {
  it.each([
    ['Done 🎉!', 'Done!'],
    ['👍🏽 Sure 👨‍👩‍👧 thing 🇩🇪', 'Sure thing'],
    ['❤️Warm☀️and dry', 'Warm and dry'],
    ['Hearken™ © 2026', 'Hearken™ © 2026'],
  ])('are not said: %s', (text, said) => expect(speakableOf(text)).toBe(said));

  it('leaves the joiners of letters alone', () => {
    expect(speakableOf('می‌خواهم')).toBe('می‌خواهم');
  });
});

describe('tags', () => {
  it.each([
    ['<think>\nThe user wants…\n</think>\n\nIt is on.', 'It is on.'],
    ['<Thinking mode="deep">a < b</THINKING >Yes.', 'Yes.'],
    ['◁think▷hm◁/think▷Yes.', 'Yes.'],
    ['[THINK]hm [1] </think>[/THINK]Yes.', 'Yes.'],
    ['<seed:think>hm</seed:think>Yes.', 'Yes.'],
    ['It is on.<think>was it', 'It is on.'],
    ['hm</think>Yes.', 'hmYes.'],
    ['<think/>Yes.', 'Yes.'],
    ['<!-- <b> not --said-- -->Yes.<!-- no', 'Yes.'],
    ['<tool_call>{"name": "unlock"}</tool_call>One moment.', 'One moment.'],
    ['<function=unlock>{}</function>One moment.', 'One moment.'],
    ['Yes.<|im_end|><｜end▁of▁sentence｜>', 'Yes.'],
    ['It is <b>on</b>.<br/>So is<br>this.', 'It is on. So is this.'],
  ])('are left out, thoughts and calls with what is in them: %s', (text, said) =>
    expect(speakableOf(text)).toBe(said),
  );
});

describe('text that arrives in pieces', () => {
  it('is said word by word', () => {
    const speakable = new SpeakableText();
    expect(speakable.push('The lamp')).toBe('The lamp');
    expect(speakable.push(' is')).toBe(' is');
    expect(speakable.push(' on.')).toBe(' on.');
  });

  it.each([
    ['a mark', '*', '*on*', 'on'],
    ['an address', 'htt', 'ps://example.com now', ' now'],
    ['a tag', '<thi', 'nk>no</think>on', 'on'],
  ])('waits for what decides whether it is %s', (_, first, then, said) => {
    const speakable = new SpeakableText();
    expect(speakable.push(first)).toBe('');
    expect(speakable.push(then) + speakable.end()).toBe(said.trimStart());
  });

  const fragments = fc.constantFrom(
    ...[
      'The lamp',
      ' is on',
      '. ',
      '! ',
      ', ',
      ' ',
      '\n',
      '\n\n',
      '- ',
      '* ',
      '1. ',
      '# ',
      '> ',
      '| ',
      '|---|',
    ],
    ...[
      '**',
      '*',
      '__',
      '_',
      '~~',
      '`',
      '```',
      '~~~',
      '[',
      '](',
      ')',
      ']',
      '![',
      '[1]',
      '\\*',
      '(',
      '-5',
      '2*3',
    ],
    ...[
      'https://example.com/x',
      'www.a.b',
      'http',
      'example.com/a',
      '🎉',
      '👨‍👩‍👧',
      '🇩🇪',
      '1️⃣',
      '\uD83C',
      'é',
      'ß',
      '灯。',
    ],
    ...[
      '<think>',
      '</think>',
      '<b>',
      '<',
      '<!--',
      '-->',
      '&amp;',
      ']: ',
      '<|end|>',
      '[THINK]',
      '[/THINK]',
      '◁think▷',
      '<tool_call>',
      'a<b',
    ],
  );
  const texts = fc.oneof(
    fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string(),
  );

  it('is the same wherever it is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 12 }), (text, cuts) => {
        const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(inPieces(pieces)).toBe(speakableOf(text));
        expect(inPieces(text.split(''))).toBe(speakableOf(text));
      }),
      { numRuns: 2_000 },
    );
  });

  const element = fc.constantFrom(
    ['<think>', '</think>'],
    ['<thinking>', '</thinking>'],
    ['◁think▷', '◁/think▷'],
    ['[THINK]', '[/THINK]'],
    ['<tool_call>', '</tool_call>'],
  );
  const anything = fc
    .array(fc.oneof(fragments, fc.string()), { maxLength: 12 })
    .map((parts) => parts.join('').replaceAll(/[<◁[]\/?[a-z]*/giu, 'x'));

  it('never lets a thought out', () => {
    fc.assert(
      fc.property(
        element,
        anything,
        anything,
        fc.boolean(),
        fc.nat({ max: 9 }),
        (tags, one, two, isClosed, size) => {
          const [open = '', close = ''] = tags;
          const text = `Before. ${open}${one}SECRET${two}${isClosed ? `${close} After.` : ''}`;
          const pieces = text.match(new RegExp(`[\\s\\S]{1,${size + 1}}`, 'gu')) ?? [];
          const said = inPieces(pieces);
          expect(said).not.toContain('SECRET');
          expect(said).toBe(isClosed ? 'Before. After.' : 'Before.');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('makes no mark of what is left when another one is gone', () => {
    expect(speakableOf('~*~ so')).not.toContain('~~');
    expect(speakableOf('_*_ so')).not.toContain('__');
  });

  it('never lets a mark out', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(speakableOf(text)).not.toMatch(
          /\*\*|__|~~|`|\]\(|\||https?:\/\/|<think|\p{Emoji_Presentation}/iu,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
