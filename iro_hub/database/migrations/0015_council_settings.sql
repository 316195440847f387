-- What the council decides for its laptops: kept as it was published, and never changed.

CREATE TABLE hub.council_setting (
  name          text COLLATE "C" NOT NULL CHECK (name ~ '^[a-z_]{1,64}$'),
  version       integer NOT NULL CHECK (version > 0),
  from_day      date NOT NULL,
  content       text NOT NULL,
  signature     text NOT NULL,
  published_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (name, version)
);
CREATE TRIGGER stays_as_it_is BEFORE UPDATE OR DELETE OR TRUNCATE ON hub.council_setting
  FOR EACH STATEMENT EXECUTE FUNCTION hub.stays_as_it_is();

-- Keys of sealed revisions that one device of an IRO gave to another of theirs.
CREATE TABLE hub.sealing_grant (
  revision  uuid NOT NULL,
  device    text COLLATE "C" NOT NULL REFERENCES hub.device,
  child     uuid NOT NULL REFERENCES hub.child,
  key       text NOT NULL CHECK (length(key) <= 1000),
  given_by  text COLLATE "C" NOT NULL REFERENCES hub.device,
  given_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (revision, device)
);
CREATE INDEX sealing_grant_of_device ON hub.sealing_grant (device, child);

-- What a laptop compares to see that something else than a record changed: of each setting the
-- newest version in force or to come; of sealing, the keys it should seal for and was given.
CREATE FUNCTION hub.setting_digests(p_caller hub.calling) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_object_agg(d.name, d.digest ORDER BY d.name)
    FROM (
      SELECT name, max(version)::text AS digest FROM hub.council_setting GROUP BY name
      UNION ALL
      SELECT 'sealing_keys', encode(hub.hash_of(concat_ws(
        '|',
        (SELECT escrow_key FROM hub.itself),
        (SELECT string_agg(d.id || ' ' || d.sealing_key, '|' ORDER BY d.id)
           FROM hub.device d WHERE d.person = p_caller.person AND d.revoked_at IS NULL),
        (SELECT count(*) FROM hub.sealing_grant g WHERE g.device = p_caller.device)
      )), 'hex')
    ) AS d (name, digest)
$$;
