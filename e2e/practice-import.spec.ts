import path from "node:path";
import { devices } from "@playwright/test";
import { expect, test } from "./fixtures";
import { deliverTo, shipTo } from "./pages/delivery";
import { finishNightGuard } from "./pages/finished-case";

const FILE = path.join(import.meta.dirname, "data/practices-glasgow.csv");
const PRACTICE = "Parnie Street Dental Practice";

/** The second lab's front desk takes over 273 practices from a file, and one of them gets its first case delivered. */
test("273 practices are imported through the screen, and a case is delivered to one of them", async ({ openAs }) => {
  test.setTimeout(240_000);
  const staff = await openAs("staff", { lab: "second" });

  await staff.goto("/practices/import");
  const chooser = staff.getByLabel("CSV file");
  await chooser.setInputFiles({
    name: "broken.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("name,address_line1,postcode\nNo postcode,1 Road,\nFine,2 Road,G1 1AB\n"),
  });
  await expect(staff.getByText("1 row cannot be read")).toBeVisible();
  await expect(staff.getByRole("button", { name: /^Import / })).toBeDisabled();
  await staff.getByRole("button", { name: "Choose another file" }).click();
  await chooser.setInputFiles(FILE);
  await staff.getByRole("button", { name: "Import 273 practices" }).click();
  await expect(staff.getByRole("heading", { name: /^273 practices imported from/ })).toBeVisible();
  await staff.goto("/practices/import");
  await chooser.setInputFiles(FILE);
  await expect(staff.getByText("Every row of this file is in the lab already.")).toBeVisible();

  const technician = await openAs("technician", { lab: "second" });
  const number = await finishNightGuard(staff, technician, PRACTICE);

  await shipTo(staff, PRACTICE);
  const driver = await openAs("driver", { ...devices["Pixel 7"], lab: "second" });
  await deliverTo(driver, PRACTICE, "Front desk");
  await staff.goto(`/cases?q=${number}`);
  await expect(staff.getByRole("row").filter({ hasText: number })).toContainText("Delivered");
});
