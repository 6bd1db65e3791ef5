import { expect, type Page, test } from "./fixtures";
import { prescribeCrowns, receiveInPan } from "./pages/intake";

const UPPER = [17, 16, 15, 14, 13, 23, 24, 25, 26, 27];
const LOWER = [47, 46, 45, 44, 43, 33, 34, 35, 36, 37];

/** What a scanner does: types a code wherever the focus is, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

/** Twenty crowns of two cases: made at the scan station by scans alone, fired in one load, moved on all at once. */
test("twenty items go through the furnace in one load, by scan", async ({ openAs }) => {
  test.setTimeout(300_000);
  const run = String(Date.now()).slice(-7);
  const dentist = await openAs("dentist");
  const cases = [
    { number: await prescribeCrowns(dentist, `E2E-F1-${run}`, UPPER), pan: `F1-${run}` },
    { number: await prescribeCrowns(dentist, `E2E-F2-${run}`, LOWER), pan: `F2-${run}` },
  ];
  const staff = await openAs("staff");
  for (const { number, pan } of cases) await receiveInPan(staff, number, pan);

  const manager = await openAs("manager");
  const code = `F-${run}`;
  await manager.goto("/bench/machines");
  await manager.getByRole("button", { name: "New machine" }).click();
  await manager.getByLabel("Name").fill("Furnace of the journey");
  await manager.getByLabel("Code").fill(code);
  await manager.getByLabel("Department").selectOption({ label: "Sintering and finishing" });
  await manager.getByRole("button", { name: "Add machine" }).click();
  await expect(manager.getByRole("heading", { name: code })).toBeVisible();

  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await technician.goto("/bench/scan");
  const station = technician.getByLabel("Scan a ticket, a pan or a command");
  await expect(station).toBeFocused();
  await scan(technician, "NO-SUCH-PAN");
  await expect(technician.getByRole("alert").filter({ hasText: "NO-SUCH-PAN" })).toBeVisible();
  for (const { number, pan } of cases)
    for (const stage of ["Impression scan", "Design", "Milling"]) {
      await scan(technician, pan);
      const card = technician.getByRole("region", { name: `Case ${number}` });
      await expect(card.getByText(stage, { exact: true })).toBeVisible();
      await scan(technician, "CP-START");
      await expect(
        technician.getByRole("status").filter({ hasText: `Started` }).filter({ hasText: number }),
      ).toBeVisible();
      await scan(technician, "CP-DONE");
      await expect(
        technician.getByRole("status").filter({ hasText: `Done` }).filter({ hasText: number }),
      ).toBeVisible();
    }

  await technician.goto("/bench/batches");
  await technician.getByRole("button", { name: "New load" }).click();
  const opening = technician.getByRole("dialog");
  await opening.getByLabel("Machine").selectOption({ label: `${code}, Furnace of the journey` });
  await opening.getByLabel("Program").fill("Zirconia, 8 hours");
  await opening.getByLabel("Material").selectOption({ label: "Zirconia, full contour" });
  await opening.getByRole("button", { name: "Open the load" }).click();
  await expect(technician.getByRole("heading", { level: 1 })).toHaveText(`Load of ${code}`);
  const scanField = technician.getByLabel("Scan a ticket or a pan into the load");
  await expect(scanField).toBeFocused();
  for (const { pan, number } of cases) {
    await scan(technician, pan);
    await expect(technician.getByRole("status").filter({ hasText: `${number}:` })).toBeVisible();
  }
  await scan(technician, cases[0]?.pan ?? "");
  await expect(technician.getByRole("alert").filter({ hasText: "in this load already" })).toBeVisible();
  const lines = technician.getByRole("list", { name: "In the load" }).getByRole("listitem");
  await expect(lines).toHaveCount(20);
  await technician.getByRole("button", { name: "Start 20 items" }).click();
  await expect(technician.getByText("Started 20 of 20.")).toBeVisible();

  // The machine stands still and runs again: the load's clock with it.
  await manager.reload();
  const machine = manager.getByRole("listitem").filter({ has: manager.getByRole("heading", { name: code }) });
  await machine.getByRole("button", { name: "Report down" }).click();
  await manager.getByRole("button", { name: "Just now" }).click();
  await expect(manager.getByText("The clocks of 20 on it stopped.")).toBeVisible();
  await machine.getByRole("button", { name: "Up again" }).click();
  await expect(manager.getByText("20 in its load go on.")).toBeVisible();

  await technician.getByRole("button", { name: "Finish 20 items" }).click();
  await expect(technician.getByText("Moved on 20 of 20.")).toBeVisible();
  await expect(lines.filter({ hasText: "Moved on" })).toHaveCount(20);
  await technician.goto("/bench/scan");
  await expect(station).toBeFocused();
  await scan(technician, cases[1]?.pan ?? "");
  await expect(technician.getByText("Quality control", { exact: true })).toBeVisible();
});
