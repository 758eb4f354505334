/** Further fields of a request, as the settings name them. */

/** The request with the fields added; a field that is null is left out, also one of ours. */
export function withExtraFields<Request extends object>(
  request: Request,
  extra: Readonly<Record<string, unknown>>,
): Request {
  const merged: Request = { ...request, ...extra };
  for (const [name, value] of Object.entries(extra)) if (value === null) Reflect.deleteProperty(merged, name);
  return merged;
}
