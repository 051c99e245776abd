import type { Knex } from "knex";

/** The world of EPSG:3857 in metres. */
const WORLD = 40_075_016.685578488;
/** Tiles have so many cells in a row, each four pixels of a map wide. */
const CELLS = 128;
/** Cells are made for these zooms; where parcels lie is kept in cells of the nearest. */
const [FARTHEST, NEAREST] = [8, 13];
const CELL = WORLD / 2 ** NEAREST / CELLS;
/** All cells within a cell of the farthest zoom are made at once. */
const BLOCK = NEAREST - FARTHEST;
/** Half a unit of a tile at zoom 11: what no map of that zoom or farther can show. */
const TOLERANCE = WORLD / 2 ** 11 / 4096 / 2;
/** A little less than a pixel at zooms 8 and 9, where tiles are so wide that looking at every parcel would take longest. */
const [LARGEST_M2, LARGE_M2] = [90_000, 20_000];

const FAR_COLUMNS =
  "id, parcel_code, land_use_code, new_industry, area_m2, drawn_m2, cell_x, cell_y, block, geom_3857";
const farRows = (parcels: string) => `
  select p.id, p.parcel_code, p.land_use_code, p.new_industry, p.area_m2, ST_Area(p.geom_3857), x, y,
      (x >> ${BLOCK}) * ${2 ** FARTHEST * CELLS} + (y >> ${BLOCK}), coalesce(ST_Simplify(p.geom_3857, ${TOLERANCE}, true), p.geom_3857)
    from ${parcels} p,
    lateral (select floor(((ST_XMin(p.geom_3857) + ST_XMax(p.geom_3857)) / 2 + ${WORLD / 2}) / ${CELL})::integer as x,
                    floor((${WORLD / 2} - (ST_YMin(p.geom_3857) + ST_YMax(p.geom_3857)) / 2) / ${CELL})::integer as y) as cell`;

/** Codes with an amount before them, so that the largest text is that of the largest amount. */
const ranked = (amount: string, text: string) =>
  `max(lpad(round(${amount})::bigint::text, 15, '0') || ${text})`;
const unranked = (text: string) => `substr(${text}, 16)`;

const LETTERS = ["A", "B", "C", "D", "T", "N"];
const areaOf = (letter: string) => `area_${letter.toLowerCase()}_m2`;

/**
 * What maps far away show of parcels: outlines as simple as can be seen, and, of parcels below a pixel, how much land there is in each
 * cell, by grade. Outlines follow their parcel at once. Cells are sums over what several writers may change at a time, and over runs
 * that others publish: they are made as the transaction commits, one writer after the other, of what then is true.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table parcel_far (
      id integer primary key,
      parcel_code text collate "C" not null,
      land_use_code text collate "C" not null,
      new_industry boolean not null,
      area_m2 double precision not null,
      drawn_m2 double precision not null,
      cell_x integer not null,
      cell_y integer not null,
      block integer not null,
      geom_3857 geometry(MultiPolygon, 3857) not null
    );
    create index parcel_far_geom on parcel_far using gist (geom_3857);
    create index parcel_far_large on parcel_far using gist (geom_3857) where drawn_m2 >= ${LARGE_M2};
    create index parcel_far_largest on parcel_far using gist (geom_3857) where drawn_m2 >= ${LARGEST_M2};
    create index parcel_far_block on parcel_far (block);
    comment on table parcel_far is 'What tiles from afar show of parcels; the database keeps it';
    comment on column parcel_far.id is 'Number of the parcel';
    comment on column parcel_far.parcel_code is 'Code of the parcel (宗地代码)';
    comment on column parcel_far.land_use_code is 'Its land-use code';
    comment on column parcel_far.new_industry is 'Whether it is new-type industrial land (M0)';
    comment on column parcel_far.area_m2 is 'Its legal area';
    comment on column parcel_far.drawn_m2 is 'Area of its outline in EPSG:3857, which is what decides how large it is on a map';
    comment on column parcel_far.cell_x is 'Column of the cell at zoom ${NEAREST} that its middle lies in';
    comment on column parcel_far.cell_y is 'Row of that cell, from the north';
    comment on column parcel_far.block is 'Number of the cell at zoom ${FARTHEST} that holds it';
    comment on column parcel_far.geom_3857 is 'Its outline, simplified to what zoom 11 can show';

    create table parcel_cell (
      zoom smallint,
      x integer,
      y integer,
      tile_x integer generated always as (x / ${CELLS}) stored,
      tile_y integer generated always as (y / ${CELLS}) stored,
      block integer not null,
      parcel_code text collate "C" not null,
      parcels integer not null check (parcels > 0),
      area_m2 integer not null,
      grade text,
      ${LETTERS.map((letter) => `${areaOf(letter)} integer,`).join("\n      ")}
      land_use_code text collate "C" not null,
      new_industry boolean,
      geom_3857 geometry(Polygon, 3857) not null,
      primary key (zoom, x, y)
    );
    create index parcel_cell_tile on parcel_cell (zoom, tile_x, tile_y);
    create index parcel_cell_block on parcel_cell (block);
    comment on table parcel_cell is 'Parcels below a pixel, summed by zoom into cells of four pixels; the database keeps it';
    comment on column parcel_cell.zoom is 'The zoom at which its parcels are below a pixel';
    comment on column parcel_cell.x is 'Column of the cell at that zoom';
    comment on column parcel_cell.y is 'Row of the cell, from the north';
    comment on column parcel_cell.tile_x is 'Column of the tile that holds it';
    comment on column parcel_cell.tile_y is 'Row of that tile';
    comment on column parcel_cell.block is 'Number of the cell at zoom ${FARTHEST} that holds it';
    comment on column parcel_cell.parcel_code is 'The largest parcel of the grade that most of the land has: what stands for the cell';
    comment on column parcel_cell.parcels is 'How many parcels it sums';
    comment on column parcel_cell.area_m2 is 'Their legal area';
    comment on column parcel_cell.grade is 'Grade that most of this land has; null where that is none';
    ${LETTERS.map((letter) => `comment on column parcel_cell.${areaOf(letter)} is 'Area of grade ${letter}; null where there is none';`).join("\n    ")}
    comment on column parcel_cell.land_use_code is 'Land use of most of this land';
    comment on column parcel_cell.new_industry is 'Whether that is new-type industrial land (M0); null where not';
    comment on column parcel_cell.geom_3857 is 'A square as large as their outlines together, where they are, and no less than a pixel';

    create table parcel_cell_basis (alone boolean primary key default true check (alone), runs integer[] not null default '{}');
    insert into parcel_cell_basis default values;
    comment on table parcel_cell_basis is 'The rating runs that cells were made with; one row, which writers of cells pass one by one';
    comment on column parcel_cell_basis.alone is 'There is one row';
    comment on column parcel_cell_basis.runs is 'The runs that count, as tiles take them';

    create table parcel_cell_stale (
      transaction_id xid8 default pg_current_xact_id(),
      block integer,
      primary key (transaction_id, block)
    );
    comment on table parcel_cell_stale is 'Blocks that transactions under way have changed; each takes its rows away as it commits';
    comment on column parcel_cell_stale.transaction_id is 'The transaction that made the change';
    comment on column parcel_cell_stale.block is 'Where it changed parcels';

    create function parcel_far_added() returns trigger language plpgsql as $$
    begin
      insert into parcel_far (${FAR_COLUMNS}) ${farRows("placed")};
      insert into parcel_cell_stale (block)
        select distinct f.block from parcel_far f join placed p on p.id = f.id on conflict do nothing;
      return null;
    end $$;
    comment on function parcel_far_added is 'Keeps parcel_far: new parcels';
    create trigger parcel_far_added after insert on parcel
      referencing new table as placed for each statement execute function parcel_far_added();

    create function parcel_far_moved() returns trigger language plpgsql as $$
    declare moved integer[];
    begin
      select array_agg(n.id) into moved from placed n join gone o on o.id = n.id
       where (n.parcel_code, n.land_use_code, n.new_industry, n.area_m2, ST_AsBinary(n.geom_3857))
             is distinct from (o.parcel_code, o.land_use_code, o.new_industry, o.area_m2, ST_AsBinary(o.geom_3857));
      if moved is null then return null; end if;
      with old as (delete from parcel_far where id = any(moved) returning block)
      insert into parcel_cell_stale (block) select distinct block from old on conflict do nothing;
      insert into parcel_far (${FAR_COLUMNS}) ${farRows("(select * from placed where id = any(moved))")};
      insert into parcel_cell_stale (block)
        select distinct block from parcel_far where id = any(moved) on conflict do nothing;
      return null;
    end $$;
    comment on function parcel_far_moved is 'Keeps parcel_far: parcels that look different now';
    create trigger parcel_far_moved after update on parcel
      referencing old table as gone new table as placed for each statement execute function parcel_far_moved();

    create function parcel_far_removed() returns trigger language plpgsql as $$
    begin
      with old as (delete from parcel_far f using gone where f.id = gone.id returning f.block)
      insert into parcel_cell_stale (block) select distinct block from old on conflict do nothing;
      return null;
    end $$;
    comment on function parcel_far_removed is 'Keeps parcel_far: parcels that are gone';
    create trigger parcel_far_removed after delete on parcel
      referencing old table as gone for each statement execute function parcel_far_removed();

    create function parcel_far_emptied() returns trigger language plpgsql as $$
    begin
      insert into parcel_cell_stale (block) select distinct block from parcel_far on conflict do nothing;
      delete from parcel_far;
      return null;
    end $$;
    comment on function parcel_far_emptied is 'Keeps parcel_far: no parcel is left';
    create trigger parcel_far_emptied after truncate on parcel
      for each statement execute function parcel_far_emptied();

    -- Areas are summed as whole hundredths of a m²: the same sum in any order.
    create function make_parcel_cells(stale integer[], runs integer[]) returns void language sql as $$
      delete from parcel_cell where block = any(stale);
      with shape as (
        select zoom, ${NEAREST} - zoom as shift, (${WORLD} / 2 ^ zoom / ${CELLS * 4}) ^ 2 as pixel
          from generate_series(${FARTHEST}, ${NEAREST}) as zoom
      ), part as (
        select s.zoom, f.block, f.cell_x >> s.shift as x, f.cell_y >> s.shift as y,
               coalesce(case when a.run_id is null then b.grade else a.grade end, '') as grade,
               f.land_use_code || case when f.new_industry then '*' else '' end as used_for,
               count(*) as parcels, sum(round(f.area_m2 * 100)::bigint) as area, sum(f.drawn_m2) as drawn,
               sum(f.drawn_m2 * (f.cell_x + 0.5)) as pull_x, sum(f.drawn_m2 * (f.cell_y + 0.5)) as pull_y,
               ${ranked("f.area_m2", "f.parcel_code")} as largest
          from parcel_far f
          join shape s on f.drawn_m2 < s.pixel
          left join parcel_rating a on a.run_id = runs[1] and a.parcel_id = f.id
          left join parcel_rating b on b.run_id = runs[2] and b.parcel_id = f.id
         where f.block = any(stale)
         group by s.zoom, f.block, 3, 4, 5, 6
      ), sums as (
        select zoom, block, x, y, grade, null as used_for, sum(area) as area, sum(parcels) as parcels, sum(drawn) as drawn,
               sum(pull_x) as pull_x, sum(pull_y) as pull_y, ${unranked("max(largest)")} as parcel_code
          from part group by zoom, block, x, y, grade
        union all
        select zoom, block, x, y, null, used_for, sum(area), 0, 0, 0, 0, null from part group by zoom, block, x, y, used_for
      ), cell as (
        select zoom, block, x, y, sum(parcels) as parcels, round(sum(area) filter (where grade is not null) / 100) as area, sum(drawn) as drawn,
               sum(pull_x) / sum(drawn) * ${CELL} - ${WORLD / 2} as east, ${WORLD / 2} - sum(pull_y) / sum(drawn) * ${CELL} as north,
               ${unranked(ranked("area", "grade || ':' || parcel_code"))} as most, ${unranked(ranked("area", "used_for"))} as used_for,
               ${LETTERS.map((letter) => `nullif(round(sum(area) filter (where grade = '${letter}') / 100), 0)::integer as ${areaOf(letter)}`).join(", ")}
          from sums group by zoom, block, x, y
      )
      insert into parcel_cell (zoom, x, y, block, parcel_code, parcels, area_m2, grade, ${LETTERS.map(areaOf).join(", ")},
          land_use_code, new_industry, geom_3857)
      select zoom, x, y, block, split_part(most, ':', 2), parcels, area, nullif(split_part(most, ':', 1), ''),
          ${LETTERS.map(areaOf).join(", ")}, rtrim(used_for, '*'), nullif(right(used_for, 1) = '*', false),
          ST_MakeEnvelope(middle_x - half, middle_y - half, middle_x + half, middle_y + half, 3857)
        from cell,
        lateral (select ${WORLD} / 2 ^ zoom / ${CELLS} as size) as shape,
        lateral (select least(size, greatest(size / 4, sqrt(drawn))) / 2 as half) as side,
        lateral (select x * size - ${WORLD / 2} as west, ${WORLD / 2} - (y + 1) * size as south) as corner,
        lateral (select greatest(west + half, least(west + size - half, east)) as middle_x,
                        greatest(south + half, least(south + size - half, north)) as middle_y) as middle
    $$;
    comment on function make_parcel_cells is 'Makes the cells of these blocks anew, with the grades of these runs';

    create function parcel_cells_made() returns trigger language plpgsql as $$
    declare
      made_with integer[];
      shown integer[];
      stale integer[];
    begin
      select coalesce(array_agg(id order by year desc, size), '{}') into shown from latest_shown_run;
      perform 1 where exists (select from parcel_cell_stale where transaction_id = pg_current_xact_id())
        or shown <> (select runs from parcel_cell_basis);
      if not found then return null; end if;
      -- Whoever was before us has committed now, and what it did is seen.
      select runs into made_with from parcel_cell_basis for update;
      select coalesce(array_agg(id order by year desc, size), '{}') into shown from latest_shown_run;
      with own as (delete from parcel_cell_stale where transaction_id = pg_current_xact_id() returning block)
      select array_agg(block) into stale from own;
      if shown <> made_with then
        update parcel_cell_basis set runs = shown;
        select array_agg(block) into stale
          from (select block from parcel_far union select block from parcel_cell) as all_blocks;
      end if;
      if stale is not null then perform make_parcel_cells(stale, shown); end if;
      return null;
    end $$;
    comment on function parcel_cells_made is 'Brings cells up to date with what the transaction changed';
    -- By its name it comes before the trigger that counts changes: so its lock is the first that any transaction takes as it commits,
    -- and none waits for another in a circle.
    create constraint trigger table_change_celled after insert on table_change
      deferrable initially deferred for each row execute function parcel_cells_made();

    insert into parcel_far (${FAR_COLUMNS}) ${farRows("parcel")};
    update parcel_cell_basis
       set runs = (select coalesce(array_agg(id order by year desc, size), '{}') from latest_shown_run);
    select make_parcel_cells((select array_agg(distinct block) from parcel_far), runs) from parcel_cell_basis;
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop function if exists parcel_far_added(), parcel_far_moved(), parcel_far_removed(), parcel_far_emptied(),
      parcel_cells_made() cascade;
    drop function if exists make_parcel_cells;
    drop table if exists parcel_cell_stale, parcel_cell_basis, parcel_cell, parcel_far`);
