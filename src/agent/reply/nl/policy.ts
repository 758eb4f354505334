/** Dutch: what is not permitted, and the household's code. */
import { sentence } from '../phrasing.ts';
import type { Asked, PinReply, PolicyWords } from '../policy-words.ts';
import { phraseOf } from './nouns.ts';
import { wishWords } from './wishes.ts';

/** "De voordeur van het slot doen: …" */
const named = ({ wish, subject }: Asked, rest: string): string =>
  `${sentence(wishWords(wish).todo(phraseOf(subject).full)).slice(0, -1)}: ${rest}`;

export const policy: PolicyWords = {
  denied: ({ denial, what }) => {
    if (denial.by === 'rate')
      return 'Dat was veel in korte tijd, dus ik heb het gelaten. Vraag het over een minuut nog eens.';
    const why = denial.by === 'path' ? 'langs deze weg mag ik dat niet' : whyNot[denial.role];
    return what ? named(what, `${why}.`) : sentence(why);
  },
  deniedMessage: 'Vanaf hier mag ik geen berichten doorgeven.',
  askPin: (asked) => named(asked, 'wat is de code?'),
};

const whyNot = {
  child: 'dat mogen kinderen hier niet',
  guest: 'dat mogen gasten hier niet',
  unknown: 'dat mag ik niet, want ik weet niet wie er spreekt',
  adult: 'dat is hier niet toegestaan',
  other: 'dat is hier niet toegestaan',
} as const;

export const pinReplies: Readonly<Record<PinReply, string>> = {
  pinWrong: 'Dat is niet de code.',
  pinLocked: 'Er waren te veel verkeerde codes. Hier neem ik er een kwartier lang geen aan.',
  pinUnset: 'Daar is een code voor nodig, en er is er geen ingesteld.',
};
