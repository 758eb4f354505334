/** Dutch: what is remembered. */
import { memoryWords } from '../memory-words.ts';

export const memory = memoryWords({
  language: 'nl',
  remembered: 'ik onthoud het',
  known: 'dat weet ik al',
  never: 'ik mag hier niets onthouden, zo is het ingesteld',
  cannotAsk: 'ik onthoud niets tot je het toestaat, en hier kan ik het je niet vragen',
  cannotConfirm: 'ik kan je hier niet vragen of ik alles moet vergeten, dus ik bewaar het',
  full: 'ik kan niets meer onthouden, laat me eerst iets vergeten',
  failed: 'ik kan nu niet bij mijn geheugen',
  started: 'vanaf nu onthoud ik wat je zegt',
  stopped: 'vanaf nu onthoud ik niets, en wat ik al weet blijft tot ik het moet vergeten',
  alwaysOn: 'ik onthoud hier voor iedereen, alleen de instellingen kunnen dat veranderen',
  nothing: 'daar weet ik niets over',
  nothingToForget: 'daarover is niets te vergeten',
  forgotOne: 'ik ben het vergeten',
  forgotMany: (count) => `ik ben ${count} dingen vergeten`,
  askFacts: 'tot nu toe bewaar ik niets van wat je me zegt. Zal ik onthouden wat je me vraagt',
  askHistory: 'zal ik onthouden wat je me vraagt en enkele dagen bewaren wat je zegt',
  askForgetAll: 'zal ik alles vergeten wat je me hebt verteld',
  told: (text, day) =>
    `${day === null ? '' : `op ${day} `}${day === null ? 'je hebt' : 'heb je'} me verteld: ${text}`,
  said: (text, day) =>
    `${day === null ? '' : `op ${day} `}${day === null ? 'je hebt' : 'heb je'} gezegd: ${text}`,
});
