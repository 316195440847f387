-- Attachments, each under its child by the SHA-256 of its bytes, in pieces that arrive in order.

CREATE TABLE hub.file (
  child     uuid NOT NULL,  -- perhaps none that the hub knows yet: files travel before records
  sha256    text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  total     bigint NOT NULL CHECK (total BETWEEN 0 AND 64 * 1024 * 1024),
  held      bigint NOT NULL DEFAULT 0,
  is_whole  boolean NOT NULL DEFAULT false,
  -- From someone who may no longer write: it counts with what their device has in quarantine.
  is_aside  boolean NOT NULL,
  person    uuid NOT NULL REFERENCES hub.person,
  device    text COLLATE "C" NOT NULL REFERENCES hub.device,
  begun_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (child, sha256)
);
CREATE INDEX file_aside ON hub.file (device) WHERE is_aside;

CREATE TABLE hub.file_piece (
  child    uuid NOT NULL,
  sha256   text COLLATE "C" NOT NULL,
  start    bigint NOT NULL,
  content  bytea NOT NULL,
  PRIMARY KEY (child, sha256, start)
);
-- Pictures and sound are compressed already.
ALTER TABLE hub.file_piece ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TYPE hub.file_state AS (fault text, held bigint, is_whole boolean);

CREATE FUNCTION hub.file_name_of(p_file text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF p_file ~ '^[0-9a-f]{64}$' THEN
    RETURN p_file;
  END IF;
  PERFORM hub.refuse('malformed');
END
$$;

-- Who reads only some kinds may have a file that one of those names, and no other.
CREATE FUNCTION hub.may_read_file(p_caller hub.calling, p_child uuid, p_file text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT hub.reads_all(p_caller) OR EXISTS (
    SELECT FROM hub.revision r
     WHERE r.child = p_child
       AND hub.may_read(p_caller, r.child, r.kind, r.review)
       AND position(p_file IN r.body) > 0
  )
$$;

-- How much of a file is here: for whoever may send it or have it.
CREATE FUNCTION hub.file_state(p_token text, p_child text, p_file text) RETURNS hub.file_state
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
  v_child uuid := hub.uuid_of(p_child);
  v_name text := hub.file_name_of(p_file);
  v_state hub.file_state;
BEGIN
  IF NOT hub.might_write(v_caller, v_child, EXISTS (SELECT FROM hub.child WHERE id = v_child)) THEN
    PERFORM hub.refuse('not_yours');
  END IF;
  SELECT '', f.held, f.is_whole INTO v_state
    FROM hub.file f WHERE f.child = v_child AND f.sha256 = v_name;
  IF NOT FOUND THEN
    v_state := ROW('', 0, false)::hub.file_state;
  END IF;
  RETURN v_state;
END
$$;

-- A piece from where the last one ended; a piece that is here already, or comes too early, changes
-- nothing. A wrong whole is thrown away: its fault is a value, for raising would keep it.
CREATE FUNCTION hub.send_piece(
  p_token text, p_child text, p_file text, p_start bigint, p_total bigint, p_piece bytea
) RETURNS hub.file_state
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
  v_child uuid := hub.uuid_of(p_child);
  v_name text := hub.file_name_of(p_file);
  v_is_known boolean := EXISTS (SELECT FROM hub.child WHERE id = v_child);
  v_standing hub.standing;
  v_is_aside boolean;
  v_file hub.file;
BEGIN
  IF p_piece IS NULL OR p_start IS NULL OR p_total IS NULL OR p_start < 0 OR p_total < 0
     OR p_start + length(p_piece) > p_total THEN
    PERFORM hub.refuse('malformed');
  ELSIF p_total > 64 * 1024 * 1024 OR length(p_piece) > 1024 * 1024 THEN
    PERFORM hub.refuse('too_large');
  ELSIF NOT hub.might_write(v_caller, v_child, v_is_known) THEN
    PERFORM hub.refuse('not_yours');
  END IF;
  SELECT * INTO v_standing FROM hub.standing_of(v_caller, v_child);
  IF NOT v_standing.writes THEN
    PERFORM hub.refuse('not_your_role');
  END IF;
  v_is_aside := v_caller.ended <> '' OR v_is_known AND v_standing.child IS NULL;

  INSERT INTO hub.file (child, sha256, total, is_aside, person, device)
  VALUES (v_child, v_name, p_total, v_is_aside, v_caller.person, v_caller.device)
  ON CONFLICT DO NOTHING;
  SELECT * INTO v_file FROM hub.file WHERE child = v_child AND sha256 = v_name FOR UPDATE;
  IF v_file.is_whole THEN
    RETURN ROW('', v_file.held, true)::hub.file_state;
  END IF;
  IF v_file.total <> p_total THEN
    -- One of two was wrong about it, and only the whole will tell which: begin again.
    DELETE FROM hub.file_piece WHERE child = v_child AND sha256 = v_name;
    UPDATE hub.file SET total = p_total, held = 0
     WHERE child = v_child AND sha256 = v_name RETURNING * INTO v_file;
  END IF;
  IF p_start <> v_file.held OR length(p_piece) = 0 AND p_total > 0 THEN
    RETURN ROW('', v_file.held, false)::hub.file_state;
  END IF;
  IF v_is_aside THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(v_caller.device, 7));
    IF hub.bytes_aside(v_caller.device) + length(p_piece) > 256 * 1024 * 1024 THEN
      PERFORM hub.refuse('too_many');
    END IF;
  END IF;

  INSERT INTO hub.file_piece (child, sha256, start, content)
  VALUES (v_child, v_name, p_start, p_piece);
  UPDATE hub.file
     SET held = held + length(p_piece), is_aside = v_is_aside,
         person = v_caller.person, device = v_caller.device
   WHERE child = v_child AND sha256 = v_name RETURNING * INTO v_file;
  PERFORM hub.note(v_caller, 'file_piece', v_child, length(p_piece), v_name);
  IF v_file.held < v_file.total THEN
    RETURN ROW('', v_file.held, false)::hub.file_state;
  END IF;
  IF hub.hash_of_file(v_child, v_name) = v_name THEN
    UPDATE hub.file SET is_whole = true WHERE child = v_child AND sha256 = v_name;
    RETURN ROW('', v_file.held, true)::hub.file_state;
  END IF;
  DELETE FROM hub.file_piece WHERE child = v_child AND sha256 = v_name;
  DELETE FROM hub.file WHERE child = v_child AND sha256 = v_name;
  RETURN ROW('different_content', 0, false)::hub.file_state;
END
$$;

CREATE FUNCTION hub.hash_of_file(p_child uuid, p_file text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(coalesce(string_agg(content, ''::bytea ORDER BY start), ''::bytea)), 'hex')
    FROM hub.file_piece WHERE child = p_child AND sha256 = p_file
$$;

-- The rest of the piece that begins at or before a place; empty at the end.
CREATE FUNCTION hub.file_piece(p_token text, p_child text, p_file text, p_start bigint)
RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_standing hub.standing := hub.seen_child(v_caller, p_child);
  v_name text := hub.file_name_of(p_file);
  v_file hub.file;
  v_piece bytea;
BEGIN
  SELECT * INTO v_file FROM hub.file
   WHERE child = v_standing.child AND sha256 = v_name AND is_whole;
  IF NOT FOUND OR NOT hub.may_read_file(v_caller, v_standing.child, v_name) THEN
    PERFORM hub.refuse('not_found');
  ELSIF p_start IS NULL OR p_start < 0 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  SELECT substr(p.content, (p_start - p.start)::integer + 1) INTO v_piece
    FROM hub.file_piece p
   WHERE p.child = v_standing.child AND p.sha256 = v_name AND p.start <= p_start
     AND p_start < v_file.total
   ORDER BY p.start DESC
   LIMIT 1;
  PERFORM hub.note(v_caller, 'file', v_standing.child, coalesce(length(v_piece), 0), v_name);
  RETURN coalesce(v_piece, ''::bytea);
END
$$;
