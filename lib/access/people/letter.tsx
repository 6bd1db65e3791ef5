import { Letter, Line } from "@/lib/mail/letters/letter";

type Invitation = { name: string; href: string; isNew: boolean; lab: string; practice: string; inviter: string };

/** For a person who may now act for a practice; the link sets their password (a week), or leads to sign-in when they have one. */
export function PracticeInvitationLetter({ name, href, isNew, lab, practice, inviter }: Invitation) {
  return (
    <Letter
      preview={`${inviter} invites you to ${practice}`}
      heading={`Welcome to ${practice}`}
      from={lab}
      link={{ href, label: isNew ? "Set my password" : "Sign in" }}
      footnote="If you did not expect this, do nothing."
    >
      <Line>Hello {name},</Line>
      <Line>
        {inviter} has let you act for {practice} with {lab}: sending and following its cases, as far as the practice
        allows.
      </Line>
      <Line>
        {isNew
          ? "Set a password to begin; the link works once, within seven days."
          : "Sign in with the e-mail and password you already use; you can switch between your practices."}
      </Line>
    </Letter>
  );
}
