/** What was said of memory → what is asked of it. */
import type { Said } from './intents/command-intent.ts';
import type { MemoryRequest, Step } from './plan.ts';

/** "remember my locker is 12" is a fact; "remember to lock up", "remember when we met" are something else. */
const ownFact = /^(my|our|i|we|he|she|his|her|their|the|it is|there is|there are)\b.* .+/;
/** One word is nothing that anybody could have told ("forget that please"). */
const isStatement = (text: string): boolean => text.includes(' ');

/** Undefined when the intent is none of memory, or its words mean something else. */
export function memoryStep(intent: string, said: Said): Step | undefined {
  const request = requestOf(intent, said);
  return request && { kind: 'memory', request };
}

/** It holds words of the person's own, of any kind. */
export function hasFreeWords(request: MemoryRequest): boolean {
  return 'fact' in request || 'about' in request || ('topic' in request && request.topic !== null);
}

function requestOf(intent: string, said: Said): MemoryRequest | undefined {
  const topic = said('topic');
  switch (intent) {
    case 'remember_fact': {
      const own = said('own_fact');
      const fact = said('fact') ?? (own !== undefined && ownFact.test(own) ? own : undefined);
      return fact === undefined ? undefined : { do: 'remember', fact };
    }
    case 'recall':
      return topic === undefined ? undefined : { do: 'recall', topic };
    case 'recall_all':
      return { do: 'recall', topic: null };
    case 'forget_fact': {
      const forgotten = said('forgotten');
      const about = topic ?? (forgotten !== undefined && isStatement(forgotten) ? forgotten : undefined);
      return about === undefined ? undefined : { do: 'forget', about };
    }
    case 'forget_that':
      return { do: 'forget-last' };
    case 'forget_all':
      return { do: 'forget-all' };
    case 'start_remembering':
      return { do: 'start' };
    case 'stop_remembering':
      return { do: 'stop' };
    default:
      return undefined;
  }
}
