import { expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { exportedTables } from "./catalogue";
import { rowsOf } from "./read-rows";

const { ownerPool } = useDatabase();

it("leaves the personal link of a letter that waits out of the archive, and keeps what other letters say", async () => {
  const owner = await ownerPool.connect();
  const lab = await buildLab(owner);
  for (const [text, confidential] of [
    ["https://x.test/invitation?token=secret-link", true],
    ["Your case is ready", false],
  ])
    await owner.query(
      "INSERT INTO mail_messages (lab_id, to_address, subject, text_body, html_body, confidential) VALUES ($1, 'a@b.test', 'A letter', $2, $2, $3)",
      [lab.id, text, confidential],
    );
  owner.release();
  const { admin } = lab.actors;
  const written = await asActor(admin, async (tx) => {
    const table = (await exportedTables(tx)).find(({ name }) => name === "mail_messages");
    let all = "";
    if (table) for await (const part of rowsOf(tx, table)) all += part;
    return all;
  });
  expect(written.trim().split("\n")).toHaveLength(2);
  expect(written).toContain("Your case is ready");
  expect(written).not.toContain("secret-link");
});
