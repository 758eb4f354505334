/** All tables of `hearken bench`, loaded when asked for. */
import type { BenchTable } from './report.ts';

export const benchTables: Readonly<Record<string, () => Promise<BenchTable>>> = {
  codec: async () => (await import('./codec.ts')).codecTable,
  phrases: async () => (await import('./phrases.ts')).phrasesTable,
  wake: async () => (await import('./wake.ts')).wakeTable,
  tts: async () => (await import('./tts.ts')).ttsTable,
};
