/** English: what is remembered. */
import { memoryWords } from '../memory-words.ts';

export const memory = memoryWords({
  language: 'en',
  remembered: "I'll remember that",
  known: 'I know that already',
  never: 'I may remember nothing here; the settings say so',
  cannotAsk: 'I remember nothing until you allow it, and I can not ask you here',
  cannotConfirm: 'I can not ask you here whether to forget everything, so I keep it',
  full: "I can't remember any more; please let me forget something first",
  failed: "I can't get at my memory right now",
  started: 'from now on I remember what you say',
  stopped: 'from now on I remember nothing; what I know already stays until you tell me to forget it',
  alwaysOn: 'I remember for everybody here; only the settings can change that',
  nothing: 'I know nothing about that',
  nothingToForget: 'there is nothing about that to forget',
  forgotOne: 'I have forgotten that',
  forgotMany: (count) => `I have forgotten ${count} things`,
  askFacts: 'so far I keep nothing you tell me. Shall I remember what you ask me to',
  askHistory: 'shall I remember what you ask me to, and keep what you say for some days',
  askForgetAll: 'shall I forget everything you told me',
  told: (text, day) => `${day === null ? '' : `on ${day}, `}you told me: ${text}`,
  said: (text, day) => `${day === null ? '' : `on ${day}, `}you said: ${text}`,
});
