import { type RefObject, useLayoutEffect } from "react";

/**
 * Opens the dialog over everything, with the focus on what `first` selects; it goes back to where it was, also when a link or the
 * back button closed it.
 */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, first: string) {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(first)?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog, first]);
}
