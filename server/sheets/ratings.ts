/** SQL of what the rating runs that count say of a firm, a parcel or a park, oldest year first, as JSON. */
export const ratingsOf = (
  table: "rating" | "parcel_rating" | "park_rating",
  reference: string,
  id: string,
) => `
  (select coalesce(json_agg(json_build_object('year', s.year, 'run', s.id, 'size', s.size, 'grade', r.grade, 'score', r.score)
                            order by s.year, s.size), '[]')
     from shown_run s join ${table} r on r.run_id = s.id and r.${reference} = ${id})`;
