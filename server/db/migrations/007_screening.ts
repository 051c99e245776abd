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
    comment on column screening_run.id is 'Number of the run inside this database';
    comment on column screening_run.reference_date is 'Day that deadlines are judged on (基准日)';
    comment on column screening_run.rules is 'Rules with the thresholds then in force';
    comment on column screening_run.data_revision is 'Sum of the revisions of the tables it read, to tell whether they have changed since';
    comment on column screening_run.state is 'draft, published (已公布) or withdrawn (已撤回)';
    comment on column screening_run.started_at is 'When it was computed';

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
    comment on column finding.id is 'Number of the finding inside this database';
    comment on column finding.run_id is 'The run that made it';
    comment on column finding.parcel_id is 'The parcel it speaks of';
    comment on column finding.kind is 'idle (疑似闲置), inefficient (疑似低效) or scattered (园外零散)';
    comment on column finding.rules is 'Names of the rules that fired';
    comment on column finding.since is 'Day since which it holds, where the rule counts from one';
    comment on column finding.evidence is 'The figures and dates that each rule fired on';

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
    comment on column "case".id is 'Number of the case inside this database';
    comment on column "case".parcel_id is 'The parcel it is about';
    comment on column "case".finding_id is 'The finding it was opened for; null where an officer opened it, or the run is gone';
    comment on column "case".kind is 'idle (闲置), inefficient (低效) or scattered (零散)';
    comment on column "case".state is 'suspected (疑似), verified (已认定), decided (已定处置), in_progress (处置中), closed (办结) or rejected (不予认定)';
    comment on column "case".cause is 'Who the delay is put down to: firm (企业原因), government (政府原因), force_majeure (不可抗力), preparation (前期工作), unknown';
    comment on column "case".disposal is 'What was decided to be done (处置方式)';
    comment on column "case".decided_area_m2 is 'Area that the decision is about, in m²';
    comment on column "case".assignee_id is 'The officer in charge (经办人)';
    comment on column "case".version is 'Counts edits, so that the second of two editors is told';
    comment on column "case".opened_at is 'When it was opened';
    comment on column "case".closed_at is 'When it was closed or rejected; null while it is open';

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
    comment on column case_event.id is 'Counts the events of all cases';
    comment on column case_event.case_id is 'The case';
    comment on column case_event.at is 'When it happened';
    comment on column case_event.account_id is 'Who did it';
    comment on column case_event.kind is 'What happened: a change of state, a note, an assignment';
    comment on column case_event.detail is 'From what to what, and why';
    create trigger case_event_only_added before update or delete or truncate on case_event
      for each statement execute function only_added();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw('drop table if exists case_event, "case", finding, screening_run cascade');
