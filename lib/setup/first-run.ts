import { CODE_DAYS, codeHash, newCode } from "../access/first-run/code";
import { connect } from "../db/owner";

/**
 * While there is no lab: the lines that tell how to open the first one, with a code that was made for them and opens the set-up once.
 * None when there is a lab.
 * @param ownerUrl connection string of the role that owns the schema.
 * @param address where a browser finds this installation.
 */
export async function firstRunLines(ownerUrl: string, address: string): Promise<string[]> {
  const client = await connect(ownerUrl);
  try {
    const { rows } = await client.query<{ empty: boolean }>("select not exists (select from labs) as empty");
    if (!rows[0]?.empty) return [];
    const code = newCode();
    await client.query("delete from setup_codes where expires_at < now()");
    await client.query(
      "insert into setup_codes (code_hash, expires_at) values ($1, now() + make_interval(days => $2))",
      [codeHash(code), CODE_DAYS],
    );
    return [
      "There is no lab yet. Open the first one with this code:",
      `  ${code}`,
      `  at ${new URL("/setup", address).href}`,
      `It works once, within ${CODE_DAYS} days.`,
    ];
  } finally {
    await client.end();
  }
}
