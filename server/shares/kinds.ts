import { INDUSTRY, WAREHOUSE } from "../../domain/land-use.ts";

/** SQL of what a parcel `p` counts as in shares; M0 has the code of industry and is known by its mark alone. */
export const KIND = `
  case when p.new_industry then 'm0'
       when p.land_use_code like '${INDUSTRY}%' then 'industry'
       when p.land_use_code like '${WAREHOUSE}%' then 'warehouse'
       else 'other' end`;
