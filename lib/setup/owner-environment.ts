import { embeddedOwnerUrl, embeddedPort } from "../db/embedded";
import { type Environment, ownerVariables, readEnvironment } from "./environment";

/** The owner's connection string as the environment stands, starting nothing. */
export async function ownerUrl(environment: Environment): Promise<string> {
  const { database, dataDirectory } = environment;
  if (database.kind === "external") return database.ownerUrl;
  return embeddedOwnerUrl(await embeddedPort(dataDirectory), database.secret);
}

/**
 * Gives this process the variables that the owner's work reads, for programs that are run by themselves.
 * @returns the owner's connection string.
 */
export async function ownerEnvironment(): Promise<string> {
  const environment = readEnvironment();
  const url = await ownerUrl(environment);
  Object.assign(process.env, ownerVariables(environment, url));
  return url;
}
