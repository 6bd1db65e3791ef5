import { differences } from "./drift/compare";
import { declaredShape } from "./drift/declared";
import { liveShape } from "./drift/live";
import { connect } from "./owner";

/**
 * Compares the schema files with the live database, both ways: tables, columns, their types, domains, nulls and defaults,
 * primary keys, uniques, indexes and foreign keys.
 * @param url connection string of the role that owns the schema.
 * @returns one line for each difference.
 * @throws Obstacle when the database cannot be reached.
 */
export async function findDrift(url: string, schemaDirectory?: string): Promise<string[]> {
  const client = await connect(url);
  try {
    return differences(await declaredShape(schemaDirectory), await liveShape(client));
  } finally {
    await client.end();
  }
}
