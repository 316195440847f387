-- The hub itself, teams, people, their devices and tokens. All times in UTC, days in London's.

CREATE TABLE hub.itself (
  is_only     boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  id          uuid NOT NULL DEFAULT gen_random_uuid(),
  name        text NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  escrow_key  text NOT NULL DEFAULT '' CHECK (length(escrow_key) <= 100),
  verify_key  text NOT NULL DEFAULT '' CHECK (length(verify_key) <= 100),
  backed_up_to  timestamptz  -- up to when a verified backup holds everything
);
INSERT INTO hub.itself DEFAULT VALUES;

CREATE TABLE hub.role (name text PRIMARY KEY);
INSERT INTO hub.role VALUES
  ('iro'), ('manager'), ('business_support'), ('social_worker'), ('team_manager'), ('auditor'),
  ('administrator');

CREATE TABLE hub.team (
  id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name    text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
  within  uuid REFERENCES hub.team
);

CREATE TABLE hub.person (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- As it stands in the author of their revisions.
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role            text NOT NULL REFERENCES hub.role,
  team            uuid NOT NULL REFERENCES hub.team,
  whole_service   boolean NOT NULL DEFAULT false,  -- a manager who reads every team
  issuer          text,
  subject         text,
  by_groups       boolean NOT NULL DEFAULT false,  -- role and team follow the issuer's groups
  deactivated_at  timestamptz,
  made_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject),
  CHECK ((issuer IS NULL) = (subject IS NULL)),
  CHECK (NOT whole_service OR role = 'manager')
);

CREATE TABLE hub.former_name (
  person  uuid NOT NULL REFERENCES hub.person,
  name    text NOT NULL,
  PRIMARY KEY (person, name)
);

CREATE TABLE hub.device (
  id           text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z._-]{1,64}$'),
  person       uuid NOT NULL REFERENCES hub.person,
  sealing_key  text NOT NULL CHECK (length(sealing_key) <= 100),
  enrolled_at  timestamptz NOT NULL DEFAULT now(),
  last_seen    timestamptz NOT NULL DEFAULT now(),  -- to the hour: an idle call writes nothing
  revoked_at   timestamptz,
  revoked_why  text NOT NULL DEFAULT ''
);
CREATE INDEX device_of_person ON hub.device (person);

-- Only hashes: who reads this table, or a backup of it, can call nothing with what they find.
CREATE TABLE hub.token (
  hash        bytea PRIMARY KEY CHECK (length(hash) = 32),
  device      text COLLATE "C" NOT NULL REFERENCES hub.device,
  made_at     timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,  -- first use; the device's tokens before it end with it
  ended_at    timestamptz,
  left_at     timestamptz  -- where the laptop left by itself: one of a later enrolment has none
);
CREATE INDEX token_of_device ON hub.token (device);

CREATE TABLE hub.enrol_code (
  hash        bytea PRIMARY KEY CHECK (length(hash) = 32),
  person      uuid NOT NULL REFERENCES hub.person,
  made_at     timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  device      text COLLATE "C"
);

-- Wrong codes, by the hash of where they came from; kept for an hour.
CREATE TABLE hub.attempt (
  source  bytea NOT NULL,
  at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX attempt_at ON hub.attempt (at);

-- Identity tokens that were used, until they expire: each opens the door once.
CREATE TABLE hub.used_identity (
  hash         bytea PRIMARY KEY,
  expires_at   timestamptz NOT NULL
);

-- What the groups of an issuer's identity token make of someone. The lowest position wins.
CREATE TABLE hub.group_role (
  issuer         text NOT NULL,
  group_name     text NOT NULL,
  role           text NOT NULL REFERENCES hub.role,
  team           uuid NOT NULL REFERENCES hub.team,
  whole_service  boolean NOT NULL DEFAULT false,
  position       integer GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (issuer, group_name),
  CHECK (NOT whole_service OR role = 'manager')
);
