import pg from "pg";

/** Dates come back as "YYYY-MM-DD", numerics as strings (money is never a float), bigints as numbers, timestamps as Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.NUMERIC) return String;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

const shared = globalThis as { casepanPool?: pg.Pool };

/**
 * The process's pool of connections as casepan_app, the role that owns nothing.
 * Connects to APP_DATABASE_URL; DATABASE_POOL_SIZE (default 10) bounds it.
 */
export function appPool(): pg.Pool {
  if (!shared.casepanPool) {
    const connectionString = process.env.APP_DATABASE_URL;
    if (!connectionString) throw new Error("APP_DATABASE_URL is not set; start Casepan with npm start.");
    shared.casepanPool = new pg.Pool({ connectionString, types, max: Number(process.env.DATABASE_POOL_SIZE ?? 10) });
    shared.casepanPool.on("error", () => {}); // an idle connection lost with its server is replaced at the next query
  }
  return shared.casepanPool;
}

/** Ends the pool, so that the next query opens a new one (tests, shutdown). */
export async function closeAppPool(): Promise<void> {
  const pool = shared.casepanPool;
  shared.casepanPool = undefined;
  await pool?.end();
}
