/**
 * Small `.tar.bz2` archives, honest and evil ones, made with Python's tarfile and bz2: a fresh machine has no
 * bzip2 to make them with when the tests run.
 */

/** A voice as a release packs it: names begin with `./`, one file nobody asked for. */
export const voice = Buffer.from(
  'QlpoOTFBWSZTWYI00HEAAJJfgMmQQAP/gA0oUBDu7d/ACSgwAOzQNKn6pgAmAAAAGgmGk0mEmmRhNNDNTJkwEaMNqJJshCPU9TRiHqMTxQ0bNU/05Ia46OEOgEsAhxj6ABOybRAAFFEuZsRoIvhAxagu4UO1LOEgqAEyQb3RtZYn2WzWls3/PLXZnCxyCZe4NeKkELj3BdBAkueGHy+UIgkuEfMQGAlASOyLXKSiE1rILJXsgpoNweD3AgxrWG+01pcscoJcWwYGTseh2cP0U1n9R6na8pv1ZOVySqjz029B5QT7Ch4S/q9MHCkMSuoKJSqSmGcoiYJCVlkw1UNCd2vZvEkv8XckU4UJCCNNBxA=',
  'base64',
);

/** The same, cut in the middle. */
export const truncated = Buffer.from(
  'QlpoOTFBWSZTWYI00HEAAJJfgMmQQAP/gA0oUBDu7d/ACSgwAOzQNKn6pgAmAAAAGgmGk0mEmmRhNNDNTJkwEaMNqJJshCPU9TRiHqMTxQ0bNU/05Ia46OEOgEsAhxj6ABOybRAAFFEuZsRoIvhAxagu4UO1LOEgqAEyQb3RtZYn2WzWls3/PLXZnCxyCZe4NeKkELj3',
  'base64',
);

/** The same with a flipped byte. */
export const damaged = Buffer.from(
  'QlpoOTFBWSZTWYI00HEAAJJfgMmQQAP/gA0oUBDu7d/ACSgwAOzQNKn6pgAmAAAAGgmGk0mEmmRhNNDNTJkwEaMNqJJshCPU9TRiHqMTxQ0bNU/05Ia46OEOgEsAhxj6ABOybRAAFFEuZsRoIvhAxagu4UO1LOEgqAEyQb3RtZYn2WzWls3/PErZnCxyCZe4NeKkELj3BdBAkueGHy+UIgkuEfMQGAlASOyLXKSiE1rILJXsgpoNweD3AgxrWG+01pcscoJcWwYGTseh2cP0U1n9R6na8pv1ZOVySqjz029B5QT7Ch4S/q9MHCkMSuoKJSqSmGcoiYJCVlkw1UNCd2vZvEkv8XckU4UJCCNNBxA=',
  'base64',
);

/** A file `top/../../evil.txt` beside a wanted one. */
export const parentPath = Buffer.from(
  'QlpoOTFBWSZTWQI29UgAAJv/gMmAABBAAeeAAAEQAGrl38AJCCAAchKkZAGgDQAwQKpKeUyGgZDIB6gP3n5cTVkDtZEQhhfVguKZtjUtQhISi9e6XVmlwWkWpEMcpoYqNblkwUsSmpMYedPhmr12sBQl6WWChxLAa0i+NUS4wxvt0EID8XckU4UJACNvVIA=',
  'base64',
);

/** A file `/tmp/evil.txt`. */
export const absolutePath = Buffer.from(
  'QlpoOTFBWSZTWbAfk10AAJl7gMmAABBAAe+AGABq59/ACQggAHIakPSAGgDIAbTUEkqbU9Rp6mI9AaJoeoM2/TgFBNgA8PSQiMZlpAGurIHMQhgGWfSezWjwTxgRKVAjIcSaowiRHP5HFgvPWv9OS8PRAQoKBelBZiRA94sNKUDAu9lWQUoD8XckU4UJCwH5NdA=',
  'base64',
);

/** The wanted file is a symbolic link to `/etc/passwd`. */
export const symlink = Buffer.from(
  'QlpoOTFBWSZTWRLNYAYAAHj7gMiAABBAAfUAEgAuId/AAAggAFQyppppoaA0ZHqP1QSSR6gADQ0Gk57QEgupQhGMmrLB3QIYGI5xk4nYRvAh2s5xla6BbCyqlRgy8i+70JDr5QflsSQPxdyRThQkBLNYAYA=',
  'base64',
);

/** The wanted file is a hard link to `/etc/passwd`. */
export const hardlink = Buffer.from(
  'QlpoOTFBWSZTWf40IC0AAHj7gMiAABBAAf0AEgAuId/AAAggAFQyoyaBoaGgPSfqgkojIDTQNDQaUps0SC+tCEQnG0uHvQIYDCUZTcJzBG7SJOnbOLq4Fr6u1Hpgy9ufZQJDj5QfjIkgfi7kinChIfxoQFo=',
  'base64',
);

/** A symbolic link as directory, then a wanted file inside it. */
export const linkedDirectory = Buffer.from(
  'QlpoOTFBWSZTWUj/NiwAAKH/gMmAAARAA/0AAgEABGav30AICCAAlISip6NT0TyBPSbSMTTGoJKQANAAAAPuruGp5IDWBJCKauSwlBrjCMhEIYAxaGxW8g+9wI4UEMpMELW0ityZZ2U8skOEiaCmhIuPZNdzoiblThT9wcjSB0TYUD+LOZzrIREQfi7kinChIJH+bFg=',
  'base64',
);

/** A symbolic link nobody wants beside the wanted file. */
export const strangerLink = Buffer.from(
  'QlpoOTFBWSZTWdfUxHMAAJn7gMmAACBAAfeAEUBq7d/ACAggAHISpBoBkAAAyZBJIQm0mjamEyBmoaP253sT0gJ0JIRdKZ0IhfaonAQhgGXYmSgCgMCMs3iMoDWUsOtORR1qMGD2ank3dr8LmN7kSRDjwpIxpC46GPe568krMRCA/F3JFOFCQ19TEcw=',
  'base64',
);

/** Two million zeros as the wanted file. */
export const bomb = Buffer.from(
  'QlpoOTFBWSZTWc4kRcUAPaLbiMiAQAH3gBAAaiHfQEAAAAggAHURpGo0NAyG1MnpBFSABoAAHlPyKoisJQABRWPNBGeqBQAAogGD79igCcOIFN4KUkwPTab3QgYsq1KrLilma9/rIiqiK/i7kinChIZxIi4o',
  'base64',
);
