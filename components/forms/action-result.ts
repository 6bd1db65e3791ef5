/** What a server action answers. `fieldErrors` keys are dotted paths into the input, e.g. `items.0.shade`. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; formError?: string; fieldErrors?: Record<string, string[]> };

export type ServerAction<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

export const UNREACHABLE =
  "The server could not be reached, so nothing was saved. What you entered is still here. Check the connection and try again.";
