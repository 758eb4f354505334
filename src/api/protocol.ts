/** The version of the HTTP interface, beside the program's own. */

/**
 * Rises when something a client relies on changes or goes; new fields and new line types do not raise it. The
 * server goes on serving the one before, so that integration and program can be updated in either order.
 */
export const protocol = 1;

/** On every answer. */
export const protocolHeader = 'hearken-protocol';

/** What the server serves: the current one and the one before it. */
const served: readonly number[] = [protocol];

/** True for a request that names no version, or one that is served. */
export function isServed(asked: string | undefined): boolean {
  return asked === undefined || served.includes(Number(asked));
}
