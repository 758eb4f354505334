/**
 * Every error code with the sentence that explains it to the person who runs the program.
 * Codes are stable: they appear in logs, in Wyoming `error` events and in docs.
 */
export const errorCodes = {
  ACCESS_LIMITED: 'Too many requests with a wrong token from this address; try again in a minute.',
  ACCESS_REFUSED:
    'The request has no valid token; "hearken token show" prints it on the machine that runs Hearken.',
  BACKUP_INVALID: 'The file is no backup of Hearken, or it is damaged.',
  AUDIT_BROKEN: 'The audit log was changed, or a part of it is missing.',
  BUG: 'A mistake in Hearken itself. Please report it with the log line.',
  CONFIG_INVALID: 'An option has a wrong value or an unknown name.',
  ENGINE_CRASHED: 'The process that runs the speech engines ended; it is started again by itself.',
  ENGINE_FAILED: 'A speech engine could not finish this request.',
  ENGINE_LOADING: 'A speech engine is still being loaded; try again in a moment.',
  ENGINE_OVERLOADED: 'More requests than this machine can serve at once; try again in a moment.',
  HOST_REFUSED: 'The request names a host that is not this server; list its name in api.names.',
  HOME_UNREACHABLE: 'Home Assistant can not be reached.',
  HOME_LIMITED_RIGHTS: 'The token belongs to no administrator: only registered entities are visible.',
  HOME_REFUSED: 'Home Assistant refused the request.',
  LLM_FAILED: 'The language model broke off or answered with something that can not be read.',
  LLM_LIMITED: 'The provider of the language model limits the requests; it works again in a while.',
  LLM_REFUSED: 'The provider of the language model refused: look at its key and the name of the model.',
  LLM_TIMEOUT: 'The language model did not answer in time.',
  LLM_UNREACHABLE: 'The language model can not be reached.',
  MODEL_CORRUPT: 'A model file is damaged or does not fit its engine.',
  MODEL_DOWNLOAD_FAILED: 'A model could not be downloaded.',
  MODEL_NOT_INSTALLED: 'A model is not on this machine.',
  REQUEST_INVALID: 'The request can not be served as it was asked.',
  REQUEST_LANGUAGE_UNKNOWN: 'The asked language is served by no installed model.',
  REQUEST_NOT_FOUND: 'There is nothing at this address.',
  REQUEST_TOO_LARGE: 'The request is larger than the limit that protects this machine.',
  REQUEST_VOICE_UNKNOWN: 'The asked voice is not installed.',
  SHUTTING_DOWN: 'The program is stopping.',
  STORE_FAILED: 'The store in the data directory can not be opened, read or written.',
  STORE_NEWER: 'The store was written by a newer version of Hearken; use that version, or the copy it kept.',
  TEMPORARY_FILES_REFUSED: 'No short-lived file can be made; name a directory that can be written in TMPDIR.',
  WORKER_UNREACHABLE:
    'The machine that runs a speech engine can not be reached; look at its log, and at the engines setting of the service.',
} as const;
