import { devices } from "@playwright/test";
import { expect, test } from "./fixtures";
import { answerChecklist, completeBeside, completeStages, openByScan } from "./pages/bench";
import { deliverTo, shipTo } from "./pages/delivery";

/** The main job, as five people: submit, receive, work, check, deliver, invoice, see. */
test("a case goes from the dentist's prescription to the paid invoice and into the figures", async ({ openAs }) => {
  test.setTimeout(240_000);
  const patient = `E2E-${Date.now()}`;
  const practice = "Riverside Dental";

  const dentist = await openAs("dentist");
  await dentist.goto("/portal/new");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await expect(dentist.getByLabel("Patient reference")).toHaveAttribute("aria-invalid", "true");
  await dentist.getByLabel("Patient reference").fill(patient);
  await dentist.getByLabel("Material").first().selectOption({ label: "Zirconia, full contour" });
  await dentist.getByLabel("Shade").first().selectOption("A2");
  await dentist.getByRole("button", { name: /^14,/ }).click();
  await dentist.getByLabel("Restoration").selectOption({ label: "Night guard" });
  await dentist.getByLabel("Material").first().selectOption({ label: "Acrylic" });
  await dentist.getByRole("button", { name: "Upper arch" }).click();
  await dentist
    .getByLabel("Files", { exact: true })
    .setInputFiles({ name: "rx.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
  await expect(dentist.getByRole("complementary", { name: "Summary" })).toContainText("Complete. Ready to submit.");
  await dentist.getByRole("button", { name: "Submit case" }).click();
  await dentist.waitForURL(/\/sent\//);
  const number = (await dentist.getByText(/^C-\d{4}-\d{6}$/).textContent()) as string;
  await dentist.getByRole("link", { name: "Open the case" }).click();
  await expect(dentist.getByRole("heading", { level: 1 })).toContainText(patient);
  const caseId = dentist.url().split("/").pop() as string;

  const staff = await openAs("staff");
  await staff.goto("/receiving");
  await staff.getByLabel("Scan a ticket or a pan to open its case").fill(number);
  await staff.keyboard.press("Enter");
  await staff.waitForURL(`**/receiving/${caseId}`);
  await staff.getByLabel("Pan", { exact: true }).fill(patient);
  await staff.keyboard.press("Enter");
  await staff.getByRole("button", { name: `Make pan ${patient}` }).click();
  await staff.getByRole("button", { name: /^Receive/ }).click();
  await expect(staff.getByRole("link", { name: /ticket/i })).toBeVisible();

  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design"]);
  await expect(technician.getByRole("heading", { level: 2, name: "Milling" })).toBeVisible();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeVisible();
  await expect(dentist.getByText("Milling").first()).toBeVisible();
  await completeBeside(technician, "Milling");
  await completeBeside(technician, "Sintering");
  await answerChecklist(technician);
  await technician.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();

  await shipTo(staff, practice);
  const driver = await openAs("driver", devices["Pixel 7"]);
  await deliverTo(driver, practice, "Robin Quill");

  await expect(dentist.getByText(/Delivered.*Robin Quill/).first()).toBeVisible();
  await staff.goto(`/invoices?q=${number}`);
  await staff.getByRole("link", { name: "Draft", exact: true }).click();
  await staff.getByRole("button", { name: "Send", exact: true }).click();
  await staff.getByRole("button", { name: "Send invoice" }).click();
  const invoice = await staff
    .getByText(/INV-\d{4}-\d{6}/)
    .first()
    .textContent();
  await staff.getByRole("button", { name: "Record payment" }).click();
  await staff.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
  await expect(staff.getByText("Paid").first()).toBeVisible();

  await dentist.goto("/portal/invoices");
  await dentist.getByRole("link", { name: invoice?.match(/INV-\d{4}-\d{6}/)?.[0] }).click();
  const download = dentist.waitForEvent("download");
  await dentist.getByRole("link", { name: /PDF/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

  const manager = await openAs("manager");
  await manager.goto("/board");
  await expect(manager.getByRole("region", { name: "Delivery" })).toBeVisible();
  await manager.goto(`/cases/${caseId}`);
  await expect(manager.getByText(/received by Robin Quill/i).first()).toBeVisible();
  await manager.goto("/reports/revenue");
  await expect(manager.getByRole("heading", { name: "Invoiced by month" })).toBeVisible();
  await manager.getByRole("main").getByRole("link", { name: "Invoiced", exact: true }).click();
  await expect(manager.getByRole("row").filter({ hasText: number })).toContainText("paid");
});

/** The smallest PDF that a reader opens. */
const PDF =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
