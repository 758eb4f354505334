/** German: what is remembered. */
import { memoryWords } from '../memory-words.ts';

export const memory = memoryWords({
  language: 'de',
  remembered: 'ich merke es mir',
  known: 'das weiß ich schon',
  never: 'ich darf mir hier nichts merken, so ist es eingestellt',
  cannotAsk: 'ich merke mir nichts, bevor du es erlaubst, und hier kann ich dich nicht fragen',
  cannotConfirm: 'ich kann dich hier nicht fragen, ob ich alles vergessen soll, und behalte es',
  full: 'ich kann mir nicht mehr merken, lass mich bitte erst etwas vergessen',
  failed: 'ich komme gerade nicht an mein Gedächtnis',
  started: 'ab jetzt merke ich mir, was du sagst',
  stopped: 'ab jetzt merke ich mir nichts, und was ich weiß, bleibt, bis ich es vergessen soll',
  alwaysOn: 'ich merke mir hier etwas für alle, das lässt sich nur in den Einstellungen ändern',
  nothing: 'darüber weiß ich nichts',
  nothingToForget: 'darüber gibt es nichts zu vergessen',
  forgotOne: 'ich habe es vergessen',
  forgotMany: (count) => `ich habe ${count} Dinge vergessen`,
  askFacts: 'bisher behalte ich nichts, was du mir sagst. Soll ich mir merken, worum du mich bittest',
  askHistory: 'soll ich mir merken, worum du mich bittest, und einige Tage behalten, was du sagst',
  askForgetAll: 'soll ich alles vergessen, was du mir gesagt hast',
  told: (text, day) => `${day === null ? 'du hast mir' : `am ${day} hast du mir`} gesagt: ${text}`,
  said: (text, day) => `${day === null ? 'du hast' : `am ${day} hast du`} gesagt: ${text}`,
});
