import { expect, it, test } from "vitest";
import { accountWords, ibanFault } from "./iban";

// The examples of the national registries' own leaflets.
test.each([
  "GB29 NWBK 6016 1331 9268 19",
  "de89370400440532013000",
  "FR14 2004 1010 0505 0001 3M02 606",
  "NO93-8601-1117-947",
])("%s is right", (iban) => expect(ibanFault(iban)).toBeNull());

test.each(["GB29 NWBK 6016 1331 9268 91", "GB92 NWBK 6016 1331 9268 19", "DE89370400440532013001"])(
  "%s has a slip in it",
  (iban) => expect(ibanFault(iban)).toContain("check digits"),
);

it("leaves alone what is no IBAN", () => {
  for (const account of ["12-34-56 12345678", "", "0123456789", "SORT 12"]) {
    expect([ibanFault(account), accountWords(account)]).toEqual([null, account]);
  }
  expect(accountWords("gb29nwbk60161331926819")).toBe("GB29 NWBK 6016 1331 9268 19");
});
