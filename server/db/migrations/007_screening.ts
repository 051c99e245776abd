import type { Knex } from "knex";

/** Screening findings (疑似闲置、疑似低效) and the cases that officers follow to their end. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table screening_run (
      id integer generated always as identity primary key,
      reference_date date not null,
      rules jsonb not null,
      data_revision bigint not null,
      state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
      started_at timestamptz not null default now()
    );
    comment on table screening_run is 'One screening of all parcels on a reference date, with the thresholds then in force';

    create table finding (
      id integer generated always as identity primary key,
      run_id integer not null references screening_run on delete cascade,
      parcel_id integer not null references parcel on delete cascade,
      kind text not null check (kind in ('idle', 'inefficient', 'scattered')),
      rules text[] not null check (cardinality(rules) > 0),
      since date,
      evidence jsonb not null,
      unique (run_id, parcel_id, kind)
    );
    create index finding_parcel on finding (parcel_id);
    comment on table finding is 'Which rules fired on which parcel, with the evidence they fired on';

    create table "case" (
      id integer generated always as identity primary key,
      parcel_id integer not null references parcel,
      finding_id integer references finding on delete set null,
      kind text not null check (kind in ('idle', 'inefficient', 'scattered')),
      state text not null default 'suspected'
        check (state in ('suspected', 'verified', 'decided', 'in_progress', 'closed', 'rejected')),
      cause text not null default 'unknown' check (cause in ('unknown', 'firm', 'government', 'force_majeure', 'preparation')),
      disposal text,
      decided_area_m2 double precision check (decided_area_m2 > 0),
      assignee_id integer references account,
      version integer not null default 1,
      opened_at timestamptz not null default now(),
      closed_at timestamptz,
      check ((closed_at is not null) = (state in ('closed', 'rejected')))
    );
    create unique index case_open_once on "case" (parcel_id, kind) where closed_at is null;
    create index case_parcel on "case" (parcel_id);
    create index case_finding on "case" (finding_id);
    create index case_assignee on "case" (assignee_id);
    comment on table "case" is 'A flagged parcel: suspected → verified → decided → in progress → closed, or rejected';
    comment on column "case".version is 'Counts edits, so that the second of two editors is told';

    create table case_event (
      id bigint generated always as identity primary key,
      case_id integer not null references "case",
      at timestamptz not null default now(),
      account_id integer not null references account,
      kind text not null,
      detail jsonb not null default '{}'
    );
    create index case_event_case on case_event (case_id);
    create index case_event_account on case_event (account_id);
    comment on table case_event is 'What happened to a case, when, by whom and why; rows are only ever added';
    create trigger case_event_only_added before update or delete or truncate on case_event
      for each statement execute function only_added();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw('drop table if exists case_event, "case", finding, screening_run cascade');
