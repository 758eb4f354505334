import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/api/metrics.ts';
import { openApiDocument } from '../../../src/api/openapi.ts';
import { createRoutes } from '../../../src/api/routes.ts';
import { satellitesPath } from '../../../src/api/satellites/upgrade.ts';
import { silentLogger } from '../../../src/core/log.ts';
import { noAbort } from '../../support/streams.ts';

type Document = {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
};

describe('the OpenAPI document', () => {
  const document = openApiDocument() as Document;

  it('names every route of the server and no other', () => {
    const unused = () => {
      throw new Error('no request is made');
    };
    const { routes } = createRoutes({
      converse: unused,
      home: unused,
      forgetPerson: unused,
      turns: { turns: unused, withContent: false },
      metrics: createMetrics(),
      health: unused,
      status: unused,
      guard: { isIngress: unused, checkHost: unused, checkToken: unused },
      log: silentLogger,
      ending: noAbort,
    });
    const served = routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      // The status page has two doors: one for the Supervisor's, one for the token's.
      .filter((route, place, all) => all.indexOf(route) === place);
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // Served beside the routes, as an upgrade.
    expect(described.sort()).toEqual([...served, `GET ${satellitesPath}`].sort());
  });

  it('refers only to schemas that it has, and uses each of them', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w*)"/g)].map(
      ([, name]) => name,
    );
    expect(new Set(refs)).toEqual(new Set(Object.keys(document.components.schemas)));
  });

  it('leaves its objects open, so that a later version may add a field', () => {
    expect(JSON.stringify(document)).not.toContain('"additionalProperties":false');
  });
});
