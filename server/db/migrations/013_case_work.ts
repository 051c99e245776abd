import type { Knex } from "knex";

/** What working on a case writes down, and the files that belong to it. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table "case"
      add column reason text not null default '',
      add column verified_on date,
      add column decided_on date,
      add column due_on date check (due_on >= decided_on),
      add column begun_on date,
      add column closed_on date,
      add column revived_area_m2 double precision check (revived_area_m2 >= 0),
      add column changed_at timestamptz not null default now(),
      add column synthetic boolean not null default false,
      add check (kind <> 'idle' or cause <> 'unknown' or state in ('suspected', 'rejected')),
      add check (disposal is not null or state in ('suspected', 'verified', 'rejected'));
    comment on column "case".reason is 'Why it was opened, where no finding says so';
    comment on column "case".verified_on is 'Day on which it was verified (认定日)';
    comment on column "case".decided_on is 'Day of the decision (处置决定日)';
    comment on column "case".due_on is 'Day by which the disposal is to be done (处置期限)';
    comment on column "case".begun_on is 'Day on which the disposal began';
    comment on column "case".closed_on is 'Day on which it was done (办结日)';
    comment on column "case".revived_area_m2 is 'Land brought back into use (盘活面积), in m²';
    comment on column "case".changed_at is 'When it was last changed';
    comment on column "case".synthetic is 'Whether it belongs to the demonstration city (演示数据)';

    create table case_file (
      id integer generated always as identity primary key,
      case_id integer not null references "case",
      account_id integer not null references account,
      name text not null check (name <> ''),
      media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp')),
      bytes integer not null check (bytes > 0),
      sha256 text not null,
      content bytea,
      added_at timestamptz not null default now(),
      removed_at timestamptz,
      check (content is null or octet_length(content) = bytes)
    );
    create index case_file_case on case_file (case_id);
    create index case_file_account on case_file (account_id);
    comment on table case_file is 'Files attached to a case (附件): PDF and pictures';
    comment on column case_file.id is 'Number of the file inside this database';
    comment on column case_file.case_id is 'The case';
    comment on column case_file.account_id is 'Who attached it';
    comment on column case_file.name is 'Its name';
    comment on column case_file.media_type is 'What it is, by its content';
    comment on column case_file.bytes is 'Its size';
    comment on column case_file.sha256 is 'Its fingerprint, and its name in the folder of files where one is configured';
    comment on column case_file.content is 'The file itself; null where files are kept in a folder';
    comment on column case_file.added_at is 'When it was attached';
    comment on column case_file.removed_at is 'When it was taken off the case; the file itself stays, for the record';

    insert into table_revision (table_name) values ('case_file');
    create trigger case_file_changed after insert or update or delete or truncate on case_file
      for each statement execute function table_changed();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop table if exists case_file cascade;
    delete from table_revision where table_name = 'case_file';
    alter table if exists "case" drop column reason, drop column verified_on, drop column decided_on, drop column due_on,
      drop column begun_on, drop column closed_on, drop column revived_area_m2, drop column changed_at, drop column synthetic`);
