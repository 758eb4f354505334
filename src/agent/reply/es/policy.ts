/** Spanish: what is not permitted, and the household's code. */
import type { PinReply, PolicyWords } from '../policy-words.ts';
import { phraseOf } from './nouns.ts';
import { wishWords } from './wishes.ts';

export const policy: PolicyWords = {
  denied: ({ denial, what }) => {
    const todo = what ? wishWords(what.wish).todo(phraseOf(what.subject).full) : 'hacer eso';
    if (denial.by === 'rate')
      return 'Ha sido mucho en poco tiempo, así que no lo he hecho. Hay que esperar un minuto.';
    if (denial.by === 'path') return `Por esta vía no me está permitido ${todo}.`;
    switch (denial.role) {
      case 'child':
        return `Los niños no pueden ${todo} aquí.`;
      case 'guest':
        return `Los invitados no pueden ${todo} aquí.`;
      case 'unknown':
        return `No sé quién habla, así que no puedo ${todo}.`;
      default:
        return `Aquí no está permitido ${todo}.`;
    }
  },
  deniedMessage: 'Desde aquí no puedo pasar mensajes.',
  askPin: ({ wish, subject }) =>
    `Para ${wishWords(wish).todo(phraseOf(subject).full)} hace falta el código. ¿Cuál es?`,
};

export const pinReplies: Readonly<Record<PinReply, string>> = {
  pinWrong: 'Ese no es el código.',
  pinLocked: 'Ha habido demasiados códigos erróneos. Aquí no acepto ninguno durante un cuarto de hora.',
  pinUnset: 'Eso necesita un código, y no hay ninguno configurado.',
};
