import { Letter, Line } from "./letter";

type Personal = { name: string; href: string };

/** For whoever asked to set a new password; the link holds an hour. */
export function PasswordResetLetter({ name, href }: Personal) {
  return (
    <Letter
      preview="Set a new password for Casepan"
      heading="Set a new password"
      from="Casepan"
      link={{ href, label: "Set a new password" }}
      footnote="If it was not you who asked, do nothing: your password stays as it is."
    >
      <Line>Hello {name},</Line>
      <Line>someone asked for a new password for your account. The link below works once, within an hour.</Line>
    </Letter>
  );
}

/** For a person whom a lab lets in for the first time; the link sets their password and holds a week. */
export function InvitationLetter({
  name,
  href,
  lab,
  role,
  inviter,
}: Personal & { lab: string; role: string; inviter: string }) {
  return (
    <Letter
      preview={`${inviter} invites you to ${lab}`}
      heading={`Welcome to ${lab}`}
      from={lab}
      link={{ href, label: "Set my password" }}
      footnote="If you did not expect this, do nothing."
    >
      <Line>Hello {name},</Line>
      <Line>
        {inviter} has opened Casepan for you at {lab}, as {role}. Set a password to begin; the link works once, within
        seven days.
      </Line>
    </Letter>
  );
}

/** For a person who already has an account and may now also work in another lab. */
export function AddedToLabLetter({
  name,
  href,
  lab,
  role,
  inviter,
}: Personal & { lab: string; role: string; inviter: string }) {
  return (
    <Letter
      preview={`${lab} is now open to you`}
      heading={`${lab} is now open to you`}
      from={lab}
      link={{ href, label: "Sign in" }}
    >
      <Line>Hello {name},</Line>
      <Line>
        {inviter} has let you into {lab}, as {role}. Sign in with the e-mail and password you already use; you can
        switch between your labs.
      </Line>
    </Letter>
  );
}

/** Proves that an address is its owner's; the link holds a day. */
export function VerifyAddressLetter({ name, href }: Personal) {
  return (
    <Letter
      preview="Confirm your e-mail address"
      heading="Confirm your e-mail address"
      from="Casepan"
      link={{ href, label: "Confirm this address" }}
      footnote="If it was not you, do nothing."
    >
      <Line>Hello {name},</Line>
      <Line>confirm that this address is yours. The link works once, within a day.</Line>
    </Letter>
  );
}

/** Tells an account's owner that its password was changed. */
export function PasswordChangedLetter({ name, href }: Personal) {
  return (
    <Letter
      preview="Your password was changed"
      heading="Your password was changed"
      from="Casepan"
      link={{ href, label: "Set another password" }}
      footnote="If it was you, there is nothing to do."
    >
      <Line>Hello {name},</Line>
      <Line>the password of your account was changed just now, and every other device was signed out.</Line>
      <Line>If it was not you, set another password at once.</Line>
    </Letter>
  );
}
