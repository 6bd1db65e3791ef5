import { expect, it } from "vitest";
import { createPracticeSchema } from "./schema";

const typed = {
  name: "Bridge Street Dental",
  code: "",
  addressLine1: "1 Bridge Street",
  addressLine2: "",
  city: "",
  postcode: "g1  1aa",
  phone: "",
  email: "",
  latitude: "",
  longitude: "",
  openingHours: {},
  transitDays: "2",
  paymentTermsDays: 30,
  discountPercent: "",
  priceListId: "",
  invoiceMode: "per_case",
  taxId: "",
  status: "active",
  notes: "",
};
const messagesFor = (change: object) =>
  createPracticeSchema.safeParse({ ...typed, ...change }).error?.issues.map((issue) => issue.message) ?? [];

it("takes what a person types and makes it what is kept", () => {
  expect(createPracticeSchema.parse(typed)).toMatchObject({
    postcode: "G1 1AA",
    transitDays: 2,
    discountPercent: "0",
    code: null,
    priceListId: null,
  });
});

it.each([
  [{ transitDays: "x" }, "A whole number from 0 to 30."],
  [{ transitDays: "31" }, "A whole number from 0 to 30."],
  [{ transitDays: null }, "A whole number from 0 to 30."],
  [{ name: " " }, "Give the practice a name."],
  [{ latitude: "55.8" }, "Give latitude and longitude both, or neither."],
  [{ latitude: "95", longitude: "4" }, "Between -90 and 90."],
  [{ discountPercent: "101" }, "A percentage from 0 to 100, at most two decimals."],
  [{ openingHours: { monday: [["17:00", "09:00"]] } }, "17:00–09:00 ends before it starts."],
  [{ openingHours: { monday: [["9", "17:00"]] } }, "Write the time as HH:MM."],
  [{ email: "nobody" }, "This is not an e-mail address."],
])("says what is wrong at the field: %j", (change, message) => {
  expect(messagesFor(change)).toContain(message);
});

it("refuses unknown keys and other types", () => {
  expect(messagesFor({ labId: "x" })).toHaveLength(1);
  expect(messagesFor({ name: { contains: "" } })).toHaveLength(1);
});
