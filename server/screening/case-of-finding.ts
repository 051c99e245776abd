/** SQL that joins the case of a finding `f` as `c`: the one that is open, or else the newest. */
export const CASE_OF_FINDING = `
  left join lateral (select w.id, w.state, w.cause, w.due_on from "case" w where w.parcel_id = f.parcel_id and w.kind = f.kind
                      order by w.closed_at desc nulls first, w.id desc limit 1) c on true`;

/** SQL that joins the case of a parcel `p` as `c`, of whatever kind: one that is open, or else the newest. */
export const CASE_OF_PARCEL = `
  left join lateral (select w.id, w.state from "case" w where w.parcel_id = p.id
                      order by w.closed_at desc nulls first, w.id desc limit 1) c on true`;
