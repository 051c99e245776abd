import type { account as zh } from "../zh/account.ts";

export const account: typeof zh = {
  button: (name) => `Account: ${name}`,
  menu: "Account",
  close: "Close account",
  tabs: {
    tokens: "Access tokens",
    password: "Password",
    accounts: "Accounts",
    audit: "Audit",
  },
  signOut: "Sign out",
  showPassword: "Show password",
  hidePassword: "Hide password",

  signIn: {
    title: "Sign in",
    close: "Close sign-in",
    because: {
      wanted: "Looking at the map needs no account; with one you can do what your role lets you.",
      ended:
        "Your session has ended. Sign in again: what you filled in is still there, ready to be sent once more.",
      closed: "Here the map is shown only to those who are signed in.",
    },
    name: "Name",
    password: "Password",
    submit: "Sign in",
    or: "or",
    provider: (name) => `Sign in with ${name}`,
    providerHint:
      "This leaves the page and comes back to the same place on the map; what was not sent is lost.",
    noAccounts: "There is no account yet",
    noAccountsText:
      "On the server that runs Mutu, this command makes the first administrator. It asks you for the password. With the embedded database, stop Mutu first and start it again afterwards.",
    copyCommand: "Copy the command",
    again: "Done, sign in",
  },
};
