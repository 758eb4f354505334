/** Runs a command against the server that is already there, or against one started for the run. */
import { type App, type AppOptions, startApp } from '../app.ts';
import { createLogger } from '../app/logger.ts';
import { describeServer, type Info } from '../client/voice-client.ts';
import type { ServiceName } from '../config/program-options.ts';
import type { Config } from '../config/schema.ts';
import { startDeadline } from '../core/abort.ts';
import { EngineError } from '../core/errors.ts';
import type { CommandContext } from './context.ts';
import { uriOf } from './server-flags.ts';

export type Server = {
  readonly uri: string;
  readonly info: Info;
  /** True when this run started it. */
  readonly isOwn: boolean;
  /** Settles when no timer of a server started for the run is left to ring; at once for another's. */
  readonly untilTimersRang: (options: { readonly signal: AbortSignal }) => Promise<void>;
};

export type ServerNeeds = {
  /** Services the command uses; a server started for the run runs only these. */
  readonly services: readonly ServiceName[];
};

/** How long a running server may take to say what it is: it answers in milliseconds, or is something else. */
const probeTimeoutMs = 1_000;

/** @throws EngineError `MODEL_NOT_INSTALLED` when a needed service is missing on the server, saying how to get it. */
export async function withServer<Result>(
  config: Config,
  needs: ServerNeeds,
  { terminal, signal }: CommandContext,
  use: (server: Server) => Promise<Result>,
): Promise<Result> {
  const uri = uriOf(config);
  const info = await probe(uri, signal);
  if (info) {
    terminal.note(`Using the server at ${uri}.`);
    requireServices(info, needs.services, `the server at ${uri}`);
    return await use({ uri, info, isOwn: false, untilTimersRang: async () => undefined });
  }
  terminal.note(`No server at ${uri}: starting one for this run.`);
  const onTypedTimer = (text: string) => terminal.print(text);
  await using app = await startOwn(config, needs.services, { onTypedTimer, signal });
  await app.ready({ signal });
  const own = await describeServer(app.uri, { signal });
  requireServices(own, needs.services, 'this machine');
  const untilTimersRang = (options: { readonly signal: AbortSignal }) => app.untilTimersRang(options);
  return await use({ uri: app.uri, info: own, isOwn: true, untilTimersRang });
}

async function probe(uri: string, signal: AbortSignal): Promise<Info | undefined> {
  using deadline = startDeadline(probeTimeoutMs, signal);
  try {
    return await describeServer(uri, { signal: deadline.signal });
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function startOwn(
  config: Config,
  services: readonly ServiceName[],
  options: Pick<AppOptions, 'onTypedTimer' | 'signal'>,
): Promise<App> {
  // Its log would drown the command's own lines: only what went wrong is shown.
  const log = await createLogger(
    { ...config.log, level: config.log.level === 'debug' ? 'debug' : 'warn' },
    process.stderr.isTTY,
  );
  const own = { ...config, only: [...services], wyoming: { ...config.wyoming, host: '127.0.0.1', port: 0 } };
  return await startApp(own, { log, http: false, ...options });
}

const programsOf: Readonly<
  Record<
    ServiceName,
    (
      info: Info,
    ) => readonly { readonly installed: boolean; readonly description?: string | null | undefined }[]
  >
> = {
  wake: (info) => info.wake,
  stt: (info) => info.asr,
  tts: (info) => info.tts,
  handle: (info) => info.handle,
};

function requireServices(info: Info, services: readonly ServiceName[], place: string): void {
  for (const service of services) {
    const programs = programsOf[service](info);
    if (programs.some((program) => program.installed)) continue;
    const why = programs[0]?.description ?? 'it is turned off';
    throw new EngineError(
      'MODEL_NOT_INSTALLED',
      `${place} has no ${service}: ${why}. "hearken models pull" fetches the default models.`,
    );
  }
}
