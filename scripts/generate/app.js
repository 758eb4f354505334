/** The Home Assistant app: `ha-addon/`, and `repository.yaml`, by which Home Assistant finds it in a repository. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { appOptions } from '../../dist/config/app-options.js';
import { configSchema } from '../../dist/config/schema.js';
import { repositoryNames } from './repository-names.js';

const note = '# Made by "npm run generate".\n';

/** @param {unknown} value */
const yaml = (value) => note + stringify(value, { lineWidth: 0 });

/** The oldest Home Assistant that the integration works with. @param {string} root */
async function oldestHomeAssistant(root) {
  return JSON.parse(await readFile(join(root, 'hacs.json'), 'utf8')).homeassistant;
}

/** @type {import('../generate.js').Generator} */
export async function generate(root) {
  const { version, description } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const names = await repositoryNames(root);
  const { api, wyoming } = configSchema.parse({});
  const { options, schema, texts } = appOptions();
  const wyomingPort = `${wyoming.port}/tcp`;
  const config = {
    name: 'Hearken',
    version,
    slug: 'hearken',
    description,
    ...(names && { url: names.url, image: names.appImage }),
    arch: ['aarch64', 'amd64'],
    homeassistant: await oldestHomeAssistant(root),
    // Before Home Assistant, so that its Wyoming entry finds us at once.
    startup: 'services',
    homeassistant_api: true,
    discovery: ['wyoming', 'hearken'],
    ingress: true,
    ingress_port: api.port,
    panel_icon: 'mdi:ear-hearing',
    ports: { [wyomingPort]: null },
    ports_description: { [wyomingPort]: 'Wyoming; not needed by this Home Assistant' },
    watchdog: `http://[HOST]:${api.port}/live`,
    // Models and the sound of fixed replies: all of it is fetched or made again.
    backup_exclude: ['cache'],
    // Turns that are running may finish.
    timeout: 15,
    options,
    schema,
  };
  const translation = {
    configuration: texts,
    network: {
      [wyomingPort]:
        'Wyoming, for satellites and a second Home Assistant outside. It has no password: list who may connect under "Allowed peers".',
    },
  };
  return [
    { path: 'ha-addon/config.yaml', content: yaml(config) },
    { path: 'ha-addon/translations/en.yaml', content: yaml(translation) },
    { path: 'ha-addon/CHANGELOG.md', content: await readFile(join(root, 'CHANGELOG.md'), 'utf8') },
    {
      path: 'repository.yaml',
      content: yaml({ name: 'Hearken', ...(names && { url: names.url, maintainer: names.owner }) }),
    },
  ];
}
