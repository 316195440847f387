-- Who tries codes from ever new places shuts no door for those who have a good one. A code has 120
-- bits, so guessing is hopeless from anywhere; what the bound over all places keeps small is what a
-- stranger can make the hub write down.

-- As in 0013, but that bound is looked at after the code.
CREATE OR REPLACE FUNCTION hub.enrol(
  p_code text, p_source text, p_device text, p_sealing_key text, p_hash bytea,
  OUT fault text, OUT enrolled text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_source bytea := hub.hash_of(coalesce(p_source, ''));
  v_code hub.enrol_code;
  v_from_here bigint;
  v_from_anywhere bigint;
BEGIN
  fault := '';
  -- One at a time, so that a burst cannot pass before it is counted.
  PERFORM pg_advisory_xact_lock(hashtextextended('enrol', 8));
  DELETE FROM hub.attempt WHERE at < clock_timestamp() - interval '1 hour';
  SELECT count(*) FILTER (WHERE source = v_source), count(*) INTO v_from_here, v_from_anywhere
    FROM hub.attempt WHERE at > clock_timestamp() - interval '10 minutes';
  IF v_from_here >= 10 THEN
    fault := 'too_many_tries';
    RETURN;
  END IF;
  SELECT c.* INTO v_code
    FROM hub.enrol_code c
    JOIN hub.person p ON p.id = c.person AND p.deactivated_at IS NULL
   WHERE c.hash = hub.code_hash(p_code) AND c.used_at IS NULL AND c.expires_at > now()
     FOR UPDATE OF c;
  IF NOT FOUND AND v_from_anywhere >= 500 THEN
    fault := 'too_many_tries';
    RETURN;
  ELSIF NOT FOUND THEN
    INSERT INTO hub.attempt (source) VALUES (v_source);
    INSERT INTO hub.audit (did, about) VALUES ('wrong_code', encode(v_source, 'hex'));
    fault := 'unauthenticated';
    RETURN;
  END IF;
  BEGIN
    PERFORM hub.take_device(v_code.person, p_device, p_sealing_key, true);
    enrolled := hub.give_token(v_code.person, p_device, p_hash);
  EXCEPTION WHEN SQLSTATE 'IR001' THEN
    fault := SQLERRM;
    RETURN;
  END;
  UPDATE hub.enrol_code SET used_at = now(), device = p_device WHERE hash = v_code.hash;
  INSERT INTO hub.audit (person, device, did) VALUES (v_code.person, p_device, 'enrol');
END
$$;
