/** Generated parts inside documents that people write. */

/**
 * Replaces what stands between `<!-- generated:name -->` and `<!-- /generated:name -->`.
 * @param {string} document @param {string} name @param {string} content
 * @returns {string}
 */
export function betweenMarkers(document, name, content) {
  const open = `<!-- generated:${name} -->`;
  const close = `<!-- /generated:${name} -->`;
  const from = document.indexOf(open);
  const to = document.indexOf(close);
  if (from === -1 || to < from) throw new Error(`the document has no markers for ${name}`);
  return `${document.slice(0, from)}${open}\n\n${content.trim()}\n\n${document.slice(to)}`;
}
