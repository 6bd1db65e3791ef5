import type { PoolClient, QueryResultRow } from "pg";
import type { PrismaClient } from "./generated/client";
import { prismaOn } from "./pinned-prisma";
import { rawSql, type Sql, sql } from "./sql";

/** What a capability writes with: one open transaction that acts for one actor. */
export class Transaction {
  constructor(private readonly connection: PoolClient) {}

  /** All rows of a statement. */
  async rows<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> {
    return (await this.connection.query<Row>(statement.text, statement.values)).rows;
  }

  /** The first row of a statement, if it has any. */
  async row<Row extends QueryResultRow>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0];
  }

  /** Runs a statement; answers how many rows it touched. */
  async execute(statement: Sql): Promise<number> {
    return (await this.connection.query(statement.text, statement.values)).rowCount ?? 0;
  }

  /** Prisma on the same transaction, under the same row-level security. */
  get prisma(): PrismaClient {
    return prismaOn(this.connection);
  }

  /**
   * Runs `follow` with the rights of the lab's own people, inside the same lab and transaction: for what must follow from
   * an act that was already authorised and scoped (a driver's delivery finishes the lab's case).
   */
  withLabRights<T>(follow: () => Promise<T>): Promise<T> {
    return this.inRole("casepan_lab", follow);
  }

  /**
   * Runs `follow` with the rights of sign-in, which sees every lab's accounts, in the same transaction: for letting a person in
   * together with what they are let in for. Only lib/access may call it, and names the lab in each statement itself.
   */
  withSignInRights<T>(follow: () => Promise<T>): Promise<T> {
    return this.inRole("casepan_auth", follow);
  }

  private async inRole<T>(role: "casepan_lab" | "casepan_auth", follow: () => Promise<T>): Promise<T> {
    const before = await this.row<{ role: string }>(sql`SELECT quote_ident(current_user) AS role`);
    const back = () => this.execute(sql`SET LOCAL ROLE ${rawSql(before?.role ?? "none")}`);
    await this.execute(sql`SET LOCAL ROLE ${rawSql(role)}`);
    const result = await follow().catch(async (thrown: unknown) => {
      await back().catch(() => {}); // who goes on after a refusal does so with their own rights; a broken transaction has none
      throw thrown;
    });
    await back();
    return result;
  }

  /** Lets this transaction see and write soft-deleted rows: for deleting, restoring and the trash, nothing else. */
  async includeDeleted(): Promise<void> {
    await this.connection.query("SELECT set_config('app.include_deleted', 'on', true)");
  }
}
