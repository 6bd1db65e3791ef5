import { Letter, Line } from "@/lib/mail/letters/letter";

type Personal = { name: string; href: string; lab: string };

/**
 * Proves the applicant's address; the link opens their application and holds three days until they confirm. It says nothing that the
 * form was given: anyone may enter any address there, and would otherwise write to it in the lab's name.
 */
export function ConfirmApplicationLetter({ href, lab }: Omit<Personal, "name">) {
  return (
    <Letter
      preview={`Confirm your application to ${lab}`}
      heading="Confirm your application"
      from={lab}
      link={{ href, label: "Open and confirm" }}
      footnote="If it was not you who applied, do nothing: the application is then deleted."
    >
      <Line>Hello,</Line>
      <Line>
        this address was given in an application to work with {lab}. Open your application below and confirm it within
        three days; only then does the lab see it. Keep this letter: the link shows you how the application stands.
      </Line>
    </Letter>
  );
}

/** Brings the lab's question; the link opens the application to answer. */
export function QuestionLetter({ name, href, lab, question }: Personal & { question: string }) {
  return (
    <Letter
      preview={`A question about your application to ${lab}`}
      heading="A question about your application"
      from={lab}
      link={{ href, label: "Answer" }}
    >
      <Line>Hello {name},</Line>
      <Line>{lab} would like to know:</Line>
      {question.split(/\n+/).map((part) => (
        <Line key={part}>{part}</Line>
      ))}
    </Letter>
  );
}

/** Tells that the application was turned down, in the reviewer's words. */
export function RejectedLetter({ name, href, lab, reason }: Personal & { reason: string }) {
  return (
    <Letter
      preview={`Your application to ${lab}`}
      heading="Your application was not accepted"
      from={lab}
      link={{ href, label: "Apply again" }}
    >
      <Line>Hello {name},</Line>
      <Line>thank you for applying to work with {lab}. We cannot accept your application:</Line>
      {reason.split(/\n+/).map((part) => (
        <Line key={part}>{part}</Line>
      ))}
      <Line>You are welcome to apply again when this has changed.</Line>
    </Letter>
  );
}

/** Welcomes a dentist whose application was approved; the link sets the password of a new account (a week), or leads to sign-in. */
export function ApprovedLetter({ name, href, lab, practice, isNew }: Personal & { practice: string; isNew: boolean }) {
  return (
    <Letter
      preview={`Welcome to ${lab}`}
      heading={`Welcome to ${lab}`}
      from={lab}
      link={{ href, label: isNew ? "Set my password" : "Sign in" }}
    >
      <Line>Hello {name},</Line>
      <Line>
        your application was approved: {practice} can send its cases to {lab} from now on.{" "}
        {isNew
          ? "Set a password to begin; the link works once, within seven days."
          : "Sign in with the e-mail and password you already use."}
      </Line>
    </Letter>
  );
}
