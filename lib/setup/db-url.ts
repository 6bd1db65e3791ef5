import { sentenceOf } from "../db/obstacle";
import { readEnvironment } from "./environment";
import { ownerUrl } from "./owner-environment";

try {
  const environment = readEnvironment();
  const url = await ownerUrl(environment);
  const kind =
    environment.database.kind === "embedded" ? `embedded, in ${environment.dataDirectory}` : "from DATABASE_URL";
  // `npm run -s db:url` keeps -s to itself and says so only here.
  const isBare = process.argv.includes("-s") || process.env.npm_config_loglevel === "silent";
  console.log(isBare ? url : `The owner's connection to the database (${kind}):\n${url}`);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
