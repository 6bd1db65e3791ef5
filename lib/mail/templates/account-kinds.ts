import { type LetterKind, PLACES } from "./kind";

const { name, lab, practice, inviter } = PLACES;
const role = { says: "the role given", sample: "Technician" };

/** Letters about accounts and to those who apply. */
export const ACCOUNT_KINDS = {
  password_reset: {
    group: "Accounts",
    label: "Set a new password",
    goes: "To whoever asked for a new password; the link holds an hour. In the lab's words for those who work in this lab alone.",
    places: { name },
    leads: true,
    words: {
      subject: "Set a new password",
      heading: "Set a new password",
      body: "Hello {name},\n\nsomeone asked for a new password for your account. The link below works once, within an hour.",
      button: "Set a new password",
      footnote: "If it was not you who asked, do nothing: your password stays as it is.",
    },
  },
  password_changed: {
    group: "Accounts",
    label: "Your password was changed",
    goes: "To the owner of an account whose password was changed.",
    places: { name },
    leads: true,
    words: {
      subject: "Your password was changed",
      heading: "Your password was changed",
      body: "Hello {name},\n\nthe password of your account was changed just now, and every other device was signed out.\n\nIf it was not you, set another password at once.",
      button: "Set another password",
      footnote: "If it was you, there is nothing to do.",
    },
  },
  verify_address: {
    group: "Accounts",
    label: "Confirm your address",
    goes: "To a new e-mail address of an account; the link holds a day.",
    places: { name },
    leads: true,
    words: {
      subject: "Confirm your e-mail address",
      heading: "Confirm your e-mail address",
      body: "Hello {name},\n\nconfirm that this address is yours. The link works once, within a day.",
      button: "Confirm this address",
      footnote: "If it was not you, do nothing.",
    },
  },
  invitation: {
    group: "Accounts",
    label: "Invitation to the lab",
    goes: "To someone who is let into the lab and has no account yet; the link holds a week.",
    places: { name, lab, role, inviter },
    leads: true,
    words: {
      subject: "{inviter} invites you to {lab}",
      heading: "Welcome to {lab}",
      body: "Hello {name},\n\n{inviter} has opened Casepan for you at {lab}, as {role}. Set a password to begin; the link works once, within seven days.",
      button: "Set my password",
      footnote: "If you did not expect this, do nothing.",
    },
  },
  added_to_lab: {
    group: "Accounts",
    label: "Let into the lab",
    goes: "To someone who is let into the lab and has an account already.",
    places: { name, lab, role, inviter },
    leads: true,
    words: {
      subject: "{lab} is now open to you",
      heading: "{lab} is now open to you",
      body: "Hello {name},\n\n{inviter} has let you into {lab}, as {role}. Sign in with the e-mail and password you already use; you can switch between your labs.",
      button: "Sign in",
      footnote: "",
    },
  },
  practice_invitation: {
    group: "Practices",
    label: "Invitation to a practice",
    goes: "To someone who may act for a practice and has no account yet; the link holds a week.",
    places: { name, lab, practice, inviter },
    leads: true,
    words: {
      subject: "{inviter} invites you to {practice}",
      heading: "Welcome to {practice}",
      body: "Hello {name},\n\n{inviter} has let you act for {practice} with {lab}: sending and following its cases, as far as the practice allows.\n\nSet a password to begin; the link works once, within seven days.",
      button: "Set my password",
      footnote: "If you did not expect this, do nothing.",
    },
  },
  practice_invitation_known: {
    group: "Practices",
    label: "Invitation to one more practice",
    goes: "To someone who may act for a practice and has an account already.",
    places: { name, lab, practice, inviter },
    leads: true,
    words: {
      subject: "{inviter} invites you to {practice}",
      heading: "Welcome to {practice}",
      body: "Hello {name},\n\n{inviter} has let you act for {practice} with {lab}: sending and following its cases, as far as the practice allows.\n\nSign in with the e-mail and password you already use; you can switch between your practices.",
      button: "Sign in",
      footnote: "If you did not expect this, do nothing.",
    },
  },
} as const satisfies Record<string, LetterKind>;
