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
        (SELECT concat(count(*), ' ', max(g.given_at))
           FROM hub.sealing_grant g WHERE g.device = p_caller.device)
      )), 'hex')
    ) AS d (name, digest)
$$;

-- Of each setting the newest version in force and those to come; every key that ever took over
-- from another, so that a laptop that was away for long can follow from the one it knows.
CREATE FUNCTION hub.council_settings(p_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_settings json;
BEGIN
  SELECT json_agg(
           json_build_object(
             'name', s.name, 'version', s.version, 'from_day', s.from_day,
             'content', s.content, 'signature', s.signature
           ) ORDER BY s.name, s.version
         )
    INTO v_settings
    FROM hub.council_setting s
   WHERE s.name = 'next_key'
      OR s.version >= (
        SELECT coalesce(max(f.version), 0)
          FROM hub.council_setting f
         WHERE f.name = s.name AND f.from_day <= hub.today()
      );
  PERFORM hub.note(v_caller, 'settings', NULL, coalesce(json_array_length(v_settings), 0));
  RETURN json_build_object(
    'verify_key', (SELECT verify_key FROM hub.itself),
    'settings', coalesce(v_settings, '[]')
  );
END
$$;
