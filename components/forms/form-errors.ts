/** Flattens react-hook-form's nested errors into messages by dotted path; the `root` of a list counts as the list. */
export function errorPaths(errors: unknown, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof errors !== "object" || errors === null) return found;
  if ("message" in errors && typeof errors.message === "string" && "type" in errors) {
    found.set(path.replace(/\.root$/, ""), errors.message);
    return found;
  }
  for (const [key, value] of Object.entries(errors)) {
    if (key === "ref") continue;
    for (const [at, message] of errorPaths(value, path ? `${path}.${key}` : key)) found.set(at, message);
  }
  return found;
}

/** Messages whose path no field on the screen shows, each once. */
export function unplacedErrors(errors: unknown, placed: ReadonlyMap<string, unknown>): string[] {
  const messages = [...errorPaths(errors)].filter(([path]) => !placed.has(path)).map(([, message]) => message);
  return [...new Set(messages)];
}
