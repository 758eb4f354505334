/** French: what is remembered. */
import { memoryWords } from '../memory-words.ts';

export const memory = memoryWords({
  language: 'fr',
  remembered: "je m'en souviendrai",
  known: 'je le sais déjà',
  never: "je n'ai le droit de rien retenir ici, c'est réglé ainsi",
  cannotAsk: 'je ne retiens rien sans ton accord, et je ne peux pas te le demander ici',
  cannotConfirm: 'je ne peux pas te demander ici si je dois tout oublier, alors je garde tout',
  full: "je ne peux rien retenir de plus, laisse-moi d'abord oublier quelque chose",
  failed: "je n'ai pas accès à ma mémoire en ce moment",
  started: 'désormais je retiens ce que tu dis',
  stopped: "désormais je ne retiens rien, et ce que je sais reste jusqu'à ce que tu me demandes de l'oublier",
  alwaysOn: 'je retiens ici pour tout le monde, seuls les réglages peuvent changer cela',
  nothing: 'je ne sais rien là-dessus',
  nothingToForget: "il n'y a rien à oublier là-dessus",
  forgotOne: "je l'ai oublié",
  forgotMany: (count) => `j'ai oublié ${count} choses`,
  askFacts: "jusqu'ici je ne garde rien de ce que tu me dis. Dois-je retenir ce que tu me demandes",
  askHistory: 'dois-je retenir ce que tu me demandes et garder quelques jours ce que tu dis',
  askForgetAll: "dois-je oublier tout ce que tu m'as dit",
  told: (text, day) => `${day === null ? '' : `${day}, `}tu m'as dit : ${text}`,
  said: (text, day) => `${day === null ? '' : `${day}, `}tu as dit : ${text}`,
});
