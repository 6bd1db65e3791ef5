import { parseArgs } from "node:util";
import { newToken, tokenHash } from "../access/tokens";
import { Obstacle, sentenceOf } from "../db/obstacle";
import { connect } from "../db/owner";
import { COUNTRIES } from "../labs/defaults/countries";
import { openLab } from "../labs/open-lab";
import { slugOf } from "../labs/slug";
import { readEnvironment } from "./environment";
import { withDatabase } from "./with-database";

const usage =
  'npm run lab:open -- --name "Nordlicht Zahntechnik" --country DE --admin-name "Maria Sand" --admin maria@nordlicht.example';

/** Opens one more lab in this installation and prints the link with which its first admin sets a password (7 days). */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: "string" },
      country: { type: "string" },
      admin: { type: "string" },
      "admin-name": { type: "string" },
    },
  });
  const { name, country = "", admin, "admin-name": adminName } = values;
  const usual = COUNTRIES[country.toUpperCase()];
  if (!name || !admin || !adminName || !usual) throw new Obstacle(`Say name, country and first admin: ${usage}`);
  const environment = readEnvironment();
  const link = await withDatabase(environment, async (url) => {
    const client = await connect(url);
    try {
      await client.query("begin");
      const labId = await openLab(client, {
        name,
        slug: slugOf(name),
        country: country.toUpperCase(),
        ...usual,
        taxName: "VAT",
        taxPercent: "0",
      });
      const user = await client.query<{ id: string; unset: boolean }>(
        `insert into users (email, name) values (lower($1), $2) on conflict (email) do update set email = excluded.email
         returning id, password_hash is null as unset`,
        [admin, adminName],
      );
      const { id, unset } = user.rows[0] as { id: string; unset: boolean };
      await client.query(
        "insert into memberships (lab_id, user_id, role_id) select lab_id, $2, id from roles where lab_id = $1 and key = 'admin'",
        [labId, id],
      );
      const { token } = newToken();
      if (unset)
        await client.query(
          "insert into password_reset_tokens (user_id, token_hash, expires_at) values ($1, $2, now() + interval '7 days')",
          [id, tokenHash(token)],
        );
      await client.query("commit");
      return new URL(unset ? `/reset-password?token=${token}` : "/sign-in", environment.address).href;
    } finally {
      await client.end();
    }
  });
  console.log(`${name} is open. Its first admin begins at ${link}`);
}

try {
  await run();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
