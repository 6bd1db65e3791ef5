/** Quantities of stock have three decimals at most. Here they are whole thousandths, since floats would not add up. */

/** `"1.25"` → 1250n. Takes what the database writes and what a form sends: digits with at most three decimals, maybe a minus. */
export function toThousandths(quantity: string): bigint {
  const found = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(quantity.trim());
  if (!found) throw new Error(`Not a quantity: ${quantity}`);
  const [, sign, whole, part = ""] = found;
  const size = BigInt(whole as string) * 1000n + BigInt(part.padEnd(3, "0"));
  return sign ? -size : size;
}

/** 1250n → `"1.25"`, without zeros at the end. */
export function fromThousandths(size: bigint): string {
  const positive = size < 0n ? -size : size;
  const part = String(positive % 1000n)
    .padStart(3, "0")
    .replace(/0+$/, "");
  return `${size < 0n ? "-" : ""}${positive / 1000n}${part ? `.${part}` : ""}`;
}
