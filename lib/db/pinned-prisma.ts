import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

/**
 * A pool of one connection that is already inside our transaction. Prisma's own transactions (nested writes)
 * become savepoints in it, since a BEGIN or COMMIT of theirs would end ours.
 */
class PinnedPool extends pg.Pool {
  constructor(private readonly connection: pg.PoolClient) {
    super();
  }

  override query(...args: unknown[]): never {
    return (this.connection.query as (...a: unknown[]) => never)(...args);
  }

  override connect(): never {
    const connection = this.connection;
    const savepoints: Record<string, string> = {
      BEGIN: "SAVEPOINT prisma",
      COMMIT: "RELEASE SAVEPOINT prisma",
      ROLLBACK: "ROLLBACK TO SAVEPOINT prisma",
    };
    const nested = {
      query: (config: { text: string }, ...rest: unknown[]) =>
        (connection.query as (...a: unknown[]) => unknown)(
          { ...config, text: savepoints[config.text] ?? config.text },
          ...rest,
        ),
      release: () => {},
      on: () => nested,
      removeListener: () => nested,
    };
    return Promise.resolve(nested) as never;
  }
}

const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/** The Prisma client whose statements run on this very connection, made at its first use and kept with it. */
export function prismaOn(connection: pg.PoolClient): PrismaClient {
  let client = clients.get(connection);
  if (!client) {
    client = new PrismaClient({ adapter: new PrismaPg(new PinnedPool(connection)) });
    clients.set(connection, client);
  }
  return client;
}
