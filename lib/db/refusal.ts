/**
 * A condition that a person must put right before Casepan can go on: a taken port, a database that is not there.
 * Its message is one sentence fit to be the only thing printed; it holds no secret.
 */
export class Refusal extends Error {
  override name = "Refusal";
}

/** What to print for anything thrown during set-up: a refusal's sentence alone, else the whole error. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
