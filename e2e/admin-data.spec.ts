import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { openSent, prescribeCrowns } from "./pages/intake";

const unique = () => Date.now().toString(36).toUpperCase();

test("what was put away is found in the trash and comes back", async ({ openAs }) => {
  const admin = await openAs("admin");
  const label = `Journey ${unique()}`;
  await admin.goto("/settings/reasons");
  await admin.getByRole("button", { name: "New reason" }).click();
  await admin.getByRole("dialog").getByRole("textbox", { name: "Reason" }).fill(label);
  await admin.getByRole("button", { name: "Add reason" }).click();
  await admin.getByRole("button", { name: `Archive ${label}` }).click();
  await expect(admin.getByText(`Archived “${label}”`)).toBeVisible();

  await admin.goto(`/data/trash?q=${encodeURIComponent(label)}`);
  const row = admin.getByRole("row", { name: new RegExp(label) });
  await expect(row).toContainText("Reason");
  await row.getByRole("button", { name: /^Restore reason/ }).click();
  await expect(admin.getByText("Nothing in the trash matches")).toBeVisible();
  await admin.goto("/settings/reasons");
  await expect(admin.getByRole("button", { name: `Archive ${label}` })).toBeVisible();
});

test("an export is asked for, waits, is fetched and read", async ({ openAs }) => {
  test.setTimeout(150_000);
  const admin = await openAs("admin", { lab: "second" });
  await admin.goto("/data/export");
  await admin.getByRole("button", { name: "Export everything" }).click();
  const newest = admin.getByRole("list", { name: "Exports" }).getByRole("listitem").first();
  await expect(newest.getByText("Ready", { exact: true })).toBeVisible({ timeout: 120_000 });
  const coming = admin.waitForEvent("download");
  await newest.getByRole("link", { name: "Download" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^export-.+\.zip$/);
  const archive = readFileSync(await download.path());
  expect(archive.subarray(0, 4)).toEqual(Buffer.from("PK\u0003\u0004"));
  for (const name of ["tables/cases.jsonl", "tables/audit_log.jsonl", "manifest.json", "README.txt"])
    expect(archive.includes(name), name).toBe(true);
});

test("a patient is erased, and what was held of them is gone from the case", async ({ openAs }) => {
  test.setTimeout(120_000);
  const reference = `ERASE-${unique()}`;
  const dentist = await openAs("dentist");
  const number = await prescribeCrowns(dentist, reference, [14]);
  const caseId = await openSent(dentist, reference);

  const admin = await openAs("admin");
  await admin.goto(`/data/erasure?q=${reference}`);
  await admin.getByRole("link", { name: reference }).click();
  await expect(admin.getByText(`${number} is still in work`)).toBeVisible();

  await admin.goto(`/cases/${caseId}`);
  await admin
    .getByRole("button", { name: /More|Actions/ })
    .first()
    .click();
  await admin.getByRole("menuitem", { name: "Cancel the case" }).click();
  await admin.getByRole("dialog").getByLabel("Reason").selectOption({ index: 1 });
  await admin.getByRole("dialog").getByRole("button", { name: "Cancel the case" }).click();
  await expect(admin.getByRole("dialog")).toBeHidden();

  await admin.goto(`/data/erasure?q=${reference}`);
  await admin.getByRole("link", { name: reference }).click();
  await expect(
    admin.getByRole("region", { name: "Would be kept, and why" }).or(admin.getByText("Nothing: no law asks for it.")),
  ).toBeVisible();
  await expect(admin.getByText("Scans, photos and documents", { exact: true })).toBeVisible();
  await admin.getByLabel(`Type ${reference} to confirm`).fill("something else");
  await admin.getByRole("button", { name: "Erase for good" }).click();
  await expect(admin.getByText("This is not the patient's reference.")).toBeVisible();
  await admin.getByLabel(`Type ${reference} to confirm`).fill(reference);
  await admin.getByRole("button", { name: "Erase for good" }).click();
  await admin.waitForURL("/data/erasure");
  await expect(admin.getByRole("link", { name: "Certificate" }).first()).toBeVisible();
  const certificate = await admin.request.get(
    (await admin.getByRole("link", { name: "Certificate" }).first().getAttribute("href")) as string,
  );
  expect((await certificate.body()).subarray(0, 4).toString()).toBe("%PDF");

  await admin.goto(`/data/erasure?q=${reference}`);
  await expect(admin.getByText("No patient is found by these words")).toBeVisible();
  await admin.goto(`/cases/${caseId}`);
  await expect(admin.getByText(reference)).toHaveCount(0);
});
