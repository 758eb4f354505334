/**
 * What the whole program may know of a logger. Message text is constant; values go in fields.
 * Speech, prompts, entity names and upstream error texts are personal: they go under `pii`, which the
 * logger drops unless the user turned content logging on.
 */
export type LogFields = { readonly pii?: Readonly<Record<string, unknown>> } & Readonly<
  Record<string, unknown>
>;

export type Logger = {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  child(fields: LogFields): Logger;
};

/** A logger that drops everything: the default of libraries and tests. */
export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLogger,
};
