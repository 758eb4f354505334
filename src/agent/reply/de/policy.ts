/** German: what is not permitted, and the household's code. */
import { sentence } from '../phrasing.ts';
import type { Asked, PinReply, PolicyWords } from '../policy-words.ts';
import { phraseOf } from './nouns.ts';
import { wishWords } from './wishes.ts';

/** "Die Haustür entriegeln: …" */
const named = ({ wish, subject }: Asked, rest: string): string =>
  `${sentence(wishWords(wish).todo(phraseOf(subject).object)).slice(0, -1)}: ${rest}`;

export const policy: PolicyWords = {
  denied: ({ denial, what }) => {
    if (denial.by === 'rate')
      return 'Das war viel in kurzer Zeit, darum habe ich es gelassen. Bitte in einer Minute noch einmal.';
    const why = denial.by === 'path' ? 'Auf diesem Weg darf ich das nicht.' : whyNot[denial.role];
    return what ? named(what, why) : why;
  },
  deniedMessage: 'Von hier aus darf ich keine Nachrichten weitersagen.',
  askPin: (asked) => named(asked, 'Wie lautet der Code?'),
};

const whyNot = {
  child: 'Das dürfen Kinder hier nicht.',
  guest: 'Das dürfen Gäste hier nicht.',
  unknown: 'Das darf ich nicht, weil ich nicht weiß, wer spricht.',
  adult: 'Das ist hier nicht erlaubt.',
  other: 'Das ist hier nicht erlaubt.',
} as const;

export const pinReplies: Readonly<Record<PinReply, string>> = {
  pinWrong: 'Das ist nicht der Code.',
  pinLocked: 'Es waren zu viele falsche Codes. Hier nehme ich eine Viertelstunde lang keinen an.',
  pinUnset: 'Das braucht einen Code, und es ist keiner eingerichtet.',
};
