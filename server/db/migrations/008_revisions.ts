import type { Knex } from "knex";

/**
 * A revision per published layer, bumped by the database itself in the transaction that changes a table the layer reads.
 * Tiles, pages and counts are cached under it; NOTIFY tells every server process. A revision is never behind the clock
 * (seconds since 1970), so that a database that was rebuilt or restored cannot hand out one that browsers already keep
 * other tiles under.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table layer_revision (
      layer text primary key,
      revision bigint not null default extract(epoch from clock_timestamp())::bigint,
      changed_at timestamptz not null default now()
    );
    comment on table layer_revision is 'Rises with each statement that changes what a layer shows';

    create function layers_changed() returns trigger language plpgsql as $$
    declare
      changed text;
      counted bigint;
    begin
      foreach changed in array tg_argv loop
        insert into layer_revision (layer) values (changed)
          on conflict (layer) do update
            set revision = greatest(layer_revision.revision + 1, excluded.revision), changed_at = now()
          returning revision into counted;
        perform pg_notify('layer_revision', changed || ' ' || counted);
      end loop;
      return null;
    end $$;

    create trigger district_changed after insert or update or delete or truncate on district
      for each statement execute function layers_changed('districts', 'parks', 'parcels', 'enterprises', 'land-transfers');
    create trigger park_changed after insert or update or delete or truncate on park
      for each statement execute function layers_changed('parks', 'parcels', 'enterprises');
    create trigger parcel_changed after insert or update or delete or truncate on parcel
      for each statement execute function layers_changed('parcels', 'enterprises', 'land-transfers');
    create trigger enterprise_changed after insert or update or delete or truncate on enterprise
      for each statement execute function layers_changed('parcels', 'enterprises');
    create trigger enterprise_year_changed after insert or update or delete or truncate on enterprise_year
      for each statement execute function layers_changed('parcels', 'enterprises');
    create trigger occupation_changed after insert or update or delete or truncate on occupation
      for each statement execute function layers_changed('parcels', 'enterprises');
    create trigger land_transfer_changed after insert or update or delete or truncate on land_transfer
      for each statement execute function layers_changed('land-transfers');
    create trigger rating_run_changed after insert or update or delete or truncate on rating_run
      for each statement execute function layers_changed('parcels', 'enterprises');
  `);

export const down = (knex: Knex) =>
  knex.schema.raw("drop function if exists layers_changed() cascade; drop table if exists layer_revision");
