/** The two trees of this program: what is written in `src`, and what the compiler makes of it in `dist`, with the same folders. */

/**
 * The compiled file in the folder of this module (`import.meta.url`), also when that runs from its source: a worker can
 * not load TypeScript on Node 20.
 */
export function compiledBeside(name: `${string}.js`, moduleUrl: string): URL {
  return new URL(name, inTree('dist', moduleUrl));
}

/** A file or folder as it is written in the folder of this module: the compiler copies nothing. */
export function writtenBeside(name: string, moduleUrl: string): URL {
  return new URL(name, inTree('src', moduleUrl));
}

function inTree(tree: 'src' | 'dist', moduleUrl: string): string {
  // The last one: a checkout may lie below a folder of that name.
  const at = Math.max(moduleUrl.lastIndexOf('/src/'), moduleUrl.lastIndexOf('/dist/'));
  return `${moduleUrl.slice(0, at)}/${tree}/${moduleUrl.slice(moduleUrl.indexOf('/', at + 1) + 1)}`;
}
