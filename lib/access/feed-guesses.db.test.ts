import { expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { countWrongFeed, mayReadFeed, mayTryLink } from "./guesses";

const { ownerPool } = useDatabase();

it("counts a calendar that is none for ten that are, and neither against the links of letters", async () => {
  const ip = "192.0.2.7";
  for (let n = 0; n < 3; n += 1) expect(await mayReadFeed(ip)).toBe(true);
  await countWrongFeed(ip);
  const { rows } = await ownerPool.query("SELECT key, points FROM rate_limits WHERE key LIKE '%' || $1 ORDER BY key", [
    ip,
  ]);
  expect(rows).toEqual([{ key: `feed-ip:${ip}`, points: 12 }]);
  await ownerPool.query("UPDATE rate_limits SET points = 6000");
  expect(await mayReadFeed(ip)).toBe(false);
  await expect(countWrongFeed(ip)).resolves.toBeUndefined();
  expect(await mayTryLink(ip)).toBe(true);
});
