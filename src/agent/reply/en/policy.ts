/** English: what is not permitted, and the household's code. */
import type { PinReply, PolicyWords } from '../policy-words.ts';
import { wishWords } from './wishes.ts';
import { phraseOf } from './words.ts';

export const policy: PolicyWords = {
  denied: ({ denial, what }) => {
    const todo = what ? wishWords(what.wish).todo(phraseOf(what.subject).full) : 'do that';
    if (denial.by === 'rate')
      return 'That was a lot in a short time, so I left it. Please ask again in a minute.';
    if (denial.by === 'path') return `I may not ${todo} when I am asked that way.`;
    switch (denial.role) {
      case 'child':
        return `Children may not ${todo} here.`;
      case 'guest':
        return `Guests may not ${todo} here.`;
      case 'unknown':
        return `I don't know who is speaking, so I may not ${todo}.`;
      default:
        return `You may not ${todo} here.`;
    }
  },
  deniedMessage: 'You may not send messages from here.',
  askPin: ({ wish, subject }) => `What is the code to ${wishWords(wish).todo(phraseOf(subject).full)}?`,
};

export const pinReplies: Readonly<Record<PinReply, string>> = {
  pinWrong: 'That is not the code.',
  pinLocked: 'There were too many wrong codes, so I take none here for a quarter of an hour.',
  pinUnset: 'That needs a code, and none has been set up.',
};
