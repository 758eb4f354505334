/** Settings of speech to text. */
import { z } from 'zod';
import { engineList, provider } from '../options.ts';

export const sttOptions = z.object({
  endpointing: z.enum(['ha', 'hearken']).default('ha').meta({
    title: 'Who hears the end of a sentence',
    description:
      "`ha`: Home Assistant's silence detection, as its satellites are set. `hearken`: the sentence ends as soon as it is a whole command, after 0.3 to 0.8 s of silence; needs Home Assistant 2026.9, reload the Wyoming entry after a change.",
    flag: 'endpointing',
  }),
  hintWeight: z.number().min(0).max(5).default(1.5).meta({
    title: 'Weight of hints',
    description:
      "How strongly command words pull the transcript, and the home's names by a third more. 0: not at all; at 2 and above they are heard where nobody said them.",
  }),
  searchPaths: z.int().min(1).max(64).default(16).meta({
    title: 'Readings kept while decoding',
    description:
      'More find a hint behind a likelier word: 16 make a fifth fewer errors than 6 and cost a fifth more time.',
  }),
  threads: z.int().min(1).max(16).default(1).meta({
    title: 'Threads for transcribing',
    description: 'A small model gains nothing from more than one.',
  }),
  provider: provider(),
  engines: engineList('Where speech is transcribed', 'stt'),
});

export type SttOptions = z.output<typeof sttOptions>;
