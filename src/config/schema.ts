/** The one tree of settings, made of each module's own options. Everything else about settings is generated. */
import { z } from 'zod';
import { policyOptions } from '../agent/act/options.ts';
import { auditOptions } from '../agent/audit/options.ts';
import { promptOptions } from '../agent/llm/options.ts';
import { memoryOptions } from '../agent/memory/options.ts';
import { apiOptions } from '../api/options.ts';
import { discoveryOptions } from '../discovery/options.ts';
import { llmOptions } from '../engines/llm/options.ts';
import { limitsOptions } from '../engines/options.ts';
import { sttOptions } from '../engines/stt/options.ts';
import { ttsOptions } from '../engines/tts/options.ts';
import { wakeOptions } from '../engines/wake/options.ts';
import { homeOptions } from '../home/options.ts';
import { mcpOptions } from '../mcp/options.ts';
import { modelOptions } from '../model-store/options.ts';
import { wyomingOptions } from '../services/options.ts';
import { databaseOptions } from '../store/options.ts';
import type { AppMode } from './app-mode.ts';
import type { Directories } from './directories.ts';
import { logOptions, programOptions } from './program-options.ts';

export const configSchema = z.strictObject({
  ...programOptions,
  wyoming: wyomingOptions.prefault({}),
  api: apiOptions.prefault({}),
  discovery: discoveryOptions.prefault({}),
  wake: wakeOptions.prefault({}),
  stt: sttOptions.prefault({}),
  tts: ttsOptions.prefault({}),
  limits: limitsOptions.prefault({}),
  home: homeOptions.prefault({}),
  llm: z.object({ ...llmOptions.shape, ...promptOptions.shape }).prefault({}),
  mcp: mcpOptions.prefault({}),
  policy: policyOptions.prefault({}),
  audit: auditOptions.prefault({}),
  memory: memoryOptions.prefault({}),
  database: databaseOptions.prefault({}),
  models: modelOptions.prefault({}),
  log: logOptions.prefault({}),
});

/** The parsed tree, with what follows from it and the machine. */
export type Config = z.output<typeof configSchema> & {
  readonly directories: Directories;
  /** What still works and should be written otherwise: a sentence for each setting that has a new name. */
  readonly notices: readonly string[];
  /** Absent outside the Home Assistant app. */
  readonly app?: AppMode;
};
