-- Children, who may see them, and the record itself.

CREATE TABLE hub.child (
  id        uuid PRIMARY KEY,
  team      uuid NOT NULL REFERENCES hub.team,
  last_seq  bigint NOT NULL DEFAULT 0,
  -- SHA-256 over the chain before, and each new revision in its order: see hub.push_bundle.
  chain     bytea NOT NULL DEFAULT '',
  made_at   timestamptz NOT NULL DEFAULT now(),
  made_by   uuid REFERENCES hub.person
);
CREATE INDEX child_of_team ON hub.child (team);

-- own     the child's IRO            cover   another IRO, until a day
-- part    social worker, team manager: their part of it
-- assigned  business support: the documents of one review, or of all where `review` is null
-- sample  auditor, until a day
CREATE TABLE hub.allocation (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person    uuid NOT NULL REFERENCES hub.person,
  child     uuid NOT NULL REFERENCES hub.child,
  review    uuid,
  access    text NOT NULL CHECK (access IN ('own', 'cover', 'part', 'assigned', 'sample')),
  until     date,
  made_at   timestamptz NOT NULL DEFAULT now(),
  ended_at  timestamptz,
  CHECK (until IS NOT NULL OR access NOT IN ('cover', 'sample'))
);
CREATE INDEX allocation_of_person ON hub.allocation (person, child);
CREATE INDEX allocation_of_child ON hub.allocation (child);

-- Which kinds of thing a role reads and writes. '*' stands for every kind. With `of_review`, only
-- rows of a review that is assigned.
CREATE TABLE hub.role_kind (
  role       text NOT NULL REFERENCES hub.role,
  kind       text COLLATE "C" NOT NULL,
  reads      boolean NOT NULL,
  writes     boolean NOT NULL,
  of_review  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (role, kind)
);
INSERT INTO hub.role_kind (role, kind, reads, writes, of_review) VALUES
  ('iro', '*', true, true, false),
  ('manager', '*', true, false, false),
  ('manager', 'managers_confirmation', true, true, false),
  ('manager', 'resolution', true, true, false),
  ('manager', 'resolution_step', true, true, false),
  ('auditor', '*', true, false, false),
  -- Who is to be written to, and what was written and sent. Never what a child said, answers, tools,
  -- or what is kept back from some readers.
  ('business_support', 'child', true, false, false),
  ('business_support', 'reader_wishes', true, false, false),
  ('business_support', 'review', true, false, true),
  ('business_support', 'participant', true, false, true),
  ('business_support', 'written_document', true, true, true),
  ('business_support', 'document_text', true, false, true),
  ('business_support', 'document_version', true, false, true),
  ('business_support', 'sending', true, true, true),
  ('social_worker', 'child', true, false, false),
  ('social_worker', 'review', true, false, false),
  ('social_worker', 'decision', true, true, false),
  ('social_worker', 'managers_confirmation', true, false, false),
  ('social_worker', 'resolution', true, true, false),
  ('social_worker', 'resolution_step', true, true, false),
  ('team_manager', 'child', true, false, false),
  ('team_manager', 'review', true, false, false),
  ('team_manager', 'decision', true, true, false),
  ('team_manager', 'managers_confirmation', true, true, false),
  ('team_manager', 'resolution', true, true, false),
  ('team_manager', 'resolution_step', true, true, false);

CREATE TABLE hub.bundle (
  serial        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            uuid NOT NULL UNIQUE,
  child         uuid NOT NULL REFERENCES hub.child,
  person        uuid NOT NULL REFERENCES hub.person,
  -- The sender's name on that day, as readers are told it.
  person_name   text NOT NULL,
  device        text COLLATE "C" NOT NULL REFERENCES hub.device,
  received_at   timestamptz NOT NULL,
  carried       boolean NOT NULL,
  digest        bytea NOT NULL,
  revisions     integer NOT NULL,  -- how many of it were new
  first_seq     bigint NOT NULL,   -- 0 where some were held before
  chain_before  bytea NOT NULL,
  last_seq      bigint NOT NULL,
  chain         bytea NOT NULL,
  released_by   uuid REFERENCES hub.person,  -- the manager who let it out of quarantine
  released_as   text
);
CREATE INDEX bundle_of_child ON hub.bundle (child, serial);

-- No foreign keys: rows come by hub.push_bundle alone, which has just looked at child and bundle,
-- and a check for each row would cost more than the row. `hub_office.verify_*` looks at them.
CREATE TABLE hub.revision (
  child      uuid NOT NULL,
  seq        bigint NOT NULL,
  id         uuid NOT NULL,
  review     uuid,
  entity     text COLLATE "C" NOT NULL,
  kind       text COLLATE "C" NOT NULL,
  withdrawn  boolean NOT NULL,
  bundle     bigint NOT NULL,
  bytes      integer NOT NULL,
  chain      bytea NOT NULL,
  -- The JSON as it was sent, never rewritten: jsonb would change it, and then its hash.
  body       text COMPRESSION lz4 COLLATE "C" NOT NULL,
  PRIMARY KEY (child, seq) INCLUDE (bytes),
  CONSTRAINT revision_id UNIQUE (id)
);

-- Words of some pages are compressed, but stay in their row: a second table would cost a second
-- search for each. Two pages of text fit into a block of the table so.
ALTER TABLE hub.revision SET (toast_tuple_target = 4080);

CREATE INDEX revision_of_entity ON hub.revision (entity) INCLUDE (child);

-- Which device holds which child's record, so that it can be told to wipe it.
CREATE TABLE hub.copy (
  device    text COLLATE "C" NOT NULL REFERENCES hub.device,
  child     uuid NOT NULL REFERENCES hub.child,
  since     timestamptz NOT NULL DEFAULT now(),
  wiped_at  timestamptz,
  PRIMARY KEY (device, child)
);

CREATE TABLE hub.quarantine (
  bundle       uuid PRIMARY KEY,
  child        uuid NOT NULL,  -- perhaps none that the hub knows
  person       uuid NOT NULL REFERENCES hub.person,
  device       text COLLATE "C" NOT NULL REFERENCES hub.device,
  received_at  timestamptz NOT NULL DEFAULT now(),
  serial       bigint GENERATED ALWAYS AS IDENTITY,
  carried      boolean NOT NULL,
  digest       bytea NOT NULL,
  why          text NOT NULL,
  bytes        bigint NOT NULL,
  bodies       bytea[] NOT NULL,
  decision     text CHECK (decision IN ('release', 'set_aside')),
  reason       text,
  decided_at   timestamptz,
  decided_by   text
);
CREATE INDEX quarantine_of_device ON hub.quarantine (device);
CREATE INDEX quarantine_waiting ON hub.quarantine (serial) WHERE decision IS NULL;

CREATE TABLE hub.audit (
  serial    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  person    uuid,
  device    text COLLATE "C",
  operator  text,  -- who called at the command line, where no person's token did
  did       text NOT NULL,
  child     uuid,
  about     text NOT NULL DEFAULT '',  -- an id: a device, a person, a bundle; never their words
  many      bigint NOT NULL DEFAULT 0
);
CREATE INDEX audit_of_child ON hub.audit (child, serial) WHERE child IS NOT NULL;
CREATE INDEX audit_of_person ON hub.audit (person, serial) WHERE person IS NOT NULL;

-- What was written stays as it was written, whoever asks: even the owner, even by mistake.
CREATE FUNCTION hub.stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'IR002', MESSAGE = format('Rows of %I are never changed or deleted.', tg_table_name);
END
$$;

CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.revision
  FOR EACH STATEMENT EXECUTE FUNCTION hub.stays_as_it_is();
CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.bundle
  FOR EACH STATEMENT EXECUTE FUNCTION hub.stays_as_it_is();
CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.audit
  FOR EACH STATEMENT EXECUTE FUNCTION hub.stays_as_it_is();
