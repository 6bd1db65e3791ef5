import type { FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";

type Schema<Values> = z.ZodType<unknown, Values>;

/** A schema, or a function that imports it. */
export type SchemaSource<Values> = Schema<Values> | (() => Promise<Schema<Values>>);

/**
 * Checks a form's values against a schema that is fetched, with the code that runs it, at the first check. When it
 * cannot be fetched the values pass: the action checks them anyway, and says so when it cannot be reached either.
 */
export function lazyResolver<Values extends FieldValues>(source: SchemaSource<Values>): Resolver<Values> {
  const ready = async (): Promise<Resolver<Values>> => {
    const [{ zodResolver }, schema] = await Promise.all([
      import("@hookform/resolvers/zod"),
      typeof source === "function" ? source() : source,
    ]);
    return zodResolver<Values, unknown, Values>(schema as never, undefined, { raw: true }) as Resolver<Values>;
  };
  let resolver: Promise<Resolver<Values>> | undefined;
  return async (values, context, options) => {
    resolver ??= ready();
    try {
      const check = await resolver;
      return check(values, context, options);
    } catch {
      resolver = undefined;
      return { values, errors: {} };
    }
  };
}
