import type { Knex } from "knex";

const TABLES = [
  ...["district", "district_year", "park", "parcel", "enterprise", "enterprise_year", "occupation"],
  ...["rating_scheme", "rating_run", "rating", "land_transfer"],
  ...["policy_document", "target", "indicator", "cluster", "cooperation_link", "platform", "policy_tool"],
  ...["screening_run", "finding", "case", "case_event"],
];

/**
 * A revision per table, raised by the database itself in the transaction that changes the table. Tiles, pages and counts are
 * cached under the revisions of the tables they are made of; NOTIFY tells every server process. A revision is never behind
 * the clock (seconds since 1970), so that a database that was rebuilt or restored cannot hand out one that browsers already
 * keep other tiles under.
 *
 * A statement only notes which table it changed, under the number of its transaction, where nobody else writes. The
 * revisions are raised at the end of the transaction, in one order for all: so writers of one table wait for each other
 * no longer than a commit takes, and never in a circle.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table table_revision (
      table_name text collate "C" primary key,
      revision bigint not null default extract(epoch from clock_timestamp())::bigint,
      changed_at timestamptz not null default now()
    );
    comment on table table_revision is 'How often each table was changed (数据版本): what caches are kept under';
    comment on column table_revision.table_name is 'A table that answers are made of';
    comment on column table_revision.revision is 'Rises with each transaction that changes the table; at least the second since 1970 of the change';
    comment on column table_revision.changed_at is 'When the table was last changed';
    insert into table_revision (table_name) values ${TABLES.map((table) => `('${table}')`).join(", ")};

    create table table_change (
      transaction_id xid8 default pg_current_xact_id(),
      table_name text collate "C",
      primary key (transaction_id, table_name)
    );
    comment on table table_change is 'Tables that transactions under way have changed; each takes its rows away as it commits';
    comment on column table_change.transaction_id is 'The transaction that made the change';
    comment on column table_change.table_name is 'The table that it changed';

    create function table_changed() returns trigger language plpgsql as $$
    begin
      insert into table_change (table_name) values (tg_table_name) on conflict do nothing;
      return null;
    end $$;
    comment on function table_changed is 'Notes that a statement changed its table';

    -- Runs for every row of the transaction; the first run does the work of all.
    create function changes_counted() returns trigger language plpgsql as $$
    begin
      perform 1 from table_revision
        where table_name in (select c.table_name from table_change c where c.transaction_id = pg_current_xact_id())
        order by table_name for no key update;
      with changed as (
        delete from table_change where transaction_id = pg_current_xact_id() returning table_name
      )
      update table_revision r
         set revision = greatest(r.revision + 1, extract(epoch from clock_timestamp())::bigint), changed_at = clock_timestamp()
        from changed where r.table_name = changed.table_name;
      return null;
    end $$;
    comment on function changes_counted is 'Raises the revision of every table that the transaction changed';
    create constraint trigger table_change_counted after insert on table_change
      deferrable initially deferred for each row execute function changes_counted();

    create function revision_told() returns trigger language plpgsql as $$
    begin
      perform pg_notify('table_revision', new.table_name || ' ' || new.revision);
      return null;
    end $$;
    comment on function revision_told is 'Tells every server process of a new revision';
    create trigger table_revision_told after update on table_revision
      for each row execute function revision_told();

    ${TABLES.map(
      (table) => `
    create trigger ${table}_changed after insert or update or delete or truncate on "${table}"
      for each statement execute function table_changed();`,
    ).join("")}
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop function if exists table_changed(), changes_counted(), revision_told() cascade;
    drop table if exists table_change, table_revision`);
