/** All tables of `hearken bench`, loaded when asked for. */
import type { BenchTable } from './report.ts';

export const benchTables: Readonly<Record<string, () => Promise<BenchTable>>> = {
  agent: async () => (await import('./agent/agent.ts')).agentTable,
  gate: async () => (await import('./gate/gate.ts')).gateTable,
  llm: async () => (await import('./llm/llm.ts')).llmTable,
  codec: async () => (await import('./codec/codec.ts')).codecTable,
  stt: async () => (await import('./stt/stt.ts')).sttTable,
  tts: async () => (await import('./tts/tts.ts')).ttsTable,
  wake: async () => (await import('./wake/wake.ts')).wakeTable,
  commands: async () => (await import('./commands/commands.ts')).commandsTable,
  phrases: async () => (await import('./wake/phrases.ts')).phrasesTable,
  foreseen: async () => (await import('./foreseen/foreseen.ts')).foreseenTable,
  endpointing: async () => (await import('./endpointing/endpointing.ts')).endpointingTable,
  names: async () => (await import('./names/names.ts')).namesTable,
  load: async () => (await import('./load.ts')).loadTable,
  home: async () => (await import('./home/home.ts')).homeTable,
  kills: async () => (await import('./kills/kills.ts')).killsTable,
  system: async () => (await import('./system.ts')).systemTable,
  workers: async () => (await import('./workers/workers.ts')).workersTable,
  image: async () => (await import('./install/image.ts')).imageTable,
  install: async () => (await import('./install/install.ts')).installTable,
  turn: async () => (await import('./turn/turn.ts')).turnTable,
};

/** Run only when named: a Home Assistant, or the container image, is built first, which takes root and minutes. */
export const onlyWhenNamed: ReadonlySet<string> = new Set(['turn', 'image', 'install']);
