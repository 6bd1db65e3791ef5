import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";

/** The second lab's manager closes last month: 42 practices had work delivered, one has no address, one's case is on hold. */
test("a month end of 40 practices goes out in one run, exceptions first, and the journal of the day balances", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const manager = await openAs("manager", { lab: "second" });
  await manager.goto("/invoices");
  await manager.getByRole("link", { name: "To invoice", exact: true }).click();
  await expect(manager.getByRole("heading", { name: "Month end", level: 1 })).toBeVisible();

  const exceptions = manager.getByRole("region", { name: "Exceptions" });
  await expect(exceptions).toContainText("Alder Dental Arts");
  await expect(exceptions).toContainText("has no e-mail address");
  const held = exceptions.getByRole("listitem").filter({ hasText: "Beech Dental Arts" });
  await expect(held).toContainText("on hold");
  await expect(held.getByRole("link", { name: "Open the case" })).toHaveAttribute("href", /^\/cases\//);
  await expect(exceptions.getByRole("link", { name: "Add the address" }).first()).toHaveAttribute(
    "href",
    /\/practices\/.+\/edit$/,
  );

  const practices = manager.getByRole("table", { name: "Practices to invoice" });
  await expect(practices.getByRole("row", { name: /Cedar Dental Arts/ })).toContainText("1 invoice");
  await expect(practices.getByRole("row", { name: /Alder Dental Arts/ })).toContainText("1 to mend");

  await manager.getByRole("button", { name: "Invoice all" }).click();
  await manager.getByRole("button", { name: /^Send \d+ invoices$/ }).click();
  const run = manager.getByRole("region", { name: /^Invoicing / });
  await expect(run).toBeVisible();
  await expect(run).toContainText("Done", { timeout: 120_000 });
  await expect(run.getByRole("status").last()).toContainText(/4\d of 4\d practices, 4\d invoices sent, 1 refused/);

  const results = manager.getByRole("table", { name: "Results by practice" });
  const refused = results.getByRole("row", { name: /Alder Dental Arts/ });
  await expect(refused).toContainText("Refused");
  await expect(refused).toContainText("no e-mail address");
  const sent = results.getByRole("row", { name: /Cedar Dental Arts/ });
  await expect(sent).toContainText("Sent");
  await sent.getByRole("button", { name: "Mail the invoices of Cedar Dental Arts again" }).click();
  await expect(manager.getByText("The letter is on its way")).toBeVisible();

  await test.step("run again finds nothing but what waits", async () => {
    await manager.reload();
    await expect(practices.getByRole("row", { name: /Alder Dental Arts/ })).toBeVisible();
    await expect(practices.getByRole("row", { name: /Cedar Dental Arts/ })).toHaveCount(0);
    await expect(manager.getByRole("button", { name: "Invoice all" })).toBeDisabled();
  });

  await test.step("an invoice of the run", async () => {
    await sent.getByRole("link", { name: /^INV-/ }).click();
    await expect(manager.getByRole("heading", { name: /^INV-/, level: 1 })).toBeVisible();
    await expect(manager.getByText("Cedar Dental Arts").first()).toBeVisible();
  });

  await test.step("the journal balances to the cent", async () => {
    await manager.goto("/invoices");
    await manager.getByRole("link", { name: "Journal", exact: true }).click();
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York" }).format(new Date());
    await manager.getByRole("textbox", { name: "From" }).fill(today);
    await manager.getByRole("textbox", { name: "To", exact: true }).fill(today);
    await manager.getByRole("button", { name: "Show" }).click();
    await expect(manager.getByText("Balanced", { exact: true })).toBeVisible();
    await expect(manager.getByRole("table", { name: /Debit and credit by account in USD/ })).toContainText(
      "Trade debtors",
    );
    const waiting = manager.waitForEvent("download");
    await manager.getByRole("link", { name: "Download CSV" }).click();
    const lines = readFileSync(await (await waiting).path(), "utf8")
      .trimEnd()
      .split("\r\n")
      .slice(1);
    const cents = (column: number) =>
      lines.reduce((sum, line) => sum + Math.round(Number(line.split(",")[column] || 0) * 100), 0);
    expect(lines.length).toBeGreaterThan(80);
    expect(cents(5)).toBeGreaterThan(0);
    expect(cents(5)).toBe(cents(6));
  });
});
