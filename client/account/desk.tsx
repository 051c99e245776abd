import { DeskDialog } from "../ui/desk-dialog.tsx";
import { Accounts } from "./accounts/accounts.tsx";
import { Audit } from "./audit/audit.tsx";
import { closeDialog, DESK_TABS, type DeskTab, openDesk } from "./opened.ts";
import { OwnPassword } from "./own-password.tsx";
import { useAccount } from "./session.ts";
import { Tokens } from "./tokens/tokens.tsx";
import { useAccountWords } from "./words/account.ts";
import "./desk.css";

/** The desk of accounts (账户): one's own tokens and password, and for administrators everybody's accounts and the audit. */
export default function AccountDesk({ tab }: { tab: DeskTab }) {
  const words = useAccountWords();
  const account = useAccount();
  const there = DESK_TABS.filter(
    (one) => one === "tokens" || one === "password" || account?.rights.includes(one),
  );
  return (
    <DeskDialog
      title={words.menu}
      closeLabel={words.close}
      tabs={there.map((one) => [one, words.tabs[one]])}
      current={tab}
      choose={openDesk}
      closed={closeDialog}
    >
      <div className="account-desk" key={tab}>
        {tab === "tokens" && <Tokens />}
        {tab === "password" && <OwnPassword />}
        {tab === "accounts" && <Accounts />}
        {tab === "audit" && <Audit />}
      </div>
    </DeskDialog>
  );
}
