import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The migrations in the directory, `<timestamp>_<name>`, oldest first. */
export function migrationNames(directory = path.join(process.cwd(), "prisma", "migrations")): string[] {
  return readdirSync(/* turbopackIgnore: true */ directory)
    .filter((name) => existsSync(path.join(/* turbopackIgnore: true */ directory, name, "migration.sql")))
    .sort();
}
