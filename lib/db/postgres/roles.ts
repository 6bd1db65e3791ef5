import { Client } from "pg";

/**
 * Makes the role that owns the schema and its database unless they are there. The owner is no superuser: it may
 * make roles and databases, nothing more, just as on a hosted PostgreSQL.
 * @param superuser a connection to the database "postgres".
 * @param password hex digits.
 */
export async function prepareDatabase(superuser: Client, superuserUrl: string, password: string): Promise<void> {
  const { rows } = await superuser.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = 'casepan_owner') as role,
            exists (select from pg_database where datname = 'casepan') as database`,
  );
  if (!rows[0]?.role) {
    await superuser.query(
      `create role casepan_owner login createrole createdb password ${superuser.escapeLiteral(password)}`,
    );
    await superuser.query("grant pg_read_all_stats to casepan_owner");
  }
  if (rows[0]?.database) return;
  await makeDatabase(superuser, superuserUrl);
}

/** Drops the database with all it holds, whoever is connected, and makes it anew, empty. */
export async function recreateDatabase(superuserUrl: string): Promise<void> {
  const superuser = new Client({ connectionString: superuserUrl });
  await superuser.connect();
  try {
    await superuser.query("drop database if exists casepan with (force)");
    await makeDatabase(superuser, superuserUrl);
  } finally {
    await superuser.end();
  }
}

/** Figures on statements are the one extension that only a superuser can make. */
async function makeDatabase(superuser: Client, superuserUrl: string): Promise<void> {
  await superuser.query("create database casepan owner casepan_owner");
  const url = new URL(superuserUrl);
  url.pathname = "/casepan";
  const inside = new Client({ connectionString: url.href });
  await inside.connect();
  try {
    await inside.query("create extension if not exists pg_stat_statements");
  } finally {
    await inside.end();
  }
}
