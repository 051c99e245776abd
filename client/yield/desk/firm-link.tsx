import { go, useView } from "../../state/store.ts";

/** Opens a firm's sheet on the map, and leaves the desk for it. */
export function FirmLink({ code, name, label }: { code: string; name: string; label?: string }) {
  const view = useView();
  return (
    <button
      type="button"
      className="link"
      {...(label ? { "aria-label": label } : {})}
      onClick={() => go({ selection: { kind: "enterprise", code }, yield: { ...view.yield, desk: null } })}
    >
      {name}
    </button>
  );
}
