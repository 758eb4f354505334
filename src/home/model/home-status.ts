/** How the connection to the home stands. */
export type HomeStatus =
  | 'connecting'
  | 'connected'
  | 'disconnected'
  /** The token is not accepted; a person must act. */
  | 'refused';
