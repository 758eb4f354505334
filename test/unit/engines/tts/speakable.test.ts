import { describe, expect, it } from 'vitest';
import { speakableText } from '../../../../src/engines/tts/speakable.ts';

describe('speakableText', () => {
  it.each(['', '  \n\t', '😀 👍🏽', '❤️', '🇩🇪', '...', '!?', '—', '* * *', '\u200B\u0000'])(
    'finds nothing to say in %j',
    (text) => expect(speakableText(text)).toBe(''),
  );

  it.each([
    ['Done! 🎉', 'Done!'],
    ['On 💡 and off', 'On and off.'],
    ['The lamp\nis on.', 'The lamp is on.'],
    ['Family 👨‍👩‍👧 first.', 'Family first.'],
    ['21 °C', '21 °C.'],
    ['Copyright © 2020.', 'Copyright © 2020.'],
    ['灯亮了。', '灯亮了。'],
  ])('makes %j speakable', (text, spoken) => expect(speakableText(text)).toBe(spoken));

  it('ends a text without an end mark with a full stop', () => {
    expect(speakableText('Done')).toBe('Done.');
    expect(speakableText('Turned off,')).toBe('Turned off,');
  });
});
