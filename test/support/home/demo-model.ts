/** The demo home's model without a connection, for pure tests. */
export { demoModel } from '../../../src/home/demo/demo-model.ts';
