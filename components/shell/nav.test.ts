import { expect, test } from "vitest";
import { byGroup, currentHref, type NavItem } from "./nav";

const item = (href: string, more: Partial<NavItem> = {}): NavItem => ({ href, label: href, icon: null, ...more });

test("the longest address that the page is under is current", () => {
  const items = [item("/cases"), item("/cases/incoming"), item("/board")];
  expect(currentHref(items, "/cases/incoming/7")).toBe("/cases/incoming");
  expect(currentHref(items, "/cases/42")).toBe("/cases");
  expect(currentHref(items, "/caseshop")).toBeUndefined();
});

test("an exact item is not current below itself", () => {
  const items = [item("/portal", { exact: true }), item("/portal/invoices?status=open")];
  expect(currentHref(items, "/portal/new")).toBeUndefined();
  expect(currentHref(items, "/portal")).toBe("/portal");
  expect(currentHref(items, "/portal/invoices")).toBe("/portal/invoices?status=open");
});

test("an item is current at the further addresses that belong to it", () => {
  const items = [item("/portal"), item("/portal/practice", { also: ["/portal/closing-days"] })];
  expect(currentHref(items, "/portal/closing-days")).toBe("/portal/practice");
  expect(currentHref(items, "/portal/cases/7")).toBe("/portal");
});

test("groups keep the order of the items", () => {
  const groups = byGroup([item("/a"), item("/b", { group: "Money" }), item("/c"), item("/d", { group: "Money" })]);
  expect(groups.map((g) => [g.group, g.items.map((i) => i.href)])).toEqual([
    [undefined, ["/a", "/c"]],
    ["Money", ["/b", "/d"]],
  ]);
});
