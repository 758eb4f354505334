/** The program's logger: pino behind our four-method interface. */
import { pino, type Logger as PinoLogger } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { LogOptions } from '../config/program-options.ts';
import type { LogFields, Logger } from '../core/log.ts';

/** Writes to stderr, so that stdout carries only what a command was asked to print. */
const stderrFd = 2;

/** Secrets never reach a line, whatever field carries them. */
const redactedPaths = ['token', '*.token', 'password', '*.password'];

/** @param isTerminal decides the format when the options say `auto`. */
export function createLogger(options: LogOptions, isTerminal: boolean): Logger {
  const isText = options.format === 'text' || (options.format === 'auto' && isTerminal);
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: options.content ? redactedPaths : [...redactedPaths, 'pii', '*.pii'], remove: true },
  };
  const logger = isText
    ? pino(
        settings,
        PinoPretty({
          destination: stderrFd,
          sync: true,
          colorize: isTerminal,
          translateTime: 'SYS:HH:MM:ss',
        }),
      )
    : pino(
        { ...settings, formatters: { level: (label) => ({ level: label }) } },
        pino.destination({ fd: stderrFd, sync: true }),
      );
  return wrap(logger);
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
