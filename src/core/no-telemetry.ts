/**
 * Imported first by every entry that may load onnxruntime, for its effect: since 1.29 that library reports its use to
 * its maker unless this variable is set before it is loaded (https://github.com/microsoft/onnxruntime/pull/27379).
 * Nothing here calls out unless a person configured it. Children inherit the variable; threads can not set it.
 */
process.env['ORT_DISABLE_TELEMETRY'] = '1';
