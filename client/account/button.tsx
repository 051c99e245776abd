import { type KeyboardEvent, useId, useRef } from "react";
import { ROLE_NAMES } from "../../domain/accounts/names.ts";
import { useText } from "../language/use-language.ts";
import { useDistrictName } from "./district-name.ts";
import { initials } from "./initials.ts";
import { askToSignIn, type DeskTab, openDesk } from "./opened.ts";
import { type SignedIn, signOut, useSession } from "./session.ts";
import { useAccountWords } from "./words/account.ts";
import "./button.css";

/** Signing in, or whoever has and what they can do with their account. */
export default function AccountButton({ say }: { say: (text: string) => void }) {
  const words = useAccountWords();
  const session = useSession();
  if (session.state !== "ready") return null;
  if (session.value.account) return <Menu account={session.value.account} say={say} />;
  return (
    <button type="button" className="account-button" onClick={() => askToSignIn("wanted")}>
      {words.signIn.title}
    </button>
  );
}

function Menu({ account, say }: { account: SignedIn; say: (text: string) => void }) {
  const words = useAccountWords();
  const id = useId();
  const menu = useRef<HTMLFieldSetElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => menu.current?.hidePopover();
  // Whatever else Escape would close stays open.
  const escaped = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.matches(":popover-open")) return;
    event.preventDefault();
    close();
    button.current?.focus();
  };
  const tabs: DeskTab[] = [
    "tokens",
    "password",
    ...(["accounts", "audit"] as const).filter((right) => account.rights.includes(right)),
  ];
  return (
    <>
      <button
        ref={button}
        type="button"
        className="account-button"
        aria-label={words.button(account.displayName)}
        title={account.displayName}
        popoverTarget={id}
        onKeyDown={escaped}
      >
        <i className="initials" aria-hidden="true">
          {initials(account.displayName)}
        </i>
      </button>
      <fieldset
        ref={menu}
        id={id}
        popover="auto"
        className="account-menu card"
        aria-label={words.menu}
        onKeyDown={escaped}
      >
        <Who account={account} />
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            onClick={() => {
              close();
              openDesk(tab);
            }}
          >
            {words.tabs[tab]}
          </button>
        ))}
        <button
          type="button"
          className="leave"
          onClick={() => {
            close();
            signOut().catch((error: Error) => say(error.message));
          }}
        >
          {words.signOut}
        </button>
      </fieldset>
    </>
  );
}

function Who({ account }: { account: SignedIn }) {
  const text = useText();
  const districtName = useDistrictName();
  return (
    <p className="who">
      <b>{account.displayName}</b>
      {account.name !== account.displayName && <span className="quiet"> {account.name}</span>}
      <br />
      <span className="quiet fine">
        {text(ROLE_NAMES[account.role])}
        {account.district && ` · ${districtName(account.district)}`}
      </span>
    </p>
  );
}
