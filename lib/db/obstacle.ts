/**
 * A condition that a person must put right before Casepan can go on: a taken port, a database that is not there.
 * Its message is one sentence fit to be the only thing printed; it holds no secret.
 */
export class Obstacle extends Error {
  override name = "Obstacle";
}

/** What to print for anything thrown during set-up: an obstacle's sentence alone, else the whole error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Obstacle) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
