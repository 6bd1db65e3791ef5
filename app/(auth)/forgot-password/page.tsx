import type { Metadata } from "next";
import Link from "next/link";
import { ForgotForm } from "@/components/access/forgot-form";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPasswordPage() {
  return (
    <>
      <h1 className="text-xl font-semibold">Forgot your password?</h1>
      <ForgotForm />
      <p className="text-sm">
        <Link href="/sign-in" className="text-accent-text underline underline-offset-2">
          Back to sign in
        </Link>
      </p>
    </>
  );
}
