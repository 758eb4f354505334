/** All tables of `hearken bench`, loaded when asked for. */
import type { BenchTable } from './report.ts';

export const benchTables: Readonly<Record<string, () => Promise<BenchTable>>> = {
  wake: async () => (await import('./wake.ts')).wakeTable,
  tts: async () => (await import('./tts.ts')).ttsTable,
};
