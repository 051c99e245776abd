import { useState } from "react";
import { ROLE_NAMES } from "../../../domain/accounts/names.ts";
import type { Account, AccountList } from "../../../domain/api/accounts.ts";
import { momentOf } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useDistrictName } from "../district-name.ts";
import { useDeskWords } from "../words/desk.ts";
import { ChangeAccountForm } from "./change-account.tsx";
import { ALL, Filters } from "./filters.tsx";
import { matches, stateOf } from "./matching.ts";
import { NewAccountForm } from "./new-account.tsx";

/** 账户管理: who can sign in, as what, and where. */
export function Accounts() {
  const words = useDeskWords().accounts;
  const answer = useAnswer<AccountList>("/api/accounts");
  const [wanted, setWanted] = useState(ALL);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState("");
  const finish = (said: string) => {
    setAdding(false);
    setDone(said);
  };
  return (
    <>
      <div className="accounts-head">
        <Filters wanted={wanted} choose={setWanted} />
        <button
          type="button"
          className="button primary"
          aria-expanded={adding}
          onClick={() => {
            setDone("");
            setAdding(!adding);
          }}
        >
          {words.add}
        </button>
      </div>
      {adding && (
        <NewAccountForm added={(name) => finish(words.added(name))} close={() => setAdding(false)} />
      )}
      <output className="done">{done}</output>
      <Loaded answer={answer}>
        {({ accounts }) => (
          <Listed accounts={accounts.filter((account) => matches(account, wanted))} saved={finish} />
        )}
      </Loaded>
    </>
  );
}

function Listed({ accounts, saved }: { accounts: Account[]; saved: (said: string) => void }) {
  const words = useDeskWords().accounts;
  const amounts = useAmounts();
  const [open, setOpen] = useState<number | null>(null);
  if (accounts.length === 0) return <p className="quiet empty">{words.none}</p>;
  return (
    <section aria-label={words.count(amounts.count(accounts.length))}>
      <p className="quiet fine">{words.count(amounts.count(accounts.length))}</p>
      <ul className="account-list">
        {accounts.map((account) => (
          <li key={account.id}>
            <Row
              account={account}
              open={open === account.id}
              turn={() => setOpen(open === account.id ? null : account.id)}
            />
            {open === account.id && (
              <ChangeAccountForm
                account={account}
                close={(changed) => {
                  setOpen(null);
                  if (changed) saved(words.saved);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ account, open, turn }: { account: Account; open: boolean; turn: () => void }) {
  const all = useDeskWords();
  const words = all.accounts;
  const text = useText();
  const districtName = useDistrictName();
  const { name, displayName, role, district, lockedUntil, lastSeenAt } = account;
  const state = stateOf(account);
  return (
    <button type="button" className="row account-row" aria-expanded={open} onClick={turn}>
      <span>
        <b>{displayName}</b> <small className="unit">{name}</small>
      </span>
      <span>
        {text(ROLE_NAMES[role])}
        {district && <small className="unit"> {districtName(district)}</small>}
      </span>
      <span className="quiet fine">{words.seen(lastSeenAt ? momentOf(lastSeenAt) : all.never)}</span>
      <span className="marks">
        {state !== "active" && (
          <span className={`chip account-${state}`}>
            {state === "locked" && lockedUntil
              ? words.lockedUntil(momentOf(lockedUntil))
              : words.states[state]}
          </span>
        )}
      </span>
    </button>
  );
}
