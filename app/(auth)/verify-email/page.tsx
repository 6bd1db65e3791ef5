import type { Metadata } from "next";
import { ConfirmAddress } from "@/components/access/confirm-address";

export const metadata: Metadata = { title: "Confirm your address", referrer: "no-referrer" };

/** Asks before it uses the link: mail scanners open links too. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { token } = await searchParams;
  return (
    <>
      <h1 className="text-xl font-semibold">Confirm your e-mail address</h1>
      <ConfirmAddress token={typeof token === "string" ? token : ""} />
    </>
  );
}
