import { hash, verify } from "@node-rs/argon2";

/** The argon2id hash of a password, with the cost that OWASP's password storage sheet names (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/**
 * Whether `password` belongs to `kept`. Without a kept hash (an unknown account) it works just as long and answers false, so
 * that the time taken does not tell which accounts exist.
 */
export async function passwordFits(kept: string | null | undefined, password: string): Promise<boolean> {
  const fits = await verify(kept ?? (await nobodys()), password).catch(() => false);
  return fits && Boolean(kept);
}

let dummy: Promise<string> | undefined;
const nobodys = () => {
  dummy ??= hash("the password of nobody");
  return dummy;
};
