import { expect, it } from "vitest";
import { reasonOf } from "../testing";
import { refuseAnothers, refuseForeign } from "./read-report";

const said = (from: string | null) =>
  new Request("http://lab.test", { headers: from ? { "sec-fetch-site": from } : {} });

it("takes nothing of one driver's phone from another who signed in on it", async () => {
  const as = (userId: string | undefined) => reasonOf((async () => refuseAnothers({ userId: "a" }, userId))());
  expect([await as("a"), await as(undefined), await as("b")]).toEqual(["done", "done", "forbidden"]);
});

it("takes nothing that another site had the browser send", async () => {
  const from = (site: string | null) => reasonOf((async () => refuseForeign(said(site)))());
  expect(await Promise.all(["same-origin", "none", null].map(from))).toEqual(["done", "done", "done"]);
  expect(await Promise.all(["cross-site", "same-site"].map(from))).toEqual(["forbidden", "forbidden"]);
});
