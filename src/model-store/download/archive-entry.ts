/** Deciding what of a release archive is kept. Pure: names in, target path out. */

export type EntryVerdict =
  | { readonly kind: 'keep'; readonly path: string }
  | { readonly kind: 'skip' }
  /** The whole archive is refused. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** Types of the tar format that are plain files; the old one is what early archivers wrote. */
const fileTypes = new Set(['File', 'OldFile', 'ContiguousFile']);

/**
 * A name that leaves the target directory refuses the archive, wherever it stands: nobody packs one by accident.
 * `keep` holds paths below the archive's top directory; one that ends in `/` keeps everything below it.
 * A link in the place of a wanted file refuses it too. Everything that is not wanted is skipped.
 */
export function judgeEntry(name: string, type: string, keep: readonly string[]): EntryVerdict {
  if (name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/u.test(name))
    return { kind: 'refuse', reason: `absolute path "${name}"` };
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (segments.includes('..')) return { kind: 'refuse', reason: `path "${name}" leaves its directory` };
  const path = (segments.length > 1 ? segments.slice(1) : segments).join('/');
  const isWanted = keep.some((kept) => (kept.endsWith('/') ? path.startsWith(kept) : path === kept));
  if (!isWanted || type === 'Directory') return { kind: 'skip' };
  if (!fileTypes.has(type)) return { kind: 'refuse', reason: `"${name}" is a ${type}, not a file` };
  return { kind: 'keep', path };
}
