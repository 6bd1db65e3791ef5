import type { Metadata } from "next";
import { ResetForm } from "@/components/access/reset-form";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { resetSubject } from "@/lib/access/recovery/reset";

export const metadata: Metadata = { title: "Set a password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { token } = await searchParams;
  const subject = typeof token === "string" ? await resetSubject(token) : null;
  if (typeof token !== "string" || !subject) {
    return (
      <>
        <h1 className="text-xl font-semibold">This link does not work any more</h1>
        <Notice tone="warning">It has been used already, has expired, or is not whole.</Notice>
        <LinkButton href="/forgot-password" variant="primary">
          Ask for a new link
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <h1 className="text-xl font-semibold">{subject.isFirst ? "Set your password" : "Set a new password"}</h1>
      <p className="text-sm text-muted">For {subject.email}</p>
      <ResetForm token={token} email={subject.email} />
    </>
  );
}
