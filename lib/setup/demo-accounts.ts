import { connect } from "../db/owner";

/**
 * The lines that tell how to sign in to the demo labs; none when the demo accounts are not there (any more).
 * @param ownerUrl connection string of the role that owns the schema.
 */
export async function demoAccounts(ownerUrl: string): Promise<string[]> {
  const client = await connect(ownerUrl);
  try {
    const { rows } = await client.query<{ lab: string; emails: string[] }>(
      `select l.name as lab, array_agg(u.email::text order by m.created_at, u.email) as emails
       from users u join memberships m on m.user_id = u.id join labs l on l.id = m.lab_id
       where u.email ~ '^(admin|manager|technician|staff|dentist|driver)@(demo|second)\\.casepan\\.test$'
         and u.deleted_at is null and m.deleted_at is null
       group by l.id, l.name order by l.created_at`,
    );
    if (rows.length === 0) return [];
    return [
      "Demo accounts, all with the password casepan-demo:",
      ...rows.map(({ lab, emails }) => `  ${lab}: ${emails.join("  ")}`),
    ];
  } finally {
    await client.end();
  }
}
