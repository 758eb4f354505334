/** The program's logger: pino behind our four-method interface. */
import { type DestinationStream, pino, type Logger as PinoLogger } from 'pino';
import type { LogOptions } from '../config/program-options.ts';
import type { LogFields, Logger } from '../core/log.ts';

/** Writes to stderr, so that stdout carries only what a command was asked to print. */
const stderrFd = 2;

/** Secrets never reach a line, whatever field carries them. */
const redactedPaths = ['token', '*.token', 'password', '*.password'];

/** @param isTerminal decides the format when the options say `auto`. */
export async function createLogger(options: LogOptions, isTerminal: boolean): Promise<Logger> {
  const isText = options.format === 'text' || (options.format === 'auto' && isTerminal);
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: options.content ? redactedPaths : [...redactedPaths, 'pii', '*.pii'], remove: true },
  };
  if (isText) return wrap(pino(settings, await textStream(isTerminal)));
  const named = { ...settings, formatters: { level: (level: string) => ({ level }) } };
  return wrap(pino(named, pino.destination({ fd: stderrFd, sync: true })));
}

/** Loaded only where a person reads: it takes 9 MB. */
async function textStream(colorize: boolean): Promise<DestinationStream> {
  const { PinoPretty } = await import('pino-pretty');
  return PinoPretty({ destination: stderrFd, sync: true, colorize, translateTime: 'SYS:HH:MM:ss' });
}

function wrap(logger: PinoLogger): Logger {
  return {
    debug: (message: string, fields: LogFields = {}) => logger.debug(fields, message),
    info: (message: string, fields: LogFields = {}) => logger.info(fields, message),
    warn: (message: string, fields: LogFields = {}) => logger.warn(fields, message),
    error: (message: string, fields: LogFields = {}) => logger.error(fields, message),
    child: (fields: LogFields) => wrap(logger.child(fields)),
  };
}
