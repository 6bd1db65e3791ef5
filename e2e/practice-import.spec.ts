import path from "node:path";
import { devices } from "@playwright/test";
import { expect, test } from "./fixtures";
import { answerChecklist, completeStages, openByScan } from "./pages/bench";
import { deliverTo, shipTo } from "./pages/delivery";

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

  await staff.goto(`/practices?q=${encodeURIComponent(PRACTICE)}`);
  await staff.getByRole("link", { name: PRACTICE }).click();
  await staff
    .getByRole("button", { name: /Add dentist/ })
    .first()
    .click();
  await staff.getByLabel("Name").last().fill("Dr Robin Quill");
  await staff.getByLabel("Licence number").fill("E2E-700101");
  await staff.getByRole("button", { name: /^Add/ }).last().click();
  await expect(staff.getByText("Dr Robin Quill").first()).toBeVisible();

  await staff.goto("/cases/new");
  await staff.getByRole("combobox", { name: "Practice" }).click();
  await staff.getByPlaceholder("Name, code or postcode").fill(PRACTICE);
  await staff.getByRole("option", { name: new RegExp(PRACTICE) }).click();
  await staff.getByLabel("Patient reference").fill("E2E-GUARD");
  await staff.getByLabel("Restoration").selectOption({ label: "Night guard" });
  await staff.getByLabel("Material").first().selectOption({ label: "Acrylic" });
  await staff.getByRole("button", { name: "Upper arch" }).click();
  await staff
    .getByRole("button", { name: "Physical" })
    .or(staff.getByRole("radio", { name: "Physical" }))
    .first()
    .click({ force: true });
  await staff.getByRole("button", { name: "Submit case" }).click();
  await staff.waitForURL(/\/sent\//);
  const number = (await staff.getByText(/^C-\d{4}-\d{6}$/).textContent()) as string;
  await staff.goto("/receiving");
  await staff.getByLabel("Scan a ticket or a pan to open its case").fill(number);
  await staff.keyboard.press("Enter");
  await staff.getByRole("button", { name: /^Receive/ }).click();
  await expect(staff.getByRole("link", { name: /ticket/i })).toBeVisible();

  const technician = await openAs("technician", { lab: "second" });
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design"]);
  await answerChecklist(technician);
  await technician.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();

  await shipTo(staff, PRACTICE);
  const driver = await openAs("driver", { ...devices["Pixel 7"], lab: "second" });
  await deliverTo(driver, PRACTICE, "Front desk");
  await staff.goto(`/cases?q=${number}`);
  await expect(staff.getByRole("row").filter({ hasText: number })).toContainText("Delivered");
});
