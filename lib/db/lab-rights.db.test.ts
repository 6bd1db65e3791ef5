import { expect, it } from "vitest";
import { conflict } from "@/lib/access/errors";
import { buildLab } from "@/lib/testing/build";
import { asActor } from "./as-actor";
import { sql } from "./sql";
import { useDatabase } from "./testing";

const { ownerPool } = useDatabase();

it("takes the lab's rights back after a refusal that somebody catches, too", async () => {
  const owner = await ownerPool.connect();
  const { actors } = await buildLab(owner);
  owner.release();
  const roles = await asActor(actors.driver, async (tx) => {
    const now = async () => (await tx.row<{ role: string }>(sql`SELECT current_user AS role`))?.role;
    const refused = tx.withLabRights(async () => {
      throw conflict("not_now", "Not now.");
    });
    await expect(refused).rejects.toMatchObject({ reason: "not_now" });
    return [await now(), await tx.withLabRights(now), await now()];
  });
  expect(roles).toEqual(["casepan_driver", "casepan_lab", "casepan_driver"]);
});

it("lets a broken transaction say what broke it", async () => {
  const owner = await ownerPool.connect();
  const { actors } = await buildLab(owner);
  owner.release();
  const broken = asActor(actors.driver, (tx) => tx.withLabRights(() => tx.execute(sql`SELECT 1 / 0`)));
  await expect(broken).rejects.toThrow("division by zero");
});
