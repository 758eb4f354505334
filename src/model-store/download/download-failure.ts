/** Why a model did not arrive: a value, because a service without its model is an expected state. */
import { isErrno } from '../../core/errno.ts';
import { toError } from '../../core/errors.ts';

export type DownloadFailure = {
  readonly kind: 'download-failed';
  readonly cause: /** No connection, or it broke too often. */
    | 'network'
    /** The address has no such file (any more). */
    | 'not-found'
    /** The bytes are not the ones the catalogue knows, or the archive is not what it should be. */
    | 'damaged'
    /** No room, or no right to write. */
    | 'disk';
  readonly reason: string;
};

/** The failure for an error of the disk; undefined for any other error. */
export function diskProblem(error: unknown, path: string): DownloadFailure | undefined {
  if (isErrno(error, 'ENOSPC', 'EDQUOT'))
    return { kind: 'download-failed', cause: 'disk', reason: `the disk is full while writing ${path}` };
  if (isErrno(error, 'EACCES', 'EROFS', 'EPERM'))
    return {
      kind: 'download-failed',
      cause: 'disk',
      reason: `${path} can not be written: ${toError(error).message}`,
    };
  return undefined;
}
