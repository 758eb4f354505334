/** docs/openapi.json: the HTTP interface, from the schemas that the program itself checks with. */
import { openApiDocument } from '../../dist/api/openapi.js';

/** @type {import('../generate.js').Generator} */
export async function generate() {
  return [{ path: 'docs/openapi.json', content: `${JSON.stringify(openApiDocument(), null, 2)}\n` }];
}
