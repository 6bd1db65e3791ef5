import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { ForgetDriverPage } from "@/components/access/forget-driver-page";
import { SignInForm } from "@/components/access/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { currentSession } from "@/lib/access/current";
import { installationIsEmpty } from "@/lib/access/first-run/is-empty";
import { onlyLabToApplyTo } from "@/lib/access/public-lab";

export const metadata: Metadata = { title: "Sign in" };

const NOTICES: Record<string, string> = {
  "password-set": "Your new password is set. Sign in with it; all other devices have been signed out.",
  "signed-out": "You are signed out.",
};

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  if (await currentSession()) redirect("/");
  if (await installationIsEmpty()) redirect("/setup");
  const { notice } = await searchParams;
  const lab = await onlyLabToApplyTo();
  const words = typeof notice === "string" ? NOTICES[notice] : undefined;
  return (
    <>
      <h1 className="text-xl font-semibold">Sign in</h1>
      {words && <Notice tone="success">{words}</Notice>}
      <SignInForm />
      <ForgetDriverPage />
      <p className="text-sm">
        <Link href="/forgot-password" className="text-accent-text underline underline-offset-2">
          Forgot password?
        </Link>
      </p>
      {lab && (
        <p className="border-t pt-4 text-sm text-muted">
          A dentist new to {lab.name}?{" "}
          <Link href={`/apply/${lab.slug}`} className="text-accent-text underline underline-offset-2">
            Apply to work with us
          </Link>
        </p>
      )}
    </>
  );
}
