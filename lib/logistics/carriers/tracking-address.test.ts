import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { templateFault, trackingAddress } from "./tracking-address";

const TEMPLATE = "https://track.example.com/parcel?no={tracking}&lang=en";

describe("a template of tracking addresses", () => {
  it.each([
    [TEMPLATE, null],
    ["https://example.com/{tracking}", null],
    ["http://example.com/{tracking}", "The address must begin with https://."],
    ["javascript:alert('{tracking}')", "The address must begin with https://."],
    ["https://example.com/", "Write {tracking} once, where the parcel's number goes."],
    ["https://example.com/{tracking}/{tracking}", "Write {tracking} once, where the parcel's number goes."],
    ["https://{tracking}.example.com/", "{tracking} must stand behind the host's name."],
    ["https://example.com:{tracking}/", "This is not an address."],
    ["https://me:secret@example.com/{tracking}", "The address must not carry a name or password."],
    ["parcels {tracking}", "This is not an address."],
  ])("%s: %s", (template, fault) => {
    expect(templateFault(template)).toBe(fault);
  });
});

describe("a tracking address", () => {
  it("carries the number, written so that it stays one value", () => {
    expect(trackingAddress(TEMPLATE, "1Z 99/A&b=$&")).toBe(
      "https://track.example.com/parcel?no=1Z%2099%2FA%26b%3D%24%26&lang=en",
    );
  });
  it("is not there without a number, a template, or with a bad one", () => {
    expect(trackingAddress(TEMPLATE, null)).toBeNull();
    expect(trackingAddress(null, "1")).toBeNull();
    expect(trackingAddress("http://example.com/{tracking}", "1")).toBeNull();
  });
  test("never leaves the carrier's own host, whatever the number", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (number) => {
        const address = trackingAddress("https://example.com/t/{tracking}", number);
        expect(new URL(address as string).host).toBe("example.com");
      }),
    );
  });
});
