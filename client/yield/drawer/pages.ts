import type { FirmPage } from "../../../domain/api/ratings/firms.ts";

export const firmsOf = ({ firms }: FirmPage) => firms;
