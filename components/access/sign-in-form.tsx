"use client";

import { type SubmitEvent, useRef, useState, useSyncExternalStore } from "react";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { postSignIn } from "./post-sign-in";

const WORDS: Record<string, string> = {
  wrong_password: "This e-mail and password do not match.",
  locked: "Too many wrong passwords. Wait a quarter of an hour, or set a new password with “Forgot password”.",
};
const FAILED = "Signing in did not work just now. Please try again.";

const never = () => () => {};

/** E-mail and password. The button waits for the script: a form sent without it would put the password into the address. */
export function SignInForm() {
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const password = useRef<HTMLInputElement>(null);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const values = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    const refused = await postSignIn(String(values.get("email")), String(values.get("password"))).catch(() => "failed");
    if (!refused) {
      window.location.assign("/");
      return;
    }
    setPending(false);
    setError(WORDS[refused] ?? FAILED);
    password.current?.select();
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <div role="alert" className="empty:absolute">
        {error && <Notice tone="danger">{error}</Notice>}
      </div>
      <Field name="email" label="E-mail">
        <Input type="email" autoComplete="username" autoFocus required maxLength={254} />
      </Field>
      <Field name="password" label="Password">
        <Input ref={password} type="password" autoComplete="current-password" required maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" size="lg" disabled={!ready} loading={pending}>
        Sign in
      </Button>
    </form>
  );
}
