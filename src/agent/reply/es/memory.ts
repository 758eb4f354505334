/** Spanish: what is remembered. */
import { memoryWords } from '../memory-words.ts';

export const memory = memoryWords({
  language: 'es',
  remembered: 'lo recordaré',
  known: 'eso ya lo sé',
  never: 'aquí no puedo recordar nada, así está configurado',
  cannotAsk: 'no recuerdo nada hasta que lo permitas, y aquí no puedo preguntarte',
  cannotConfirm: 'aquí no puedo preguntarte si olvido todo, así que lo guardo',
  full: 'no puedo recordar nada más, déjame olvidar algo primero',
  failed: 'ahora no puedo acceder a mi memoria',
  started: 'desde ahora recuerdo lo que dices',
  stopped: 'desde ahora no recuerdo nada, y lo que ya sé se queda hasta que me pidas olvidarlo',
  alwaysOn: 'aquí recuerdo para todos, solo la configuración puede cambiarlo',
  nothing: 'no sé nada de eso',
  nothingToForget: 'no hay nada de eso que olvidar',
  forgotOne: 'lo he olvidado',
  forgotMany: (count) => `he olvidado ${count} cosas`,
  askFacts: 'hasta ahora no guardo nada de lo que me dices. ¿Recuerdo lo que me pidas',
  askHistory: '¿Recuerdo lo que me pidas y guardo unos días lo que dices',
  askForgetAll: '¿Olvido todo lo que me has dicho',
  told: (text, day) => `${day === null ? '' : `el ${day} `}me dijiste: ${text}`,
  said: (text, day) => `${day === null ? '' : `el ${day} `}dijiste: ${text}`,
});
