/** Draws our icon and logo as PNG files from their SVG sources: `npm run brand`, after a change of the sources. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const root = fileURLToPath(new URL('..', import.meta.url));
const icon = 'ha-addon/icon.svg';
const logo = 'ha-addon/logo.svg';
const brand = 'custom_components/hearken/brand';

/** Widths are those that Home Assistant asks for. */
const images = [
  { from: icon, to: 'ha-addon/icon.png', width: 128 },
  { from: logo, to: 'ha-addon/logo.png', width: 250 },
  { from: icon, to: `${brand}/icon.png`, width: 256 },
  { from: icon, to: `${brand}/icon@2x.png`, width: 512 },
  { from: logo, to: `${brand}/logo.png`, width: 320 },
  { from: logo, to: `${brand}/logo@2x.png`, width: 640 },
];

for (const { from, to, width } of images) {
  const svg = await readFile(join(root, from), 'utf8');
  const target = join(root, to);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
  console.log(`wrote ${to}`);
}
