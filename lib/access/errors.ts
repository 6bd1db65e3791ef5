/** Why something was refused. Each maps to one HTTP status where a route answers. */
export const REFUSAL_STATUS = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  too_many: 429,
} as const;

export type RefusalCode = keyof typeof REFUSAL_STATUS;
export type FieldErrors = Record<string, string[]>;

/**
 * An expected "no" with words for the person who asked. `reason` names a state refusal for tests and screens
 * (`already_on_hold`, `stale`); `fieldErrors` are keyed by dotted path (`items.0.shade`).
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly reason: string = code,
    readonly fieldErrors?: FieldErrors,
  ) {
    super(message);
    this.name = "Refusal";
  }

  get status(): number {
    return REFUSAL_STATUS[this.code];
  }
}

/** The row is not there, or not this actor's to see: the two must look alike. */
export const notFound = (what: string) =>
  new Refusal("not_found", `This ${what} does not exist, or it is not yours to see.`);

/** Somebody changed the row since the caller read it. */
export const stale = (what: string) =>
  new Refusal(
    "conflict",
    `This ${what} was changed in the meantime. It now shows the latest state: please look and try again.`,
    "stale",
  );

/** The row is not in a state that allows this. `reason` is a machine word such as `already_on_hold`. */
export const conflict = (reason: string, message: string) => new Refusal("conflict", message, reason);

/** A value that parsed but cannot be accepted, said at its field. */
export const invalid = (field: string, message: string) =>
  new Refusal("invalid", message, "invalid", { [field]: [message] });
