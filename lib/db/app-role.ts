import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { Obstacle } from "./obstacle";
import { connect } from "./owner";

/**
 * Lets the web app's role sign in with the password of `appUrl`, and makes sure that row-level security binds it.
 * The migrations made the role; its password is set only when it is not accepted yet, since it belongs to the whole server.
 * @throws Obstacle when the owner may not set it, or the role could see past row-level security.
 */
export async function enableAppRole(ownerUrl: string, appUrl: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (await signsIn(appUrl)) return;
    try {
      await setPassword(ownerUrl, appUrl);
    } catch (error) {
      const concurrently = /tuple concurrently updated/.test((error as Error).message);
      if (!concurrently || attempt >= 10) throw obstacleOf(error);
      await pause(50);
    }
    if (attempt >= 10)
      throw new Obstacle("The web app's database role does not accept its password: set APP_DATABASE_URL.");
  }
}

async function signsIn(appUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: appUrl, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    if (["28P01", "28000"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
  try {
    const { rows } = await client.query<{ unbound: boolean }>(
      `select bool_or(rolsuper or rolbypassrls or rolname = (select tableowner from pg_tables where tablename = '_prisma_migrations' limit 1)) as unbound
       from pg_roles where pg_has_role(current_user, oid, 'member')`,
    );
    if (rows[0]?.unbound)
      throw new Obstacle(
        "The web app's database role must not be a superuser, bypass row-level security or own the tables.",
      );
    return true;
  } finally {
    await client.end();
  }
}

async function setPassword(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const owner = await connect(ownerUrl);
  try {
    const role = owner.escapeIdentifier(decodeURIComponent(username));
    await owner.query(`alter role ${role} login password ${owner.escapeLiteral(decodeURIComponent(password))}`);
  } finally {
    await owner.end();
  }
}

function obstacleOf(error: unknown): Obstacle {
  if (error instanceof Obstacle) return error;
  return new Obstacle(
    `The web app's database role could not be given its password (${(error as Error).message}): set APP_DATABASE_URL.`,
  );
}
