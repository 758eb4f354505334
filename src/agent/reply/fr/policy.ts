/** French: what is not permitted, and the household's code. */
import type { PinReply, PolicyWords } from '../policy-words.ts';
import { phraseOf } from './nouns.ts';
import { wishWords } from './wishes.ts';

export const policy: PolicyWords = {
  denied: ({ denial, what }) => {
    const todo = what ? wishWords(what.wish).todo(phraseOf(what.subject).full) : 'faire cela';
    if (denial.by === 'rate')
      return 'Cela fait beaucoup en peu de temps, je ne l’ai donc pas fait. Il faut attendre une minute.';
    if (denial.by === 'path') return `Je n’ai pas le droit par cette voie, je ne peux donc pas ${todo}.`;
    switch (denial.role) {
      case 'child':
        return `Les enfants ne peuvent pas ${todo} ici.`;
      case 'guest':
        return `Les invités ne peuvent pas ${todo} ici.`;
      case 'unknown':
        return `Je ne sais pas qui parle, je ne peux donc pas ${todo}.`;
      default:
        return `Ce n’est pas permis ici, je ne peux donc pas ${todo}.`;
    }
  },
  deniedMessage: 'Je ne peux pas transmettre de messages depuis cet endroit.',
  askPin: ({ wish, subject }) =>
    `Pour ${wishWords(wish).todo(phraseOf(subject).full)}, il me faut le code. Quel est-il ?`,
};

export const pinReplies: Readonly<Record<PinReply, string>> = {
  pinWrong: 'Ce n’est pas le code.',
  pinLocked: 'Il y a eu trop de codes faux. Je n’en accepte plus ici pendant un quart d’heure.',
  pinUnset: 'Il faut un code pour cela, et aucun n’a été défini.',
};
