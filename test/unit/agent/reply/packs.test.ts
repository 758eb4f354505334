import { describe, expect, it } from 'vitest';
import type { FixedReply, LanguagePack, ReplyFacts } from '../../../../src/agent/reply/language-pack.ts';
import { packFor, packs } from '../../../../src/agent/reply/packs.ts';
import { deviceClasses } from '../../../../src/agent/understand/device-classes.ts';
import { casesFor, fixedReplies, households, wishes } from './reply-cases.ts';

/** Every sentence of a pack for one household, with its kind. */
function everything(pack: LanguagePack): readonly { readonly kind: string; readonly text: string }[] {
  const household = households[pack.language];
  if (!household) throw new Error(`no household for ${pack.language}`);
  const cases = casesFor(household);
  const spoken = <Kind extends keyof ReplyFacts>(kind: Kind) => {
    // As a record of its own: read from the whole pack, a kind would lose which facts belong to it.
    const speakers: { readonly [One in keyof ReplyFacts]: (facts: ReplyFacts[One]) => string } = pack;
    const speak: (facts: ReplyFacts[Kind]) => string = speakers[kind];
    return cases[kind].map((facts) => ({ kind, text: speak(facts) }));
  };
  const kinds = Object.keys(cases) as (keyof ReplyFacts)[];
  const fixed = Object.keys(fixedReplies) as FixedReply[];
  return [...fixed.map((kind) => ({ kind, text: pack[kind] })), ...kinds.flatMap((kind) => spoken(kind))];
}

const changed = (pack: LanguagePack, wish: (typeof wishes)[keyof typeof wishes]): string =>
  pack.changed({ wish, subject: { by: 'name', names: ['X3'] }, progress: 'done' });

describe.each(packs)('the language pack $language', (pack) => {
  it('speaks in whole sentences of plain, speakable characters', () => {
    for (const { kind, text } of everything(pack)) {
      expect(text, kind).toMatch(/^[\p{Lu}\d¿][^_{}[\]<>%°/\\]*[.?]$/u);
      expect(text, kind).not.toMatch(/ {2}|\.\.|undefined|null|NaN| [.,]/);
    }
  });

  it('is short', () => {
    for (const { kind, text } of everything(pack)) expect(text.length, `${kind}: ${text}`).toBeLessThan(190);
  });

  it('asks where it wants an answer, and only there', () => {
    const asking: readonly string[] = ['confirm', 'whichOne', 'whichRoom', 'onOrOff'];
    for (const { kind, text } of everything(pack))
      expect(text.includes('?'), `${kind}: ${text}`).toBe(asking.includes(kind));
  });

  it('says the names it was given', () => {
    const { odd } = households[pack.language] ?? {};
    const wish = { do: 'turn_off' } as const;
    const subject = { by: 'name', names: [odd ?? ''] } as const;
    for (const text of [
      pack.changed({ wish, subject, progress: 'done' }),
      pack.alreadySo({ wish, subject }),
      pack.confirm({ wish, subject, why: 'less-safe', count: 1 }),
      pack.unreachable({ subject }),
      pack.whichOne({ names: ['X3', 'Y4'] }),
    ])
      expect(text).toContain('X3');
  });

  it('has words of its own for every wish', () => {
    for (const wish of Object.values(wishes)) {
      const text = changed(pack, wish);
      expect(text, wish.do).not.toMatch(/_|undefined|NaN/);
      expect(text, wish.do).toMatch(/^(The )?X3 ?[:]? .+\.$/);
    }
  });

  it('never says the opposite', () => {
    const opposites = [
      [wishes.turn_on, wishes.turn_off],
      [wishes.open, wishes.close],
      [wishes.lock, wishes.unlock],
      [wishes.mute, wishes.unmute],
      [wishes.play, wishes.pause],
      [wishes.next_track, wishes.previous_track],
      [wishes.arm, wishes.disarm],
      [wishes.add_items, wishes.remove_items],
    ] as const;
    for (const [one, other] of opposites) expect(changed(pack, one)).not.toBe(changed(pack, other));
  });

  it('has a noun for every kind of device', () => {
    const kinds = Object.keys(deviceClasses).filter((className) => className !== 'everything');
    const nouns = kinds.map((className) =>
      pack.countAre({ state: 'on', count: 3, className, place: null, verdict: null }),
    );
    const unknown = pack.countAre({ state: 'on', count: 3, className: null, place: null, verdict: null });
    expect(nouns).not.toContain(unknown);
  });
});

describe('packFor', () => {
  it('serves every variant of its languages', () => {
    expect(['en-GB', 'de_AT', 'fr', 'ES', 'nl-BE'].map((tag) => packFor(tag)?.language)).toEqual([
      'en',
      'de',
      'fr',
      'es',
      'nl',
    ]);
  });

  it('has no words for others', () => {
    expect(packFor('it')).toBeUndefined();
  });

  it('shares no sentence between languages', () => {
    const texts = packs.flatMap((pack) => [...new Set(everything(pack).map(({ text }) => text))]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
